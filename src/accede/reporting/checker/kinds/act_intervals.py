"""How long a State took from its signature to its joining: "eleven years after it signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.register.standing import Effect
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.days import told
from accede.reporting.checker.reading.quantities import Bound, Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_conditional, is_hedged, is_question
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.treaty_actions import TreatyActionKind

NEEDS = ("actions", "occasions")
_N = r"⟦N(?P<n>\d+)⟧[- ](?P<unit>years?|months?)"
_SIGN = r"(?:(?:its |the |having |it |they |it had |had )?(?:sign(?:ed|ing)|signature|signing))"
_FREE = r"(?:[^.;:⟦]|⟦[TDM]\d+⟧)"
_JOIN = r"(?:ratif\w+|deposit\w*|acced\w+|join\w*|becom\w+ (?:a )?(?:State )?[Pp]arty)"
FRAMES = (
    Late(
        rf"\b[Ii]t took (?:the )?⟦L(?P<l>\d+)⟧ {_N} (?:from|after|between|since) "
        rf"{_FREE}{{0,20}}?{_SIGN}{_FREE}{{0,40}}?\b(?:to|and) {_FREE}{{0,20}}?{_JOIN}"
    ),
    Late(
        rf"⟦L(?P<l>\d+)⟧ (?:\w+ ){{0,2}}?took {_N} (?:from|after|between|since) "
        rf"{_FREE}{{0,20}}?{_SIGN}{_FREE}{{0,40}}?\b(?:to|and) {_FREE}{{0,20}}?{_JOIN}"
    ),
    Late(
        rf"⟦L(?P<l>\d+)⟧{_FREE}{{0,40}}?\b(?:ratified|deposited|joined|"
        rf"became a (?:State )?[Pp]arty)\b{_FREE}{{0,60}}?,? ?{_N} (?:after|from|following) {_FREE}{{0,12}}?{_SIGN}"
    ),
    Late(
        rf"{_N} (?:after|following) {_FREE}{{0,12}}?{_SIGN}{_FREE}{{0,40}}?, ⟦L(?P<l>\d+)⟧ (?:\w+ ){{0,2}}?"
        rf"(?:ratified|deposited|joined)"
    ),
    re.compile(
        rf"{_N} (?:passed|elapsed|lie|lay|went by) between ⟦L(?P<l>\d+)⟧['’]s? signature and (?:its )?ratification"
    ),
    Late(
        rf"⟦L(?P<l>\d+)⟧{_FREE}{{0,20}}?\bsigned{_FREE}{{0,60}}?\b(?:and|but|only) {_FREE}{{0,20}}?"
        rf"(?:ratified|deposited){_FREE}{{0,40}}?{_N} (?:later|afterwards)"
    ),
)
ROUNDED = 0.3
"""Years: what people round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalClaim(Claim):
    """How many years lie between a State's signature and its joining."""

    iso3: str
    years: Quantity
    is_ours: bool | None


def find(sentence: Sentence, context: Context) -> Iterator[IntervalClaim]:
    """The time that a sentence says a State took."""
    if sentence.language != "en" or is_question(sentence) or is_conditional(sentence):
        return
    for frame in FRAMES:
        for match in frame.finditer(sentence.outline):
            states = sentence.lists[int(match["l"])]
            if len(states) != 1 or is_hedged(sentence, match.start(), match.end()):
                continue
            number = sentence.numbers[int(match["n"])]
            factor = 1 / 12 if match["unit"].startswith("m") else 1.0
            yield IntervalClaim(
                kind=ClaimKind.TREATY_ACTION,
                where=context.passage.where,
                text=sentence.words(match.start(), match.end()),
                stated=f"{states[0].iso3}: {number.number:g} {match['unit']} from signature",
                spots=(context.spot(sentence, match.start(), match.end()),),
                is_by_others=is_by_others(sentence, match.start(), match.end()),
                iso3=states[0].iso3,
                years=Quantity(number.number * factor, number.bound),
                is_ours=context.is_ours(sentence, match.start(), match.end()),
            )
            return


def judge(claim: IntervalClaim, answers: Answers) -> Judgement:
    """Whether so many years lie between the two days."""
    if claim.is_ours is not True:
        return cannot_tell("It is not clear that this is said of the treaty asked about. Name it in the sentence.")
    held = answers.timeline.effects_of(claim.iso3)
    signed = next((one for one in held if one.kind is TreatyActionKind.SIGNATURE), None)
    joined = next((one for one in held if one.kind.expresses_consent), None)
    if signed is None or joined is None or signed.done is None or joined.done is None:
        return cannot_tell("The register does not hold both, a signature and a deposit.")
    register = f"signed on {told(signed.done.latest)}, {joined.kind.label} on {told(joined.done.latest)}"
    keys = (signed.key, joined.key)
    if not signed.done.is_known or not joined.done.is_known:
        return cannot_tell("The days are known only roughly.", register, keys)
    gap = (joined.done.latest - signed.done.latest).days / 365.25
    fits = _fits(gap, claim.years, _in_force_gap(signed, joined))
    if fits:
        return agrees(register, "", keys)
    if fits is None:
        return cannot_tell("It depends on how the time is counted.", register, keys)
    return contradicts(register, f"Between them lie {gap:.1f} years: {register}.", keys)


def _in_force_gap(signed: Effect, joined: Effect) -> float:
    assert signed.done is not None
    return (joined.effective.latest - signed.done.latest).days / 365.25 if joined.effective else 0.0


def _fits(gap: float, years: Quantity, in_force: float) -> bool | None:
    """Whether a time is what the words say; None where it is near, or the time to the entry into force may be meant."""
    n = years.number
    match years.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST | Bound.JUST_OVER:
            is_so: bool | None = gap >= n - 0.02 or (None if gap >= n - ROUNDED else False)
        case Bound.NEARLY | Bound.LESS_THAN | Bound.AT_MOST:
            is_so = n - 1.05 <= gap <= n + 0.02 or (
                None if gap <= n + ROUNDED and years.bound is not Bound.NEARLY else False
            )
        case _:
            is_so = abs(gap - n) < 0.99 if n >= 1.5 else abs(gap - n) < 0.12
    if is_so is False and abs(in_force - n) < 1:
        return None
    return is_so
