"""Who leaves or has decided to: the days, by which rule, and what may hold a withdrawal back. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accede.overview.register import Register
from accede.overview.standings import actions_by_state, by_name, standings
from accede.register.rules import Bounds
from accede.register.standing import Effect, as_partial
from accede.register.treaty import WithdrawalRule
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind

LATELY = timedelta(days=366)
"""How long a withdrawal in effect is watched still."""
STEPS = (TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.DECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A withdrawal that was notified: `takes_effect` as the depositary states it (`is_stated`), else by the treaty's rule.

    Where a rule holds a withdrawal back (`held_back`: "armed_conflict"), a day that is not stated is the first possible one.
    """

    iso3: str
    key: str
    notified: PartialDate | None
    takes_effect: PartialDate | None
    is_stated: bool
    is_in_effect: bool
    days_left: int | None
    held_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A step towards leaving that has no legal effect: announced or decided, not notified; or a suspension."""

    iso3: str
    key: str
    kind: TreatyActionKind
    on: PartialDate


@dataclass(frozen=True, slots=True)
class Watch:
    """All of them, the next to take effect first; `rule` is the treaty's, None where we hold none."""

    leaving: tuple[Leaving, ...]
    announced: tuple[Announced, ...]
    rule: WithdrawalRule | None


def watch(register: Register) -> Watch:
    """What is under way on the view's day, or took effect within a year before it."""
    found = [each for iso3 in standings(register) for each in _leaving(register, iso3)]
    found.sort(key=lambda each: (each.is_in_effect, each.takes_effect.counts_from if each.takes_effect else date.max))
    return Watch(tuple(found), tuple(_announced(register)), register.treaty.withdrawal)


def _leaving(register: Register, iso3: str) -> Iterator[Leaving]:
    on, held = register.view.as_of, standings(register)[iso3]
    for effect in held.effects:
        if effect.kind is not TreatyActionKind.WITHDRAWAL:
            continue
        is_pending = held.withdrawal is not None and held.withdrawal.key == effect.key
        is_late = effect.effective is not None and on - LATELY <= effect.effective.latest <= on
        if is_pending or is_late:
            yield _told(register, iso3, effect, is_in_effect=not is_pending)


def _told(register: Register, iso3: str, effect: Effect, *, is_in_effect: bool) -> Leaving:
    rule, day = register.treaty.withdrawal, effect.effective
    left = None if is_in_effect or day is None else (day.latest - register.view.as_of).days
    return Leaving(
        iso3=iso3,
        key=effect.key,
        notified=as_partial(effect.done),
        takes_effect=as_partial(day),
        is_stated=effect.is_stated,
        is_in_effect=is_in_effect,
        days_left=left,
        held_back="" if effect.is_stated or rule is None else rule.held_back_by,
    )


def _announced(register: Register) -> Iterator[Announced]:
    """Steps of States that are in, and have notified nothing since."""
    held, by_state = standings(register), actions_by_state(register)
    for iso3 in by_name(iso3 for iso3 in by_state if iso3 in held):
        stands = held[iso3]
        if not stands.standing.has_joined or stands.withdrawal is not None:
            continue
        for action in by_state[iso3]:
            fact = action.fact
            is_step = fact.kind in STEPS and fact.about == TreatyActionKind.WITHDRAWAL
            day = fact.decided or fact.announced
            is_told = day is not None and Bounds.of(day).latest <= register.view.as_of
            if day is not None and is_told and (is_step or fact.kind is TreatyActionKind.SUSPENSION):
                yield Announced(iso3=iso3, key=action.key, kind=fact.kind, on=day)
