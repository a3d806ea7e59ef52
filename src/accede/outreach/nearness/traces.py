"""What is on record of each State that bears on nearness. Pure over a register, and promises where the caller has any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from accede.activities.threads import Promise
from accede.evidence.values import Code
from accede.outreach.nearness.rules import (
    KEPT,
    PROMISED,
    REPORTED,
    SPOKE,
    TOOK_PART,
    WAS_ABSENT,
    Trace,
    claimed,
    done,
    own,
    position,
    step,
    vote,
)
from accede.overview.attendance import attendance
from accede.overview.ballot_history import held_votes
from accede.overview.occasions import days_of, meetings
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.reports import merged, report_topics
from accede.overview.standings import known_until, standings
from accede.overview.statements import said
from accede.records.values import Evidence
from accede.register.rules import Bounds
from accede.register.standing import StandingOn, effects
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.practices import Actor, ClaimStatus, PracticeKind
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import CodeKind, Step
from accede.vocabulary.treaty_actions import TreatyActionKind

Promises = Iterable[Evidence[Promise]]
_OF_OTHERS = (ClaimStatus.ALLEGED, ClaimStatus.CONFIRMED)


def traces(register: Register, promises: Promises = ()) -> Mapping[str, tuple[Trace, ...]]:
    """By State, all that had happened by the view's day."""
    found: dict[str, list[Trace]] = {}
    for iso3, trace in _all(register, promises):
        found.setdefault(iso3, []).append(trace)
    return {iso3: tuple(each) for iso3, each in found.items()}


def _all(register: Register, promises: Promises) -> Iterator[tuple[str, Trace]]:
    yield from _statements(register)
    yield from _attendance(register)
    yield from _votes(register)
    yield from _practices(register)
    yield from _reports(register)
    yield from _actions(register)
    yield from _promises(register, promises)


def _statements(register: Register) -> Iterator[tuple[str, Trace]]:
    for each in said(register):
        held = each.evidence

        def shows(
            sign: str, until: PartialDate | None = None, held: Evidence[object] = held, on: PartialDate = each.said_on
        ) -> Trace:
            return Trace(sign=sign, on=on, key=held.key, record="statement", source=held.source, until=until)

        yield held.fact.state, shows(SPOKE)
        for code in each.codes:
            if code.kind is CodeKind.POSITION:
                yield held.fact.state, shows(position(code.code))
            elif code.kind is CodeKind.STEP:
                yield held.fact.state, shows(step(code.code), _given(code))


def _given(code: Code) -> PartialDate | None:
    """The day that a target names: as it was coded, else as the words that show it name one."""
    if code.code != Step.TARGET_DATE or code.expires is not None:
        return code.expires
    try:
        return read_date(code.trigger.removeprefix("in ").removeprefix("by "))
    except InvalidDate:
        return None


def _attendance(register: Register) -> Iterator[tuple[str, Trace]]:
    days = dict(_meeting_days(register))
    for iso3, found in attendance(register, who="all").states.items():
        for sign, held in ((TOOK_PART, found.attended), (WAS_ABSENT, found.absent)):
            for key, record in held.items():
                if key in days:
                    yield (
                        iso3,
                        Trace(sign=sign, on=days[key], key=record.key, record="attendance", source=record.source),
                    )


def _meeting_days(register: Register) -> Iterator[tuple[str, PartialDate]]:
    held = meetings(register)
    for key, place in held.place.items():
        fact = held.held[place].fact
        on = days_of(fact) or fact.starts
        if on is not None:
            yield key, on


