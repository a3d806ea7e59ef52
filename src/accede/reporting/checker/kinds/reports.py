"""Transparency reports: who submitted one in which year, covering which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.evidence.values import Report
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.report_words import ABOUT, Told, reports_told
from accede.reporting.checker.reading.days import Day
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Verdict, agrees, cannot_tell, contradicts
from accede.vocabulary.reports import ReportDuty, ReportState

NEEDS = ("actions", "occasions", "reports")
VOLUNTARY = re.compile(r"\bvoluntar", re.IGNORECASE)
UNCLEAR = "It is not clear that this is a report under the treaty asked about."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim(Claim):
    """A State and a report: submitted in, covering, or neither told. `is_denied`: that there was none.

    `is_first` says that there was none before, `is_initial` that it was the one a new party owes, `since` that there have
    been reports from then on; `by` is the day by which it is said.
    """

    iso3: str
    submitted: Day | None
    covers: Day | None
    is_voluntary: bool
    is_denied: bool
    is_ours: bool | None
    is_first: bool = False
    is_initial: bool = False
    since: Day | None = None
    by: date


def find(sentence: Sentence, context: Context) -> Iterator[ReportClaim]:
    """The reports of a sentence; its paragraph may say what kind they are."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦L" not in outline or is_question(sentence):
        return
    if not ABOUT.search(sentence.paragraph) and not any(ABOUT.search(one.text) for one in context.earlier):
        return
    for told in reports_told(sentence):
        is_bare = not (told.submitted or told.covers or told.since or told.is_denied)
        if is_hedged(sentence, told.start, told.end) or (is_bare and " " not in told.words):
            continue
        yield _claim(sentence, context, told)


def judge(claim: ReportClaim, answers: Answers) -> Judgement:
    """Whether such a report is recorded. No whole list of reports is held: what is not recorded is not denied."""
    if claim.is_ours is False:
        return cannot_tell(UNCLEAR)
    judgement = _judged(claim, answers)
    if claim.is_ours is None and judgement.verdict is not Verdict.AGREES:
        return cannot_tell(UNCLEAR)
    return judgement


def _judged(claim: ReportClaim, answers: Answers) -> Judgement:
    topics = answers.reports.get(claim.iso3, ())
    records = [
        [each for each in _records(topic) if not claim.is_voluntary or each.fact.duty is ReportDuty.VOLUNTARY]
        for topic in topics
    ]
    every = [each for held in records for each in held]
    submitted = [each for each in every if each.fact.report_state is ReportState.SUBMITTED and _is_by(each, claim.by)]
    right = [each for held in records if _is_one_of(claim, held) for each in held]
    refused = [
        each
        for each in every
        if each.fact.report_state is ReportState.NOT_SUBMITTED and _is_told_by(claim, each, answers)
    ]
    name = answers.name(claim.iso3)
    if claim.is_denied:
        return _denied(claim, name, submitted, right, refused)
    if claim.is_first or claim.is_initial:
        return _first(claim, name, submitted, right)
    if claim.since is not None:
        return _since(claim, name, submitted)
    if right:
        return agrees(f"{name}: {_told(right[0].fact)}", "", tuple(each.key for each in right))
    against = [each for each in refused if claim.covers is not None and claim.covers.meets(each.fact.covers)]
    if against:
        register = _told(against[0].fact)
        return contradicts(register, f"{name}: {register}.", (against[0].key,))
    if claim.submitted is not None and any(claim.submitted.meets(each.fact.covers) for each in submitted):
        other = next(each for each in submitted if claim.submitted.meets(each.fact.covers))
        return cannot_tell(
            f"A report covering {claim.submitted.wording()} is recorded ({_told(other.fact)}). Say whether "
            f"submitted or covered is meant.",
            "",
            (other.key,),
        )
    if every:
        register = "; ".join(_told(each.fact) for each in submitted[:6]) or "none submitted"
        return cannot_tell(
            f"The register holds no whole list of reports; of {name} it has: {register}.",
            register,
            tuple(each.key for each in submitted[:6]),
        )
    return cannot_tell(f"The register holds no report of {name}; the depositary's list of reports would tell.")


def _claim(sentence: Sentence, context: Context, told: Told) -> ReportClaim:
    said = ", ".join(
        filter(
            None,
            (
                "first" if told.is_first or told.is_initial else "",
                f"submitted {told.submitted.wording()}" if told.submitted else "",
                f"covering {told.covers.wording()}" if told.covers else "",
                f"since {told.since.wording()}" if told.since else "",
            ),
        )
    )
    return ReportClaim(
        kind=ClaimKind.REPORT,
        where=context.passage.where,
        text=sentence.words(told.start, told.end),
        stated=f"{told.state.iso3} {'no ' if told.is_denied else ''}report {said}".strip(),
        spots=context.spots(sentence, told.start, told.end, told.state),
        is_by_others=is_by_others(sentence, told.start, told.end),
        iso3=told.state.iso3,
        submitted=told.submitted,
        covers=told.covers,
        is_voluntary=bool(VOLUNTARY.search(sentence.paragraph)),
        is_denied=told.is_denied,
        is_ours=context.is_ours(sentence, told.start, told.end),
        is_first=told.is_first,
        is_initial=told.is_initial,
        since=told.since,
        by=told.by.last if told.by else context.paper.day,
    )


