"""Where each State outside stands on the ladder on a day. Pure over a register, and promises where the caller has any."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from accede.outreach.nearness.rules import OnRung, Rung, Trace, reached, steps
from accede.outreach.nearness.traces import Promises, traces
from accede.overview.register import Register
from accede.overview.standings import outside, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """One State: every rung that is on, from far to near; those on which it stands; `score` is how many they are."""

    iso3: str
    rungs: tuple[OnRung, ...]
    reached: tuple[Rung, ...]

    @property
    def score(self) -> int:
        """How many rungs are reached, each counting as one."""
        return len(self.reached)

    @property
    def nearest(self) -> Rung | None:
        """The nearest rung that is reached."""
        return self.reached[-1] if self.reached else None


def ladders(
    register: Register, promises: Promises = (), *, on: date | None = None, without: Collection[Rung] = ()
) -> tuple[Ladder, ...]:
    """The States outside on a day (default: the view's), those on most rungs first, then those on the nearest.

    Rungs in `without` are switched off: they count nowhere.
    """
    then = register if on is None or on == register.view.as_of else _on(register, on)
    found = _traces(then, tuple(promises))
    made = [_ladder(iso3, found.get(iso3, ()), then.view.as_of, without) for iso3 in outside(standings(then))]
    order = list(Rung)
    return tuple(sorted(made, key=lambda each: (-each.score, -order.index(each.nearest) if each.nearest else 1)))


def ladder(register: Register, iso3: str, promises: Promises = (), *, without: Collection[Rung] = ()) -> Ladder:
    """One State, outside or not. Raises UnknownName."""
    held = register.state(iso3.upper()).fact.iso3
    return _ladder(held, _traces(register, tuple(promises)).get(held, ()), register.view.as_of, without)


def _ladder(iso3: str, held: tuple[Trace, ...], on: date, without: Collection[Rung]) -> Ladder:
    rungs = tuple(each for each in steps(held, on) if each.rung not in without)
    return Ladder(iso3=iso3, rungs=rungs, reached=reached(rungs))


def _traces(register: Register, promises: Promises) -> Mapping[str, tuple[Trace, ...]]:
    """Worked out once for a register and the promises as they are."""
    versions = tuple((each.key, each.version) for each in promises)
    return register.once((traces, versions), lambda: traces(register, promises))


def _on(register: Register, day: date) -> Register:
    """The same evidence on another day: one register a day, kept with the first."""
    return register.once((ladders, day), lambda: replace(register, view=replace(register.view, as_of=day)))
