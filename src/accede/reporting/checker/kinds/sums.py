"""Numbers of one paper that must add up: those that have joined and those outside are all States."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.counting.days import settled
from accede.reporting.checker.kinds.counts import CountClaim, unsure_states
from accede.reporting.checker.reading.days import Lead, told
from accede.reporting.checker.reading.quantities import Bound
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, agrees, cannot_tell, contradicts

NEEDS = ("actions", "occasions")
MOST_SUMS = 100
"""A paper that gives more pairs of numbers is no paper; its later ones are judged one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SumClaim(Claim):
    """Two numbers that together are all States on a day. `whole`: how many those are said to be, where it is said."""

    joined: int
    outside: int
    on: date
    whole: int | None = None


def find_in(claims: Sequence[Claim], answers: Answers) -> Iterator[SumClaim]:
    """Every pair of different numbers that a paper gives of one time, in which nobody joined or left."""
    counted = [one for one in claims if isinstance(one, CountClaim) and _is_plain(one)]
    joined = [one for one in counted if one.measure is Measure.JOINED]
    outside = [one for one in counted if one.measure is Measure.OUTSIDE]
    seen: set[tuple[int, int, int | None]] = set()
    for one in joined:
        for other in outside:
            whole = (one.whole or other.whole) if one.where == other.where else None
            pair = (int(one.quantity.number), int(other.quantity.number), whole)
            if pair in seen or (whole is None and any(_may_be_events(each) for each in (one, other))):
                continue
            if len(seen) == MOST_SUMS:
                return
            days = (settled(one.when, answers), settled(other.when, answers))
            if days[0] is None or days[1] is None:
                continue
            first, last = sorted((days[0].last, days[1].last))
            if (
                days[0].first != days[0].last
                or days[1].first != days[1].last
                or len(answers.timeline.values(Measure.JOINED, first, last)) > 1
            ):
                continue
            seen.add(pair)
            yield SumClaim(
                kind=ClaimKind.SUM,
                where=other.where if one.where == other.where else f"{one.where}; {other.where}",
                text=f"{one.text} … {other.text}",
                stated=f"{pair[0]} + {pair[1]} = {whole or pair[0] + pair[1]}",
                spots=(*one.spots, *other.spots),
                joined=pair[0],
                outside=pair[1],
                on=last,
                whole=whole,
            )


def judge(claim: SumClaim, answers: Answers) -> Judgement:
    """Whether the sum is the number of States then."""
    universe = answers.timeline.value(Measure.UNIVERSE, claim.on).counted
    total = claim.joined + claim.outside
    register = f"{universe} States on {told(claim.on)}"
    if claim.whole is not None and total != claim.whole:
        return contradicts(register, f"{claim.joined} and {claim.outside} are {total}, not {claim.whole}.")
    if total == universe:
        return agrees(register)
    if total == answers.timeline.value(Measure.UN_MEMBERS, claim.on).counted or (
        abs(total - universe) <= unsure_states(claim.on)
    ):
        return cannot_tell("How many States there are is counted in several ways. Say of how many States.", register)
    return contradicts(register, f"{claim.joined} and {claim.outside} are {total}; there are {universe} States.")


def _may_be_events(claim: CountClaim) -> bool:
    """Whether it may count what happened on a day, and not what held then."""
    return claim.is_event and claim.when is not None and claim.when.lead not in (Lead.AS_OF, Lead.BY, Lead.NONE)


def _is_plain(claim: CountClaim) -> bool:
    return (
        claim.is_ours is True
        and not claim.is_by_others
        and claim.when is not None
        and claim.when.is_sure
        and not claim.is_perhaps_part
        and claim.quantity.bound is Bound.EXACT
        and Measure.UN_JOINED not in claim.others
        and Measure.UN_OUTSIDE not in claim.others
    )
