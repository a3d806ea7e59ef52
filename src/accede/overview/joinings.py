"""Who joined a treaty and who left it, by years, and how many were in at every day on which that changed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accede.overview.register import Register
from accede.overview.standings import standings
from accede.register.standing import StandingOn
from accede.vocabulary.treaty_actions import TreatyActionKind

YEARS_AHEAD = 10
"""How many years are told after the last of which anything is known, where the view's day lies further ahead."""


@dataclass(frozen=True, slots=True)
class YearOfJoining:
    """A year: the States that joined and that left in it, by ISO alpha-3 key in order of days, and how many were in at its
    end (of the view's year: on the view's day)."""

    year: int
    joined: tuple[str, ...]
    left: tuple[str, ...]
    total: int
    in_force: int


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which numbers changed, and how many had joined, and were bound, from then on."""

    on: date
    joined: int
    in_force: int


@dataclass(frozen=True, slots=True)
class Joinings:
    """Every year from the first to the view's, without a gap; and every step. Days known within bounds count from the last.

    A view of a day far ahead has the years until `YEARS_AHEAD` after the last record or change.

    A State that came back has joined twice.
    """

    years: tuple[YearOfJoining, ...]
    steps: tuple[Step, ...]


@dataclass(slots=True)
class _Days:
    """What happened: day and State."""

    joined: list[tuple[date, str]] = field(default_factory=list)
    bound: list[tuple[date, str]] = field(default_factory=list)
    left: list[tuple[date, str]] = field(default_factory=list)
    unbound: list[tuple[date, str]] = field(default_factory=list)


def joinings(register: Register) -> Joinings:
    """Since the year in which the treaty was adopted (else: of the first deposit), by the view's day."""
    return register.once(joinings, lambda: _joinings(register))


def _joinings(register: Register) -> Joinings:
    days, as_of = _Days(), register.view.as_of
    for iso3, found in standings(register).items():
        _add(days, iso3, found, as_of)
    for happened in (days.joined, days.bound, days.left, days.unbound):
        happened.sort()
    adopted = register.treaty.dates.adopted
    first = [adopted.counts_from.year] if adopted else [on.year for on, _ in days.joined[:1]]
    changes = sorted({on for happened in (days.joined, days.bound, days.left, days.unbound) for on, _ in happened})
    known = max(register.view.known_on.year, *(on.year for on in changes[-1:]), min(first, default=0))
    years = range(min(first), min(as_of.year, known + YEARS_AHEAD) + 1) if first else ()
    return Joinings(
        years=tuple(
            YearOfJoining(
                year=year,
                joined=tuple(iso3 for on, iso3 in days.joined if on.year == year),
                left=tuple(iso3 for on, iso3 in days.left if on.year == year),
                total=_by(days.joined, date(year, 12, 31)) - _by(days.left, date(year, 12, 31)),
                in_force=_by(days.bound, date(year, 12, 31)) - _by(days.unbound, date(year, 12, 31)),
            )
            for year in years
        ),
        steps=tuple(
            Step(on, _by(days.joined, on) - _by(days.left, on), _by(days.bound, on) - _by(days.unbound, on))
            for on in changes
        ),
    )


def _add(days: _Days, iso3: str, found: StandingOn, as_of: date) -> None:
    """One State's days, as its standing walks them: a second consent of one that has joined changes nothing."""
    told = [(each.takes_hold.latest, each) for each in found.effects if each.takes_hold is not None]
    is_in, bound = False, None
    for on, effect in sorted(told, key=lambda one: one[0]):
        if on > as_of:
            break
        if effect.kind is TreatyActionKind.WITHDRAWAL:
            if is_in:
                days.left.append((on, iso3))
                if bound is not None and bound <= on:
                    days.unbound.append((on, iso3))
                elif bound is not None and (bound, iso3) in days.bound:
                    days.bound.remove((bound, iso3))
            is_in, bound = False, None
        elif effect.kind.expresses_consent and not is_in:
            is_in = True
            days.joined.append((on, iso3))
            bound = max(on, effect.effective.latest) if effect.effective else None
            if bound is not None and bound <= as_of:
                days.bound.append((bound, iso3))


def _by(happened: list[tuple[date, str]], on: date) -> int:
    return sum(each <= on for each, _ in happened)
