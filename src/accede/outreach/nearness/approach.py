"""Whom to approach next: reasons on record for each State outside, the most reasons first. Pure.

A reason is something that is held. That we have not met a State lately is no reason by itself; it is told beside others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from accede.activities.values import Activity
from accede.outreach.nearness.ladder import Ladder, ladder, ladders
from accede.outreach.nearness.movement import Movement, movement
from accede.outreach.nearness.rules import Rung, RungStanding
from accede.outreach.nearness.traces import Promises
from accede.outreach.tasks.withdrawals import watch
from accede.overview.changes import Happening
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.register import Register
from accede.overview.standings import standings
from accede.records.values import Evidence
from accede.register.neighbours import shipped_neighbours
from accede.register.rules import months_after
from accede.vocabulary.activities import ActivityKind, PromiseStanding
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate

YEARS = 2
"""What happened so long ago at most is called lately: our choice."""
SOON_DAYS = 90
"""A promise that is due within so many days is a reason."""
NEAR = (Rung.STEPS, Rung.COMMITTED, Rung.PROCEDURE, Rung.SIGNED)
MET = (ActivityKind.BILATERAL, ActivityKind.VISIT, ActivityKind.DEMARCHE)


class Reason(Labelled):
    """Why a State may be approached now."""

    LEAVING = "leaving", "it is leaving: its withdrawal is notified or decided"
    CONDITION_MET = "condition_met", "what it waited for has come about"
    DAY_PASSED = "day_passed", "a day that it gave has passed"
    PROMISED = "promised", "it promised something that is due"
    NEAR = "near", "it stands near"
    CAME_NEARER = "came_nearer", "it came nearer lately"
    SLIPPED = "slipped", "it moved away lately"
    REPLIED = "replied", "it replied to a letter lately"
    NEIGHBOUR_JOINED = "neighbour_joined", "a neighbour joined lately"
    NOT_MET = "not_met", "no meeting with it is on record lately"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reason with what it rests on: the evidence (`key`, "" for an absence), its day, and what it is about.

    `rung` of what was gained, lost or reached (none: it left the treaty); `other` the neighbour, what was promised, the target of a
    condition, and of who is leaving "notified".
    """

    reason: Reason
    key: str = ""
    on: PartialDate | None = None
    rung: Rung | None = None
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A State with all its reasons, in the order of the list of reasons."""

    iso3: str
    reasons: tuple[Found, ...]
    ladder: Ladder


def approaches(
    register: Register,
    promises: Promises = (),
    *,
    without: Collection[Rung] = (),
    leaving_out: Collection[Reason] = (),
) -> tuple[Approach, ...]:
    """The States outside, and those about to leave, that have a reason: those with the most first, then those on most rungs.

    Rungs in `without` and reasons in `leaving_out` are switched off.
    """
    held = tuple(promises)
    since = _lately(register)
    moved = movement(register, since, held, without=without)
    found = {each.iso3: each for each in ladders(register, held, without=without)}
    for iso3 in _leaving(register):
        found.setdefault(iso3, ladder(register, iso3, held, without=without))
    reasons: dict[str, list[Found]] = {}
    for iso3, reason in _all(register, held, moved, found, since):
        if reason.reason not in leaving_out and iso3 in found:
            reasons.setdefault(iso3, []).append(reason)
    last = last_met(register)
    if Reason.NOT_MET not in leaving_out:
        for iso3, why in reasons.items():
            met = last.get(iso3)
            if met is None or met.fact.on.counts_from < since:
                on = met.fact.on if met else None
                why.append(Found(reason=Reason.NOT_MET, key=met.key if met else "", on=on))
    order = list(Reason)
    made = [
        Approach(iso3=iso3, ladder=found[iso3], reasons=tuple(sorted(why, key=lambda each: order.index(each.reason))))
        for iso3, why in reasons.items()
    ]
    place = {iso3: at for at, iso3 in enumerate(found)}
    return tuple(sorted(made, key=lambda each: (*_urgency(each), place[each.iso3])))


def _urgency(each: Approach) -> tuple[bool, int]:
    """Who is leaving first, as that has a day; then by how many kinds of reason there are."""
    kinds = {one.reason for one in each.reasons}
    return Reason.LEAVING not in kinds, -len(kinds)


def last_met(register: Register) -> Mapping[str, Evidence[Activity]]:
    """The last meeting, visit or démarche on record with each State by the view's day."""
    newest: dict[str, Evidence[Activity]] = {}
    for each in register.counting(register.of_sources(register.activities)):
        if each.fact.kind not in MET or not register.has_happened(each.fact.on, each.source):
            continue
        for iso3 in {*each.fact.towards, each.fact.about_state}:
            if iso3 not in newest or newest[iso3].fact.on.counts_from < each.fact.on.counts_from:
                newest[iso3] = each
    return newest


