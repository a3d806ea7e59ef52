"""What moved between two days, towards the treaty and away from it: rungs gained and lost, who joined, who leaves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from accede.outreach.nearness.ladder import ladder, ladders
from accede.outreach.nearness.rules import Rung, RungStanding, Trace
from accede.outreach.nearness.traces import Promises
from accede.overview.changes import Happening, StandingChange, standing_changes
from accede.overview.register import Register
from accede.vocabulary.errors import Refused
from accede.vocabulary.treaty_actions import TreatyActionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A rung that a State gained or lost, and the evidence by which: of a day that has passed, what named it."""

    iso3: str
    rung: Rung
    by: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """After the end of the day `after`, up to the end of the day `until`. What happened to standings is told first."""

    after: date
    until: date
    towards: tuple[StandingChange, ...]
    away: tuple[StandingChange, ...]
    gained: tuple[Moved, ...]
    lost: tuple[Moved, ...]


_AWAY = (Happening.WITHDRAWAL_NOTIFIED, Happening.WITHDRAWAL_IN_EFFECT)


def movement(register: Register, after: date, promises: Promises = (), *, without: Collection[Rung] = ()) -> Movement:
    """What moved up to the view's day. Raises Refused for a first day after it, or before the treaty was adopted."""
    until = register.view.as_of
    if after > until:
        raise Refused(f"{after.isoformat()} is after {until.isoformat()}", remedy="Give the earlier day first")
    begins = register.treaty.dates.begins_on
    if begins is not None and after < begins:
        raise Refused(
            f"{after.isoformat()} is before the treaty was adopted", remedy=f"Give {begins.isoformat()} or a later day"
        )
    held = tuple(promises)
    then = replace(register, view=replace(register.view, as_of=after))
    gained: list[Moved] = []
    lost: list[Moved] = []
    for now in ladders(register, held, without=without):
        before = {each.rung: each for each in ladder(then, now.iso3, held, without=without).rungs}
        for each in now.rungs:
            was = before[each.rung].standing is RungStanding.REACHED
            if each.standing is RungStanding.REACHED and not was and each.by:
                gained.append(Moved(iso3=now.iso3, rung=each.rung, by=each.by))
            elif each.standing is RungStanding.LOST and was and each.undone_by:
                lost.append(Moved(iso3=now.iso3, rung=each.rung, by=each.undone_by))
    changes = standing_changes(register, after)
    away = tuple(each for each in changes if _is_away(each))
    return Movement(
        after=after,
        until=until,
        towards=tuple(each for each in changes if each not in away),
        away=away,
        gained=tuple(gained),
        lost=tuple(lost),
    )


def _is_away(change: StandingChange) -> bool:
    return change.what in _AWAY or (change.what is Happening.STEP and _is_step_away(change))


def _is_step_away(change: StandingChange) -> bool:
    """A suspension, or a step of a State that has joined already: what it can decide on then is to leave."""
    return change.action is TreatyActionKind.SUSPENSION or (change.before is not None and change.before.has_joined)
