"""Of which day a number of States is said. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.days import Day, Lead, told
from accede.reporting.checker.reading.sentence import Sentence

ONE_DAY = timedelta(days=1)
PAST = re.compile(
    r"\b(?:had|were|was|then|at that time|at the time|counted|numbered|stood|remained|comprised|reached|"
    r"totalled|came to|became|did)\b"
)
PAST_PERFECT_NOW = re.compile(
    r"\b(?:have|has|is|are|remain|remains|stands?|counts|numbers|now|today|currently|to date)\b"
)
THEN = re.compile(
    r"\b(?:then|at that time|at the time|by then|that year|that day|the same day|the same year)\b", re.IGNORECASE
)
LEADING_UP = re.compile(
    r"\b(?:since|after|following|until|before|prior to|from|besides|despite|founded|established)\b", re.IGNORECASE
)
OF_ITSELF = re.compile(r"\b(?:when|once|as|adopted|opened|signed|launched|born|entered)\b", re.IGNORECASE)
INSERTED = re.compile(
    r", (?:which|who|whose|where|having|after|since|following|because|thanks to|unlike|including|among them|in force|up from|"
    r"down from|(?:first |originally |formally |finally )?\w+ed|held|done|drawn up|begun|up for|more than in|as "
    r"(?!of\b|at\b|on\b)\w+)\b",
    re.IGNORECASE,
)
"""What begins a part of the sentence between commas that tells of something else."""
AT_MEETING = re.compile(
    r"\b(?:at|by|during|since|before|after|until|when|as of)(?: the (?:time|start|end|opening|close|"
    r"conclusion|beginning) of)?"
    r"(?: the)? ⟦M(?P<m>\d+)⟧",
    re.IGNORECASE,
)

HEADED = re.compile(r"\W*⟦D(?P<d>\d+)⟧ ?(?::|[–—] )")
"""A day that heads a sentence: "2018: 164 States Parties"."""


@dataclass(frozen=True, slots=True)
class When:
    """From `first` to `last`, both included: the days a claim may speak of.

    `meeting` is set where the text names a meeting instead, whose days the register knows. `is_sure` is False where the
    text names several days and it is not clear which is meant. `lead` is how the day is led.
    """

    first: date
    last: date
    lead: Lead = Lead.NONE
    is_told: bool = True
    is_sure: bool = True
    meeting: str = ""

    def wording(self) -> str:
        """In words: a day, a month, a year, or from one day to another."""
        first, last = self.first, self.last
        if first == last:
            return told(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + ONE_DAY).day == 1:
            return f"{first:%B} {first.year}"
        return f"{told(first)} to {told(last)}"


def on_paper_day(context: Context, *, is_sure: bool = True) -> When:
    """The day of the paper, of which is said what is told without a day."""
    return When(context.paper.day, context.paper.day, is_told=context.paper.is_given, is_sure=is_sure)


def when_it_stood(sentence: Sentence, context: Context, start: int, end: int) -> When | None:
    """The day of a number of States; None where the text leaves it open."""
    found = [(a, b, sentence.days[index]) for a, b, index in sentence.signs("D") if not sentence.days[index].wrong]
    found = [one for one in found if one[2].year_is_told or context.paper.is_given]
    known = [one for one in found if not context.paper.is_given or one[2].first <= context.paper.day]
    if found and not known:  # "161 States Parties, one goal: no mines by 2025"
        return When(context.paper.day, context.paper.day, is_sure=False)
    found = known
    first, last = sentence.clause(start)
    leading = [one for one in found if one[2].lead in (Lead.AS_OF, Lead.BY, Lead.BEFORE)]
    is_past = is_told_as_past(sentence, start, end)
    same_clause = [
        one
        for one in found
        if first <= one[0] < last
        and one[2].lead in (Lead.ON, Lead.NONE)
        and not _is_aside(sentence, first, one[0], start, is_past=is_past)
    ]
    for group in (
        [one for one in leading if first <= one[0] < last],
        same_clause,
        leading if len(leading) == 1 else [],
    ):
        if group:
            nearest = min(group, key=lambda one: _distance(one, start, end))
            return _of(nearest[2], is_sure=len({(one[2].first, one[2].last) for one in group}) == 1)
    if found and (headed := HEADED.match(sentence.outline)) and found[0][2] is sentence.days[int(headed["d"])]:
        return _of(found[0][2], is_sure=True)
    if match := AT_MEETING.search(sentence.outline, first, last):
        key = sentence.meetings[int(match["m"])].key
        if key:
            return When(context.paper.day, context.paper.day, meeting=key)
    since = [one for one in found if one[2].lead in (Lead.SINCE, Lead.AFTER)]
    if is_past and len(found) == 1 and found[0][2].lead not in (Lead.SINCE, Lead.AFTER):
        if not _is_aside(sentence, first, found[0][0], start, is_past=is_past):
            return _of(found[0][2], is_sure=True)
        found = []
    if context.lead_day is not None and not context.lead_day.wrong:
        return _of(context.lead_day, is_sure=True)
    if is_past or THEN.search(sentence.outline[first:last]):
        return None
    is_open = bool(since) or (bool(found) and not _is_of_now(sentence, start, end))
    return on_paper_day(context, is_sure=not is_open)


def _is_aside(sentence: Sentence, first: int, at: int, start: int, *, is_past: bool) -> bool:
    """Whether a day belongs to a part of the sentence that only leads up to it, or adds to it ("Since it opened for signature
    in 1997, ...", "the Convention, adopted in 1997, had ...", "..., after talks in 2016")."""
    is_before = at < start
    begin = max(first, sentence.outline.rfind(",", first, at))
    comma = sentence.outline.find(",", at)
    part = sentence.outline[begin : at if is_before else comma if comma >= 0 else None]
    if "⟦N" not in part and INSERTED.match(part):
        return True
    return is_before and bool(LEADING_UP.search(part) or (not is_past and OF_ITSELF.search(part)))


def is_told_as_past(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words of a claim, or those right around them, are in the past."""
    first, last = sentence.clause(start)
    near = sentence.outline[max(first, start - 60) : min(last, end + 25)]
    return bool(PAST.search(near)) and not PAST_PERFECT_NOW.search(near)


def _is_of_now(sentence: Sentence, start: int, end: int) -> bool:
    return bool(
        re.search(
            r"\b(?:has|have|is|are|remains?|stands|now|today|currently|counts)\b",
            sentence.outline[max(0, start - 40) : end + 20],
        )
    )


def _distance(one: tuple[int, int, Day], start: int, end: int) -> int:
    return max(start - one[1], one[0] - end, 0)


def _of(day: Day, *, is_sure: bool) -> When:
    if day.lead is Lead.BEFORE and day.is_one_day:
        return When(day.first, day.last, day.lead, is_sure=False)
    return When(day.first, day.last, day.lead, is_sure=is_sure and not day.is_apart)
