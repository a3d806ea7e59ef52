"""Dates that cannot be: days that are not in the calendar, wrong weekdays, a meeting or an act before the treaty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """A date and what is wrong with it."""

    wrong: str
    day: date | None = None


def find(sentence: Sentence, context: Context) -> Iterator[DateClaim]:
    """The dates of a sentence that cannot be, in any language."""
    for day in sentence.days:
        if day.wrong:
            yield DateClaim(
                kind=ClaimKind.DATE,
                where=context.passage.where,
                text=sentence.text[day.start : day.end],
                stated=sentence.text[day.start : day.end],
                spots=(Spot(context.passage.number, sentence.at + day.start, sentence.at + day.end),),
                wrong=day.wrong,
            )


def judge(claim: DateClaim, answers: Answers) -> Judgement:
    """It cannot be: the calendar says so."""
    if not claim.wrong:
        return agrees("a day of the calendar")
    if "is not a month" in claim.wrong or " is before " in claim.wrong:
        return cannot_tell(f"{claim.wrong[:1].upper()}{claim.wrong[1:]}.")
    return contradicts("no such day", f"{claim.wrong[:1].upper()}{claim.wrong[1:]}.")
