"""Dates that cannot be: days that are not in the calendar, wrong weekdays, days to come that are told as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import Day, Lead, told
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, cannot_tell, contradicts

NEEDS = ("actions", "occasions")


_DID = (
    r"(?:joined|acceded|ratified|signed|deposited|withdrew|voted|abstained|adopted|opened|closed|visited|met|convened|hosted|chaired|"
    r"attended|participated|took (?:part|place|effect)|entered into force|came into force|became|wrote|replied|submitted|announced|"
    r"(?:was|were) (?:held|adopted|signed|deposited|opened|convened|submitted|elected|received|destroyed))"
)
TOLD_AS_PAST = (
    Late(rf"^\W*⟦D(?P<d>\d+)⟧,? (?:[^.;:,⟦]|⟦[A-Z]\d+⟧){{2,90}}?\b{_DID}\b"),
    re.compile(r"\b(?:joined|acceded to|ratified|signed|withdrew from|left) ⟦T\d+⟧ ⟦D(?P<d>\d+)⟧"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """A date and what is wrong with it; or `told_as_past`: a day after that of the paper of which the text tells as past."""

    wrong: str = ""
    told_as_past: date | None = None


def find(sentence: Sentence, context: Context) -> Iterator[DateClaim]:
    """The dates of a sentence that cannot be, in any language."""
    for day in sentence.days:
        if day.wrong:
            yield _claim(sentence, context, day, wrong=day.wrong)
    if sentence.language != "en" or is_question(sentence):
        return
    for pattern in TOLD_AS_PAST:
        for match in pattern.finditer(sentence.outline):
            day = sentence.days[int(match["d"])]
            is_later = not day.wrong and day.year_is_told and not day.is_relative and day.first > context.paper.day
            is_led = day.lead in (Lead.ON, Lead.NONE, Lead.AS_OF)
            if is_later and is_led and not is_hedged(sentence, match.start(), match.end()):
                yield _claim(sentence, context, day, told_as_past=day.first)
                return


def judge(claim: DateClaim, answers: Answers) -> Judgement:
    """It cannot be: the calendar says so, or the day is not yet come."""
    if claim.told_as_past is not None:
        today = max(answers.register.view.known_on.date(), answers.horizon)
        if claim.told_as_past > today:
            return contradicts("a day to come", f"It is told as past, and lies after {told(today)}.")
        return cannot_tell("It lies after the day of the paper, and is told as past. Say of which day the paper is.")
    if "is not a month" in claim.wrong or " is before " in claim.wrong:
        return cannot_tell(f"{claim.wrong}.")
    return contradicts("no such day", f"{claim.wrong}.")


def _claim(
    sentence: Sentence, context: Context, day: Day, *, wrong: str = "", told_as_past: date | None = None
) -> DateClaim:
    return DateClaim(
        kind=ClaimKind.DATE,
        where=context.passage.where,
        text=sentence.text[day.start : day.end],
        stated=sentence.text[day.start : day.end],
        spots=(Spot(context.passage.number, sentence.at + day.start, sentence.at + day.end),),
        wrong=wrong,
        told_as_past=told_as_past,
    )