def _lately(register: Register) -> date:
    begins, since = register.treaty.dates.begins_on, months_after(register.view.as_of, -12 * YEARS)
    return max(begins, since) if begins else since


def _all(
    register: Register, promises: Promises, moved: Movement, found: Mapping[str, Ladder], since: date
) -> Iterator[tuple[str, Found]]:
    yield from _leaving(register).items()
    yield from _conditions(register)
    yield from _rungs(found)
    yield from _moved(moved)
    yield from _promised(register, promises)
    yield from _replied(register, since)
    yield from _neighbours(register, tuple(found), since)


def _conditions(register: Register) -> Iterator[tuple[str, Found]]:
    """What States waited for and has come about, and times that they gave and have passed."""
    for each in conditions(register):
        target = each.code.target
        if each.standing is ConditionStanding.MET:
            yield each.iso3, Found(reason=Reason.CONDITION_MET, key=each.key, on=each.said.said_on, other=target)
        elif each.standing is ConditionStanding.EXPIRED:
            yield each.iso3, Found(reason=Reason.DAY_PASSED, key=each.key, on=each.code.expires, other=target)


def _rungs(found: Mapping[str, Ladder]) -> Iterator[tuple[str, Found]]:
    """Rungs that are near, and days that were named and have passed."""
    for iso3, stands in found.items():
        for each in stands.rungs:
            is_over = each.standing is RungStanding.LOST and each.by is each.undone_by
            if each.rung is Rung.DAY_NAMED and is_over and each.by:
                yield iso3, Found(reason=Reason.DAY_PASSED, key=each.by.key, on=each.by.until)
            elif each.rung in NEAR and each.standing is RungStanding.REACHED and each.by:
                yield iso3, Found(reason=Reason.NEAR, key=each.by.key, on=each.by.on, rung=each.rung)


def _moved(moved: Movement) -> Iterator[tuple[str, Found]]:
    """Rungs gained and lost lately, and who left the treaty."""
    for gained in moved.gained:
        yield gained.iso3, Found(reason=Reason.CAME_NEARER, key=gained.by.key, on=gained.by.on, rung=gained.rung)
    for lost in moved.lost:
        yield lost.iso3, Found(reason=Reason.SLIPPED, key=lost.by.key, on=lost.by.on, rung=lost.rung)
    for left in moved.away:
        if left.what is Happening.WITHDRAWAL_IN_EFFECT:
            yield left.iso3, Found(reason=Reason.SLIPPED, key=left.evidence, on=left.on)


def _leaving(register: Register) -> dict[str, Found]:
    """Those that are in still, whose withdrawal is notified, or that took a step towards one."""
    found = watch(register)
    steps = {each.iso3: Found(reason=Reason.LEAVING, key=each.key, on=each.on) for each in found.announced}
    notified = {
        each.iso3: Found(reason=Reason.LEAVING, key=each.key, on=each.takes_effect, other="notified")
        for each in found.leaving
        if not each.is_in_effect
    }
    return steps | notified


def _promised(register: Register, promises: Promises) -> Iterator[tuple[str, Found]]:
    today = register.view.as_of
    for each in promises:
        fact = each.fact
        due = fact.due
        if fact.standing is not PromiseStanding.OPEN or due is None or fact.by != fact.state:
            continue
        if (due.counts_from - today).days <= SOON_DAYS:
            yield fact.state, Found(reason=Reason.PROMISED, key=each.key, on=due, other=fact.what)


def _replied(register: Register, since: date) -> Iterator[tuple[str, Found]]:
    for each in register.counting(register.of_sources(register.activities)):
        fact = each.fact
        is_reply = fact.kind is ActivityKind.REPLY and register.has_happened(fact.on, each.source)
        if is_reply and fact.on.counts_from >= since:
            yield fact.by, Found(reason=Reason.REPLIED, key=each.key, on=fact.on)


def _neighbours(register: Register, states: tuple[str, ...], since: date) -> Iterator[tuple[str, Found]]:
    held = standings(register)
    for iso3 in states:
        for each in dict.fromkeys(one.iso3 for one in shipped_neighbours().get(iso3, ())):
            stands = held.get(each)
            if stands is None or not stands.standing.has_joined:
                continue
            for effect in stands.effects:
                joined = effect.done if effect.kind.expresses_consent else None
                if joined is not None and since <= joined.earliest and joined.latest <= register.view.as_of:
                    yield iso3, Found(reason=Reason.NEIGHBOUR_JOINED, key=effect.key, on=joined.partial(), other=each)
