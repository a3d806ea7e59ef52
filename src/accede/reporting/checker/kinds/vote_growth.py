"""How a total of the vote grew or fell over years: "support grew from 155 votes in 1996 to 169 in 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.assembly import ASSEMBLY
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.rolls import UNCLEAR, Among, Asked, Roll, asked_in, rolls
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot, Body

NEEDS = ("actions", "occasions", "roll_calls")
_WHAT = (
    (Ballot.ABSTAINED, r"(?:abstentions?|(?:States|countries) abstaining)"),
    (Ballot.AGAINST, r"(?:votes? against|(?:no|negative)[- ]votes?)"),
    (
        Ballot.IN_FAVOUR,
        r"(?:support|backing|votes? (?:in favou?r|for)|(?:yes|affirmative|positive)[- ]votes?|"
        r"(?:States|countries) (?:voting|in) (?:in favou?r|for|favou?r))",
    ),
)
_WENT = (
    r"(?:grew|grown|rose|risen|increased|climbed|went up|gone up|fell|fallen|dropped|declined|decreased|shrank|"
    r"shrunk|went down|"
    r"gone down|went|gone|moved|moving|rising|growing|falling|climbing|dropping)"
)
_UNIT = r"(?: (?:votes?|States|countries|abstentions?|(?:votes )?in favou?r|against))?"
_AT = r"(?:,? \(?⟦D(?P<{}>\d+)⟧\)?)?"
FRAMES = tuple(
    (
        ballot,
        Late(
            rf"\b{what}\b(?:[^.;:⟦]|"
            rf"⟦[UTD]\d+⟧){{0,110}}?\b{_WENT}(?: \w+ly)?,? from ⟦N(?P<a>\d+)⟧{_UNIT}{_AT.format('d')}"
            rf"(?:,? to ⟦N(?P<b>\d+)⟧)?{_UNIT}{_AT.format('e')}",
            re.IGNORECASE,
        ),
    )
    for ballot, what in _WHAT
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteGrowthClaim(Claim):
    """Two totals of one ballot and their years; a year of nought is that of the vote asked, or the one before."""

    ballot: Ballot
    totals: tuple[tuple[float, int], tuple[float, int]]
    asked: Asked
    is_of_assembly: bool
    on: date


def find(sentence: Sentence, context: Context) -> Iterator[VoteGrowthClaim]:
    """Where a sentence compares the totals of two years."""
    if sentence.language != "en" or " from ⟦N" not in sentence.outline or is_question(sentence):
        return
    for ballot, frame in FRAMES:
        for match in frame.finditer(sentence.outline):
            start, end = match.span()
            numbers = _numbers(sentence, match)
            asked = asked_in(sentence, context, start, end)
            if numbers is None or asked is None or is_hedged(sentence, start, end):
                continue
            years = [_year(sentence, match[name]) for name in ("d", "e")]
            yield VoteGrowthClaim(
                kind=ClaimKind.VOTE,
                where=context.passage.where,
                text=sentence.words(start, end),
                stated=f"{numbers[0]:g} and {numbers[1]:g} {ballot.label}",
                spots=(context.spot(sentence, start, end),),
                is_by_others=is_by_others(sentence, start, end),
                ballot=ballot,
                totals=((numbers[0], years[0]), (numbers[1], years[1])),
                asked=asked,
                is_of_assembly=any(one.body == ASSEMBLY for one in sentence.terms)
                and not any(one.body == Body.FIRST_COMMITTEE for one in sentence.terms),
                on=context.paper.day,
            )
            return


def judge(claim: VoteGrowthClaim, answers: Answers) -> Judgement:
    """Whether each total is that of its year, in one body."""
    if claim.asked.is_ours is not True:
        return cannot_tell(UNCLEAR)
    years = _years(claim, answers)
    if years is None:
        return cannot_tell("The years of these totals are not clear. Say in which years these votes were.")
    told_body = claim.asked.body or (Body.PLENARY if claim.is_of_assembly or claim.asked.symbol else None)
    every = [Roll(topic) for topic in answers.roll_calls]
    wrong: list[str] = []
    for body in (told_body,) if told_body else (Body.PLENARY, Body.FIRST_COMMITTEE):
        held = [next((one for one in every if one.fact.body is body and one.year == year), None) for year in years]
        totals = [one.totals(claim.ballot, Among.ANY, answers, claim.on) if one else set() for one in held]
        keys = tuple(one.key for one in held if one)
        register = "; ".join(
            f"{' or '.join(map(str, sorted(found)))} in {year}"
            for found, year in zip(totals, years, strict=True)
            if found
        )
        said = [number for number, _ in claim.totals]
        if all(number in found for number, found in zip(said, totals, strict=True)):
            return agrees(register, "", keys)
        is_sure = body is Body.PLENARY and all(one is not None and one.is_sure(claim.ballot) for one in held)
        if told_body and is_sure and all(totals):
            return contradicts(register, f"The register has {register}.", keys)
        wrong.append(register)
    return cannot_tell(
        "Body or year of these totals is not clear, or the register does not hold them.", "; ".join(wrong)
    )


def _numbers(sentence: Sentence, match: re.Match[str]) -> tuple[float, float] | None:
    first: Quantity = sentence.numbers[int(match["a"])]
    if first.bound is Bound.BETWEEN and first.upto is not None:
        return first.number, first.upto
    if match["b"] is None or first.bound is not Bound.EXACT:
        return None
    second = sentence.numbers[int(match["b"])]
    return (first.number, second.number) if second.bound is Bound.EXACT else None


def _year(sentence: Sentence, sign: str | None) -> int:
    day = sentence.days[int(sign)] if sign else None
    return day.first.year if day and not day.wrong and day.first.year == day.last.year else 0


def _years(claim: VoteGrowthClaim, answers: Answers) -> tuple[int, int] | None:
    first, last = claim.totals[0][1], claim.totals[1][1]
    if first and last:
        return first, last
    if claim.asked.days and first and claim.asked.days[0].first.year == first and not claim.asked.symbol:
        return None
    found = rolls(claim.asked, answers)
    sessions = {one.year for one in found.held}
    if len(sessions) != 1:
        return None
    (now,) = sessions
    if now == first:
        return None
    return (first or now - 1), (last or now)
