"""The register narrowed to one State: the same answers about it, from a fraction of the evidence. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from accede.evidence.values import RollCall
from accede.overview.register import Register
from accede.overview.standings import carry_standings
from accede.records.values import Evidence


class _OfState(Protocol):
    """A fact about one State."""

    @property
    def state(self) -> str: ...


F = TypeVar("F", bound=_OfState)


def about(register: Register, iso3: str) -> Register:
    """Evidence about this State alone; treaty actions, activities, States, occasions and sources stay whole.

    Who stands outside is asked of all, so the actions stay, and what is folded from them goes along.
    """
    narrowed = replace(
        register,
        statements=_of(register.statements, iso3),
        confirmations=_of(register.confirmations, iso3),
        checks=_of(register.checks, iso3),
        practices=_of(register.practices, iso3),
        attendance=_of(register.attendance, iso3),
        reports=_of(register.reports, iso3),
        other_claims=_of(register.other_claims, iso3),
        roll_calls=tuple(replace(each, fact=_cast(each.fact, iso3)) for each in register.roll_calls),
    )
    carry_standings(register, narrowed)
    return narrowed


def _of(evidence: Iterable[Evidence[F]], iso3: str) -> tuple[Evidence[F], ...]:
    return tuple(each for each in evidence if each.fact.state == iso3)


def _cast(roll_call: RollCall, iso3: str) -> RollCall:
    return replace(roll_call, ballots=tuple(cast for cast in roll_call.ballots if cast[0] == iso3))