def _records(topic: Topic[Report]) -> tuple[Evidence[Report], ...]:
    return (topic.counts, *topic.agree, *topic.contradict)


def _is_one_of(claim: ReportClaim, held: Sequence[Evidence[Report]]) -> bool:
    """Whether the records of one report together say what is claimed: one may have its day, another what it covers."""
    facts = [each.fact for each in held if each.fact.report_state is ReportState.SUBMITTED]
    if claim.submitted is not None and not any(claim.submitted.meets(fact.submitted) for fact in facts):
        return False
    if claim.covers is not None and not any(claim.covers.meets(fact.covers) for fact in facts):
        return False
    return bool(facts)


def _is_by(record: Evidence[Report], day: date) -> bool:
    """Whether a report was submitted by a day, as far as its own day tells."""
    submitted = record.fact.submitted or record.fact.covers
    return (
        submitted is None
        or submitted.latest is None
        or submitted.latest <= day
        or (submitted.earliest is not None and submitted.earliest.year < day.year)
    )


def _is_told_by(claim: ReportClaim, record: Evidence[Report], answers: Answers) -> bool:
    """Whether a source that says "not submitted" can tell of the day of a claim."""
    until = answers.register.speaks_until(record.source)
    on = claim.submitted.last if claim.submitted and not claim.is_denied else claim.by
    return until is not None and on <= until


def _denied(
    claim: ReportClaim,
    name: str,
    submitted: Sequence[Evidence[Report]],
    right: Sequence[Evidence[Report]],
    refused: Sequence[Evidence[Report]],
) -> Judgement:
    is_of_any_time = claim.submitted is None and claim.covers is None and claim.since is None
    against = list(submitted) if is_of_any_time else [each for each in right if each in submitted]
    if claim.since is not None and claim.submitted is None:
        against = [
            each
            for each in submitted
            if each.fact.submitted and each.fact.submitted.earliest and each.fact.submitted.earliest > claim.since.last
        ]
    if against:
        register = "; ".join(_told(each.fact) for each in against[:4])
        return contradicts(register, f"{name}: {register}.", tuple(each.key for each in against[:4]))
    fitting = [
        each
        for each in refused
        if (each.fact.covers is None and is_of_any_time)
        or (claim.covers is not None and claim.covers.meets(each.fact.covers))
    ]
    if fitting:
        return agrees("not submitted by the day of the source", "", (fitting[0].key,))
    return cannot_tell(f"The register holds no whole list of reports, and none that says that {name} submitted none.")


def _first(
    claim: ReportClaim, name: str, submitted: Sequence[Evidence[Report]], right: Sequence[Evidence[Report]]
) -> Judgement:
    """The first, or the initial one: none before it."""
    year = claim.submitted.first.year if claim.submitted else claim.covers.first.year + 1 if claim.covers else None
    initial = [each for each in submitted if each.fact.duty is ReportDuty.INITIAL]
    if claim.is_initial and initial:
        against = [each for each in initial if year is not None and _year(each) not in (None, year)]
        if against:
            return contradicts(_told(against[0].fact), f"{name}: {_told(against[0].fact)}.", (against[0].key,))
        return agrees(f"{name}: {_told(initial[0].fact)}", "", (initial[0].key,))
    earlier = [each for each in submitted if year is not None and (of := _year(each)) is not None and of < year]
    if earlier and not claim.is_initial:
        register = "; ".join(_told(each.fact) for each in earlier[:4])
        return contradicts(register, f"{name}: {register}.", tuple(each.key for each in earlier[:4]))
    if right and not earlier:
        return agrees(
            f"{name}: {_told(right[0].fact)}, the first that is recorded", "", tuple(each.key for each in right)
        )
    return cannot_tell(f"The register holds no whole list of reports of {name}.")


def _since(claim: ReportClaim, name: str, submitted: Sequence[Evidence[Report]]) -> Judgement:
    """Reports from a year on."""
    assert claim.since is not None
    years = sorted(year for each in submitted if (year := _year(each)) is not None)
    if years and claim.since.first.year == years[0] and len(years) > 1:
        return agrees(f"{name}: reports of {', '.join(map(str, years))}", "", tuple(each.key for each in submitted[:6]))
    return cannot_tell(f"The register holds no whole list of reports of {name}.")


def _year(record: Evidence[Report]) -> int | None:
    """The year a report was submitted in; of one whose time alone is held, none."""
    submitted = record.fact.submitted
    if submitted is None or submitted.earliest is None or submitted.latest is None:
        return None
    return submitted.earliest.year if submitted.earliest.year == submitted.latest.year else None


def _told(fact: Report) -> str:
    parts = [
        f"submitted {fact.submitted.wording()}" if fact.submitted else "",
        f"covers {fact.covers.wording()}" if fact.covers else "",
    ]
    return f"{fact.duty.label} report, " + (", ".join(filter(None, parts)) or fact.report_state.label)