def _votes(register: Register) -> Iterator[tuple[str, Trace]]:
    telling = (Ballot.IN_FAVOUR, Ballot.AGAINST, Ballot.ABSTAINED, Ballot.NOT_PRESENT)
    held = held_votes(register)
    plenary = {each.call.session: each.call.voted for each in held if each.call.body is Body.PLENARY}
    for each in held:
        call = each.topic.counts
        on = _before(call.fact.voted, plenary.get(call.fact.session)) if call.fact.body is not Body.PLENARY else None
        for iso3, ballot in each.ballots.items():
            if ballot in telling:
                yield (
                    iso3,
                    Trace(
                        sign=vote(ballot),
                        on=on or call.fact.voted,
                        key=call.key,
                        record="rollcall",
                        source=call.source,
                    ),
                )


def _before(voted: PartialDate, plenary: PartialDate | None) -> PartialDate | None:
    """A Committee votes before the plenary does; None where that says no more than what is held."""
    if plenary is None or plenary.earliest is None or voted.earliest is None:
        return None
    last = plenary.earliest - timedelta(days=1)
    return Bounds(voted.earliest, last).partial() if voted.earliest <= last < voted.counts_from else None


def _practices(register: Register) -> Iterator[tuple[str, Trace]]:
    """What a State says of itself, and what others say that it does; what armed groups do in it is not what it does."""
    for topic in practices(register):
        for each in (topic.counts, *topic.contradict):
            fact = each.fact
            is_plan = fact.since is not None and fact.since.counts_from > fact.claimed.counts_from
            if fact.actor is not Actor.STATE or is_plan:
                continue
            if fact.claimant == fact.state:
                sign = own(fact.kind, fact.claim)
            elif fact.status in _OF_OTHERS:
                sign = claimed(fact.kind, fact.claim)
            else:
                continue
            until = fact.until if fact.kind is PracticeKind.MORATORIUM else None
            yield (
                fact.state,
                Trace(sign=sign, on=fact.claimed, key=each.key, record="practice", source=each.source, until=until),
            )


def _reports(register: Register) -> Iterator[tuple[str, Trace]]:
    for topic in report_topics(register):
        record, _ = merged(topic)
        fact = record.fact
        if fact.duty is ReportDuty.VOLUNTARY and fact.report_state is ReportState.SUBMITTED and fact.submitted:
            yield (
                fact.state,
                Trace(sign=REPORTED, on=fact.submitted, key=record.key, record="report", source=record.source),
            )


def _actions(register: Register) -> Iterator[tuple[str, Trace]]:
    clip, held = known_until(register), standings(register)
    for each in register.counting(register.actions):
        fact = each.fact
        legal = effects([each], register.treaty, clip)
        bounds = [effect.done or effect.effective for effect in legal] or [
            Bounds.of(day) for day in (fact.decided or fact.announced,) if day is not None
        ]
        on = next((one for one in bounds if one is not None), None)
        if fact.kind is TreatyActionKind.SIGNATURE and _went_further(held.get(fact.state)):
            continue
        if on is not None and on.latest <= register.view.as_of:
            yield (
                fact.state,
                Trace(
                    sign=done(fact.kind, fact.about),
                    on=on.partial(),
                    key=each.key,
                    record="treatyaction",
                    source=each.source,
                ),
            )


def _went_further(stands: StandingOn | None) -> bool:
    """Whether a State joined after it had signed, be it in or out again: its signature is no step ahead any more."""
    return stands is not None and stands.standing not in (Standing.SIGNATORY, Standing.NON_SIGNATORY)


def _promises(register: Register, promises: Promises) -> Iterator[tuple[str, Trace]]:
    """What States promised us by a day, open or kept; what was given up is no promise any more."""
    signs = {PromiseStanding.OPEN: PROMISED, PromiseStanding.KEPT: KEPT}
    for each in promises:
        fact = each.fact
        sign = signs.get(fact.standing)
        is_theirs = fact.due is not None and fact.by == fact.state
        if sign and is_theirs and fact.promised.counts_from <= register.view.as_of:
            until = fact.due if sign == PROMISED else None
            yield (
                fact.state,
                Trace(sign=sign, on=fact.promised, key=each.key, record="promise", source=each.source, until=until),
            )
