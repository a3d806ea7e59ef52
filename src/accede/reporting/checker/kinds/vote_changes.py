"""How a total of a vote changed from one year to the next: "17 abstentions, two more than the year before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.votes import NUMBER_OF
from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_hedged, is_question
from accede.reporting.checker.rolls import UNCLEAR, Among, Asked, Roll, asked_in, rolls
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts
from accede.vocabulary.ballots import Ballot

NEEDS = ("actions", "occasions", "roll_calls")

_EARLIER = (
    r"(?:(?:in |at |during )?(?:the|its) (?:year before|previous (?:year|session|vote)|preceding (?:year|session)|"
    r"last (?:session|vote))|(?:a|one) year (?:before|earlier|previously)|the year earlier|"
    r"twelve months (?:before|earlier))"
)
THAN = r"⟦N(?P<n>\d+)⟧ (?P<way>more|fewer|less)"
FRAMES = tuple(
    (ballot, Late(pattern, re.IGNORECASE))
    for ballot, words in NUMBER_OF
    for pattern in (
        rf"{THAN} {words} than {_EARLIER}",
        rf"{words}(?:[^.;:⟦]|⟦[UTD]\d+⟧){{0,60}}?(?:,| –| —| \() ?(?:(?:that is|which is|i\.e\.|up|or) )?{THAN} "
        rf"than {_EARLIER}",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteChangeClaim(Claim):
    """By how much a total is said to be more (or, below nought, less) than in the vote of the session before."""

    ballot: Ballot
    by: Quantity
    is_more: bool
    asked: Asked
    on: date


def find(sentence: Sentence, context: Context) -> Iterator[VoteChangeClaim]:
    """What a sentence compares with the vote of the year before."""
    if sentence.language != "en" or " than " not in sentence.outline or is_question(sentence):
        return
    for ballot, frame in FRAMES:
        for match in frame.finditer(sentence.outline):
            start, end = match.span()
            asked = asked_in(sentence, context, start, end)
            if asked is None or is_hedged(sentence, start, end):
                continue
            by, is_more = sentence.numbers[int(match["n"])], match["way"].lower() == "more"
            yield VoteChangeClaim(
                kind=ClaimKind.VOTE,
                where=context.passage.where,
                text=sentence.words(start, end),
                stated=f"{by.wording()} {'more' if is_more else 'fewer'} {ballot.label} than the year before",
                spots=(context.spot(sentence, start, end),),
                is_by_others=is_by_others(sentence, start, end),
                ballot=ballot,
                by=by,
                is_more=is_more,
                asked=asked,
                on=context.paper.day,
            )


def judge(claim: VoteChangeClaim, answers: Answers) -> Judgement:
    """Whether the two totals differ by so much."""
    if claim.asked.is_ours is not True:
        return cannot_tell(UNCLEAR)
    found = rolls(claim.asked, answers)
    if len(found.held) != 1 or found.missing:
        return cannot_tell(found.missing or "Several votes may be meant. Name body and year.")
    (roll,) = found.held
    earlier = answers.roll_call(roll.fact.body, roll.fact.session - 1)
    if earlier is None:
        return cannot_tell("The register holds no vote of that body the year before.", "", (roll.key,))
    before = Roll(earlier)
    now, then = (one.totals(claim.ballot, Among.ANY, answers, claim.on) for one in (roll, before))
    changes = {(one - other) * (1 if claim.is_more else -1) for one in now for other in then}
    keys = (roll.key, before.key)
    register = f"{_told(then)} in {before.label}, {_told(now)} in {roll.label}"
    if any(claim.by.fits(change) for change in changes):
        return agrees(register, "", keys)
    is_sure = all(one.fact.is_complete and one.is_sure(claim.ballot) for one in (before, roll))
    if not changes or not is_sure or any(claim.by.fits(change) is None for change in changes):
        return cannot_tell("The register does not hold these totals in full.", register, keys)
    return contradicts(register, f"The register has {register}.", keys)


def _told(totals: set[int]) -> str:
    return " or ".join(map(str, sorted(totals)))
