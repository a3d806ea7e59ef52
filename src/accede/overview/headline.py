"""The headline: how many States have joined a treaty, who stands outside, and what is uncertain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from accede.overview.load import load
from accede.overview.register import Register
from accede.overview.standings import name_of, outside, standings
from accede.records.values import View
from accede.register.standing import StandingOn
from accede.vocabulary.standings import Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """States by standing; `universe` = `joined` + `outside`, always. `signed` counts all who signed, joined or not."""

    universe: int
    joined: int
    in_force: int
    joined_not_in_force: int
    outside: int
    signatory: int
    non_signatory: int
    withdrawn: int
    signed: int


@dataclass(frozen=True, slots=True)
class StateOutside:
    """A State that has not joined."""

    iso3: str
    name: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class UncertainState:
    """A State whose standing the dates we hold leave open, and what they leave open."""

    iso3: str
    why: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer of `status`, as the command-line contract has it.

    `maybe_in_force` has the keys of those counted as not yet bound for which, by the dates held, it may be in force already.
    """

    treaty: str
    as_of: date
    known_on: datetime
    counts: Counts
    outside: tuple[StateOutside, ...]
    uncertain: tuple[UncertainState, ...]
    maybe_in_force: tuple[str, ...] = field(default=(), metadata={"in_json": False})


def headline_of(treaty: str, view: View) -> Headline:
    """The headline of a treaty as of a day and as known on an instant. Raises UnknownName."""
    return headline(load(view, treaty, "actions"))


def headline(register: Register) -> Headline:
    """The headline, from the actions that the view's sources tell of. Raises UnknownName where none is held."""
    held = standings(register, from_sources=True)
    return Headline(
        treaty=register.treaty.key,
        as_of=register.view.as_of,
        known_on=register.view.known_on,
        counts=counts(held),
        outside=tuple(StateOutside(iso3, name_of(iso3), held[iso3].standing) for iso3 in outside(held)),
        uncertain=tuple(UncertainState(iso3, found.why) for iso3, found in held.items() if found.is_uncertain),
        maybe_in_force=tuple(iso3 for iso3, found in held.items() if may_be_in_force(found)),
    )


def may_be_in_force(found: StandingOn) -> bool:
    """Whether a State is counted as not yet bound, and may be bound already by the dates held."""
    return found.standing is Standing.JOINED_NOT_IN_FORCE and Standing.IN_FORCE in found.possible


def counts(held: Mapping[str, StandingOn]) -> Counts:
    """How many States stand where."""
    number = dict.fromkeys(Standing, 0)
    for found in held.values():
        number[found.standing] += 1
    return Counts(
        universe=len(held),
        joined=sum(n for standing, n in number.items() if standing.has_joined),
        in_force=number[Standing.IN_FORCE],
        joined_not_in_force=number[Standing.JOINED_NOT_IN_FORCE],
        outside=sum(n for standing, n in number.items() if not standing.has_joined),
        signatory=number[Standing.SIGNATORY],
        non_signatory=number[Standing.NON_SIGNATORY],
        withdrawn=number[Standing.WITHDRAWN],
        signed=sum(found.has_signed for found in held.values()),
    )
