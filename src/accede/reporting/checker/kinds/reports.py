"""Transparency reports: who submitted one in which year, covering which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accede.evidence.values import Report
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.days import Day
from accede.reporting.checker.reading.sentence import Listed, Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState

NEEDS = ("actions", "occasions", "reports")

ABOUT = re.compile(
    r"\b(?:Article 7|transparency|voluntary)\b.{0,40}\breports?\b|\breports?\b.{0,40}\b(?:Article 7|transparency)\b",
    re.IGNORECASE | re.DOTALL,
)
SUBMITTED = re.compile(
    r"⟦L(?P<l>\d+)⟧(?:, (?:(?!⟦L)[^.;:,]){0,90}?,)? ?(?:(?:has|have|had|also|first|last|both|again|already|"
    r"regularly|⟦D\d+⟧),? )*(?P<verb>submitted|provided|delivered|filed|presented|sent|"
    r"handed in)(?P<what>(?:(?!⟦L)[^.;:]){0,140})"
)
DENIED = re.compile(
    r"⟦L(?P<l>\d+)⟧ (?:(?:has|have|had|did) )(?:not|never|not yet)(?: yet)? (?:submit(?:ted)?|provided?|"
    r"delivered)(?P<what>(?:(?!⟦L)[^.;:]){0,140})"
)
LISTED = re.compile(
    r"\b(?:submitted|provided) (?:such |voluntary |Article 7 |"
    r"transparency )*reports?\b[^.;⟦]{0,60}(?:includ\w+|such as|were|are|namely|:)?[^.;⟦]{0,20}⟦L(?P<l>\d+)⟧"
)
OF_STATE = re.compile(
    r"⟦L(?P<l>\d+)⟧['’]s? (?:(?:first|initial|⟦O\d+⟧|last|latest|own) )?(?:voluntary |transparency |"
    r"Article 7 )+reports?(?P<what>(?:(?!⟦L)[^.;:]){0,80})"
)
REPORT = re.compile(r"\breports?\b|\bone\b", re.IGNORECASE)
COVERS = re.compile(
    r"\b(?:cover(?:ing|s|ed)|for|on|about)\s*(?:the )?(?:calendar |reporting )?(?:year |period |years )?(?:of )?$",
    re.IGNORECASE,
)
VOLUNTARY = re.compile(r"\bvoluntar", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim(Claim):
    """A State and a report: submitted in, covering, or neither told. `is_denied`: that there was none."""

    iso3: str
    submitted: Day | None
    covers: Day | None
    is_voluntary: bool
    is_denied: bool
    is_ours: bool | None


def find(sentence: Sentence, context: Context) -> Iterator[ReportClaim]:
    """The reports of a sentence; its paragraph may say what kind they are."""
    outline = sentence.outline
    if sentence.language != "en" or "⟦L" not in outline or is_question(sentence) or not REPORT.search(outline):
        return
    if not ABOUT.search(sentence.paragraph) and not any(ABOUT.search(one.text) for one in context.earlier):
        return
    seen: set[tuple[str, int, int]] = set()
    for pattern, is_denied in ((DENIED, True), (LISTED, False), (SUBMITTED, False), (OF_STATE, False)):
        for match in pattern.finditer(outline):
            what = match.groupdict().get("what")
            if (what is not None and pattern is not OF_STATE and not REPORT.search(what)) or is_hedged(
                sentence, match.start(), match.end()
            ):
                continue
            for state in sentence.lists[int(match["l"])]:
                for submitted, covers in _days(sentence, match, state, pattern is LISTED):
                    key = (state.iso3, submitted.start if submitted else -1, covers.start if covers else -1)
                    if key in seen or (pattern is OF_STATE and submitted is None and covers is None):
                        continue
                    seen.add(key)
                    yield _claim(sentence, context, match, state, submitted, covers, is_denied=is_denied)


def judge(claim: ReportClaim, answers: Answers) -> Judgement:
    """Whether such a report is recorded. No whole list of reports is held: what is not recorded is not denied."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is a report under the treaty asked about.")
    topics = answers.reports.get(claim.iso3, ())
    records = [
        [each for each in _records(topic) if not claim.is_voluntary or each.fact.duty is ReportDuty.VOLUNTARY]
        for topic in topics
    ]
    every = [each for held in records for each in held]
    submitted = [each for each in every if each.fact.report_state is ReportState.SUBMITTED]
    right = [each for held in records if _is_one_of(claim, held) for each in held]
    name = answers.name(claim.iso3)
    if claim.is_denied:
        refused = [each.fact for each in every if each.fact.report_state is ReportState.NOT_SUBMITTED]
        return _denied(claim, name, submitted, right, refused)
    if right:
        return agrees(f"{name}: {_told(right[0].fact)}", "", tuple(each.key for each in right))
    if claim.submitted is not None and any(_covers(claim.submitted, each.fact.covers) for each in submitted):
        other = next(each for each in submitted if _covers(claim.submitted, each.fact.covers))
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
    return cannot_tell(f"The register holds no report of {name}, and no whole list of reports.")


