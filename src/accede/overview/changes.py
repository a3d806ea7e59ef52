"""What changed between two days or meetings: what had not happened by the end of the one, and had by the end of the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.overview.ballot_history import BallotChange, held_votes
from accede.overview.items import (
    ActivityItem,
    AttendanceItem,
    PracticeItem,
    ReportItem,
    StatementItem,
    activity_item,
    attendance_item,
    practice_item,
    report_item,
    statement_item,
)
from accede.overview.load import Kind, load
from accede.overview.occasions import meetings, occasion
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.standings import known_until, name_of, standing_of
from accede.overview.statements import said
from accede.records.values import Evidence, View
from accede.register.rules import Bounds
from accede.register.standing import Effect, effects
from accede.register.values import TreatyAction
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.label import Labelled
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import TreatyActionKind

NEEDS: tuple[Kind, ...] = (
    "occasions",
    "actions",
    "statements",
    "practices",
    "roll_calls",
    "attendance",
    "reports",
    "activities",
)


class Happening(Labelled):
    """What happened to a State's standing."""

    SIGNED = "signed", "signed"
    DEPOSITED = "deposited", "deposited its instrument"
    IN_FORCE = "in_force", "in force for it"
    WITHDRAWAL_NOTIFIED = "withdrawal_notified", "notified its withdrawal"
    WITHDRAWAL_IN_EFFECT = "withdrawal_in_effect", "its withdrawal took effect"
    STEP = "step", "took a step without legal effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """Something that happened to a State's standing, and where it stood on the day before `on` and on it.

    A notified withdrawal and a step without legal effect change nothing yet: `before` and `after` are the same. A State
    that was not there on the day before has no standing then.
    """

    iso3: str
    name: str
    what: Happening
    action: TreatyActionKind
    on: PartialDate
    before: Standing | None
    after: Standing
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of `changes`: after the end of the day `from_`, up to the end of the day `to`."""

    from_: date
    to: date
    standing: tuple[StandingChange, ...]
    statements: tuple[StatementItem, ...]
    practices: tuple[PracticeItem, ...]
    votes: tuple[BallotChange, ...]
    attendance: tuple[AttendanceItem, ...]
    reports: tuple[ReportItem, ...]
    activities: tuple[ActivityItem, ...]


def changes_of(treaty: str, view: View, start: str, end: str) -> Changes:
    """What changed between two days (2018-08-21) or occasions (16MSP: its last day). Raises UnknownName, Refused."""
    return changes(load(view, treaty, *NEEDS), start, end)


def changes(register: Register, start: str, end: str) -> Changes:
    """What changed. The view's `as_of` is not asked: the two days are. Raises UnknownName, Refused."""
    after, until = day_of(register, start), day_of(register, end)
    if until < after:
        raise Refused(
            f"{end} is before {start}", where="--from and --to", remedy="Give the earlier day or occasion first"
        )
    then = register if until == register.view.as_of else replace(register, view=replace(register.view, as_of=until))
    return Changes(
        from_=after,
        to=until,
        standing=standing_changes(then, after),
        statements=_statements(then, after),
        practices=tuple(
            practice_item(topic.counts)
            for topic in reversed(practices(then))
            if not then.has_happened(topic.counts.fact.claimed, topic.counts.source, on=after)
        ),
        votes=tuple(_votes(then, after)),
        attendance=_attendance(then, after),
        reports=tuple(
            report_item(each)
            for each in then.counting(then.of_sources(then.reports))
            if each.fact.submitted is not None and then.is_between(each.fact.submitted, each.source, after, until)
        ),
        activities=tuple(
            activity_item(each)
            for each in then.counting(then.of_sources(then.activities))
            if then.is_between(each.fact.on, each.source, after, until)
        ),
    )


def day_of(register: Register, given: str) -> date:
    """The day that a text means: the day itself, or the last day of an occasion. Raises UnknownName."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        fact = occasion(register, given).fact
    ends = fact.ends or fact.starts
    if ends is None:
        raise UnknownName(f"the register does not hold the days of {given}", remedy="Give a day, as 2018-08-21")
    return ends.counts_from


def standing_changes(register: Register, after: date) -> tuple[StandingChange, ...]:
    """What happened to standings after a day and up to the view's, in the order of days."""
    until = register.view.as_of
    clip = known_until(register)
    found = []
    for action in register.counting(register.actions):
        happenings = _happenings(action, effects([action], register.treaty, clip))
        found += [
            (bounds.latest, what, bounds, action) for what, bounds in happenings if after < bounds.latest <= until
        ]
    found.sort(key=lambda each: (each[0], each[3].key, list(Happening).index(each[1])))
    changed = []
    for day, what, bounds, action in found:
        iso3 = action.fact.state
        before = standing_of(register, iso3, on=day - timedelta(days=1))
        now = standing_of(register, iso3, on=day)
        if now is not None:
            changed.append(
                StandingChange(
                    iso3=iso3,
                    name=name_of(iso3),
                    what=what,
                    action=action.fact.kind,
                    on=bounds.partial(),
                    before=before.standing if before else None,
                    after=now.standing,
                    evidence=action.key,
                    source=action.source,
                )
            )
    return tuple(changed)


def _happenings(action: Evidence[TreatyAction], held: tuple[Effect, ...]) -> Iterator[tuple[Happening, Bounds]]:
    """What an action comes to, each with its day."""
    if not held:
        day = action.fact.decided or action.fact.announced
        if day is not None:
            yield Happening.STEP, Bounds.of(day)
        return
    (effect,) = held
    match effect.kind:
        case TreatyActionKind.SIGNATURE:
            done, in_effect = Happening.SIGNED, None
        case TreatyActionKind.WITHDRAWAL:
            done, in_effect = Happening.WITHDRAWAL_NOTIFIED, Happening.WITHDRAWAL_IN_EFFECT
        case _:
            done, in_effect = Happening.DEPOSITED, Happening.IN_FORCE
    if effect.done is not None:
        yield done, effect.done
    # In force from before the deposit (a succession): it shows on the day of the deposit and not twice.
    is_later = effect.effective and (effect.done is None or effect.effective.latest > effect.done.latest)
    if in_effect is not None and effect.effective is not None and is_later:
        yield in_effect, effect.effective


def _statements(register: Register, after: date) -> tuple[StatementItem, ...]:
    before = {each.evidence.key for each in said(register, on=after)}
    return tuple(statement_item(each) for each in reversed(said(register)) if each.evidence.key not in before)


def _votes(register: Register, after: date) -> Iterator[BallotChange]:
    """For each roll call of the period, the States recorded otherwise than the last time in the same body."""
    for vote in held_votes(register):
        if register.is_between(vote.call.voted, vote.topic.counts.source, after, register.view.as_of):
            yield from vote.changes()


def _attendance(register: Register, after: date) -> tuple[AttendanceItem, ...]:
    """Who took part in the meetings of the period, in their order."""
    before, held = meetings(register, on=after), meetings(register)
    marks = [
        each
        for each in register.counting(register.of_sources(register.attendance))
        if each.fact.claim is ParticipationClaim.TOOK_PART
        and each.fact.occasion in held
        and each.fact.occasion not in before
    ]
    return tuple(
        attendance_item(each) for each in sorted(marks, key=lambda each: (held.place[each.fact.occasion], each.key))
    )
