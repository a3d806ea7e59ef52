"""By how many a number of States is said to have grown since a day: "161 States Parties, five more than a year before"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.counting.days import day_of, settled
from accede.reporting.checker.counting.totals import NARROWED, REGION
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.scope import When, on_paper_day
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")
_WHEN = (
    r"(?:(?P<one>(?:(?:a|one|the) year|twelve months) (?:before|earlier|previously|ago))|"
    r"⟦N(?P<y>\d+)⟧ years (?:before|earlier|ago)|"
    r"(?:at the same time )?(?:at (?:the )?|in |on |by )?⟦D(?P<d>\d+)⟧)"
)
_WAY = r"(?P<way>more|fewer|less)"
_KINDS = (
    (
        Measure.OUTSIDE,
        (Measure.OUTSIDE_BY_FORCE,),
        r"(?:[Ss]tates not (?:yet )?[Pp]arty|[Nn]on-[Pp]arties|(?:[Ss]tates|countries) outside|outside)",
    ),
    (Measure.SIGNATORY, (Measure.SIGNED,), r"(?:[Ss]ignator(?:y|ies)(?: States)?)"),
    (
        Measure.JOINED,
        (Measure.IN_FORCE,),
        r"(?:[Ss]tates [Pp]arties|[Pp]arties|[Mm]embers(?: of ⟦T\d+⟧)?|(?:[Ss]tates|"
        r"countries) (?:that )?(?:had |have )?joined)",
    ),
)
FRAMES = tuple(
    (measure, others, Late(words))
    for measure, others, what in _KINDS
    for words in (
        rf"\b{what}\b(?:(?!⟦[NL])[^.;:]){{0,60}}?(?:,| [–—-]| \() ?(?:(?:that is|which is|i\.e\.|or|"
        rf"up) )?⟦N(?P<n>\d+)⟧ {_WAY} than {_WHEN}",
        rf"⟦N(?P<n>\d+)⟧ {_WAY} {what}(?: (?:to|of) ⟦T\d+⟧)? than {_WHEN}",
    )
)
REACH = timedelta(days=31)
"""How near "a year before" is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChangeClaim(Claim):
    """By how many a count on a day is said to be more, or fewer, than between two earlier days."""

    measure: Measure
    others: tuple[Measure, ...]
    by: Quantity
    is_more: bool
    when: When | None
    years: int
    since: tuple[date, date] | None
    is_ours: bool | None


def find(sentence: Sentence, context: Context) -> Iterator[CountChangeClaim]:
    """Where a sentence compares a number of States with that of an earlier day."""
    outline = sentence.outline
    if sentence.language != "en" or " than " not in outline or is_question(sentence):
        return
    if REGION.search(outline) or NARROWED.search(outline):
        return
    for measure, others, frame in FRAMES:
        for match in frame.finditer(outline):
            start, end = match.span()
            if is_hedged(sentence, start, end):
                continue
            day = sentence.days[int(match["d"])] if match["d"] else None
            if day is not None and (day.wrong or not day.year_is_told):
                continue
            by = sentence.numbers[int(match["n"])]
            yield CountChangeClaim(
                kind=ClaimKind.COUNT,
                where=context.passage.where,
                text=sentence.words(match.start(), end),
                stated=f"{by.wording()} {match['way']} {measure.label} than before",
                spots=(context.spot(sentence, start, end),),
                is_by_others=is_by_others(sentence, start, end),
                measure=measure,
                others=others,
                by=by,
                is_more=match["way"].lower() == "more",
                when=day_of(sentence, context, start, start + 1, is_event=False)
                if day is None or len(sentence.signs("D")) > 1
                else on_paper_day(context, is_sure=False),
                years=1 if match["one"] else int(sentence.numbers[int(match["y"])].number) if match["y"] else 0,
                since=(day.first, day.last) if day else None,
                is_ours=context.is_ours(sentence, start, end),
            )
            return


def judge(claim: CountChangeClaim, answers: Answers) -> Judgement:
    """Whether the two counts differ by so many, by any usual way of counting."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear of which treaty this number is said. Name the treaty in the sentence.")
    when = settled(claim.when, answers)
    if when is None or when.first != when.last or claim.by.bound not in (Bound.EXACT, Bound.MORE_THAN, Bound.AT_LEAST):
        return cannot_tell("The days of these numbers are not clear. Say as of which days they are meant.")
    if claim.since:
        first, last = claim.since
    else:
        then = date(when.last.year - claim.years, when.last.month, min(when.last.day, 28))
        first, last = then - REACH, then + REACH
    timeline = answers.timeline
    found: set[int] = set()
    is_certain = True
    for way in (claim.measure, *claim.others):
        now = timeline.value(way, when.last)
        before = timeline.values(way, first, last)
        is_certain = is_certain and now.is_certain and all(one.is_certain for one in before)
        found |= {(now.counted - one.counted) * (1 if claim.is_more else -1) for one in before}
    counted = [(timeline.value(claim.measure, day).counted, told(day)) for day in (when.last, last)]
    register = ", ".join(f"{number} on {day}" for number, day in counted)
    if any(claim.by.fits(change) for change in found):
        return agrees(register) if is_certain else cannot_tell("The dates held leave this open.", register)
    if not is_certain or not when.is_sure or when.last > answers.horizon:
        return cannot_tell("The days of these numbers are not clear. Say as of which days they are meant.", register)
    return contradicts(register, f"The register has {register}.")