def _days(
    sentence: Sentence, match: re.Match[str], state: Listed, is_list: bool
) -> list[tuple[Day | None, Day | None]]:
    """Each report told: the day it was submitted, the time it covers."""
    own = [sentence.days[int(one)] for one in re.findall(r"⟦D(\d+)⟧", state.remark)]
    if own:
        return [(day, None) for day in own if not day.wrong]
    submitted: list[Day] = []
    covers: list[Day] = []
    start = match.start("what") if "what" in match.groupdict() and match["what"] is not None else match.end()
    for first, _, index in sentence.signs("D", start, match.end()):
        day = sentence.days[index]
        words = sentence.text[: day.end]
        lead = sentence.outline[max(0, first - 40) : first] + sentence.text[day.start : day.end].split("⟦")[0]
        is_cover = COVERS.search(sentence.outline[max(0, first - 40) : first]) or (
            re.search(
                r"\b(?:covering|for|on) (?:the )?(?:calendar |reporting )?(?:year |period )?(?:of )?(?:19|20)\d\d$",
                words,
            )
            and not re.search(r"\b(?:in|on \d)", lead)
        )
        if not day.wrong and day.year_is_told:
            (covers if is_cover else submitted).append(day)
    first_clause, _ = sentence.clause(match.start())
    if not submitted and not is_list:
        submitted = [
            sentence.days[index]
            for place, _, index in sentence.signs("D", first_clause, match.start())
            if not sentence.days[index].wrong and sentence.days[index].year_is_told
        ][-1:]
        submitted += [
            sentence.days[index]
            for place, _, index in sentence.signs("D", match.start(), start)
            if not sentence.days[index].wrong
        ][:1]
    if len(covers) > 1 or not submitted:
        return [(submitted[0] if submitted else None, day) for day in covers] or [(None, None)]
    return [(day, covers[0] if covers else None) for day in submitted]


def _claim(
    sentence: Sentence,
    context: Context,
    match: re.Match[str],
    state: Listed,
    submitted: Day | None,
    covers: Day | None,
    *,
    is_denied: bool,
) -> ReportClaim:
    spot = context.spot(sentence, match.start(), match.end())
    said = ", ".join(
        filter(
            None,
            (f"submitted {submitted.wording()}" if submitted else "", f"covering {covers.wording()}" if covers else ""),
        )
    )
    return ReportClaim(
        kind=ClaimKind.REPORT,
        where=context.passage.where,
        text=sentence.words(match.start(), match.end()),
        stated=f"{state.iso3} {'no ' if is_denied else ''}report {said}".strip(),
        spots=(replace(spot, start=sentence.at + state.start, end=sentence.at + state.end),),
        is_by_others=is_by_others(sentence, match.start(), match.end()),
        iso3=state.iso3,
        submitted=submitted,
        covers=covers,
        is_voluntary=bool(VOLUNTARY.search(sentence.paragraph)),
        is_denied=is_denied,
        is_ours=context.is_ours(sentence, match.start(), match.end()),
    )


def _records(topic: Topic[Report]) -> tuple[Evidence[Report], ...]:
    return (topic.counts, *topic.agree, *topic.contradict)


def _is_one_of(claim: ReportClaim, held: Sequence[Evidence[Report]]) -> bool:
    """Whether the records of one report, taken together, say what is claimed: one may have its day, another what it covers."""
    facts = [each.fact for each in held if each.fact.report_state is ReportState.SUBMITTED]
    if claim.submitted is not None and not any(_covers(claim.submitted, fact.submitted) for fact in facts):
        return False
    if claim.covers is not None and not any(_covers(claim.covers, fact.covers) for fact in facts):
        return False
    return bool(facts)


def _covers(day: Day, held: PartialDate | None) -> bool:
    return (
        held is not None
        and held.earliest is not None
        and held.latest is not None
        and held.earliest <= day.last
        and day.first <= held.latest
    )


def _denied(
    claim: ReportClaim,
    name: str,
    submitted: Sequence[Evidence[Report]],
    right: Sequence[Evidence[Report]],
    refused: Sequence[Report],
) -> Judgement:
    is_of_any_time = claim.submitted is None and claim.covers is None
    against = list(submitted) if is_of_any_time else list(right)
    if against:
        register = "; ".join(_told(each.fact) for each in against[:4])
        return contradicts(
            register, f"{name[:1].upper()}{name[1:]}: {register}.", tuple(each.key for each in against[:4])
        )
    if any(claim.covers is not None and _covers(claim.covers, one.covers) for one in refused):
        return agrees("not submitted by the day of the source")
    return cannot_tell(f"The register holds no whole list of reports, and none that says that {name} submitted none.")


def _told(fact: Report) -> str:
    parts = [
        f"submitted {fact.submitted.wording()}" if fact.submitted else "",
        f"covers {fact.covers.wording()}" if fact.covers else "",
    ]
    return f"{fact.duty.label} report, " + (", ".join(filter(None, parts)) or fact.report_state.label)
