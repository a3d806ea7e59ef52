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
        statements=_of(register, register.statements, iso3),
        confirmations=_of(register, register.confirmations, iso3),
        checks=_of(register, register.checks, iso3),
        practices=_of(register, register.practices, iso3),
        attendance=_of(register, register.attendance, iso3),
        reports=_of(register, register.reports, iso3),
        other_claims=_of(register, register.other_claims, iso3),
        roll_calls=tuple(replace(each, fact=_cast(each.fact, iso3)) for each in register.roll_calls),
        lasting=dict(
            register.lasting
        ),  # what is folded of this State's evidence alone does not take the place of the whole's
    )
    carry_standings(register, narrowed)
    return narrowed


def _of(register: Register, evidence: tuple[Evidence[F], ...], iso3: str) -> tuple[Evidence[F], ...]:
    """Those of the State, found without looking at every other one's."""
    if not evidence:
        return ()
    kind = type(evidence[0].fact)
    return register.once_of(evidence, ("of a State", kind), lambda: _by_state(evidence)).get(iso3, ())


def _by_state(evidence: Iterable[Evidence[F]]) -> dict[str, tuple[Evidence[F], ...]]:
    found: dict[str, list[Evidence[F]]] = {}
    for each in evidence:
        found.setdefault(each.fact.state, []).append(each)
    return {iso3: tuple(held) for iso3, held in found.items()}


def _cast(roll_call: RollCall, iso3: str) -> RollCall:
    return replace(roll_call, ballots=tuple(cast for cast in roll_call.ballots if cast[0] == iso3))
