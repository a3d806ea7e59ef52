"""One meeting of the treaty: what is recorded of whom. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accede.evidence.values import Attendance
from accede.overview.attendance import AttendanceFound, attendance
from accede.overview.dossier import statement_items
from accede.overview.gaps import heard_of
from accede.overview.items import StatementItem
from accede.overview.occasions import Meetings, meetings
from accede.overview.register import Register
from accede.overview.standings import by_name, outside, standings
from accede.records.values import Evidence


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """The records that count, by ISO alpha-3 key in order of names.

    `took_part`, `did_not` and `not_recorded` are of the States outside on the view's day; `joined` what is recorded of States
    that have joined.
    """

    took_part: dict[str, Evidence[Attendance]]
    did_not: dict[str, Evidence[Attendance]]
    not_recorded: tuple[str, ...]
    joined: dict[str, Evidence[Attendance]]


def attendance_of_all(register: Register) -> AttendanceFound:
    """What is recorded of every State of the universe over all meetings, folded once a register."""
    return register.once(attendance_of_all, lambda: attendance(register, who="all"))


def meetings_held(register: Register) -> Meetings:
    """The meetings that have begun by the view's day."""
    return meetings(register)


def at_meeting(register: Register, key: str) -> AtMeeting:
    """What is recorded of a meeting, by its key."""
    out = frozenset(outside(standings(register)))
    found = AtMeeting({}, {}, (), {})
    missing = []
    for iso3, state in attendance_of_all(register).states.items():
        record = state.attended.get(key) or state.absent.get(key)
        if iso3 not in out:
            if record is not None:
                found.joined[iso3] = record
        elif record is None:
            missing.append(iso3)
        else:
            (found.took_part if key in state.attended else found.did_not)[iso3] = record
    return AtMeeting(found.took_part, found.did_not, tuple(missing), found.joined)


def statements_by_occasion(register: Register) -> Mapping[str, tuple[StatementItem, ...]]:
    """What was said at each occasion by the view's day, in the order of States, folded once a register."""
    return register.once(statements_by_occasion, lambda: _statements_by_occasion(register))


def _statements_by_occasion(register: Register) -> dict[str, tuple[StatementItem, ...]]:
    heard = heard_of(register)
    found: dict[str, list[StatementItem]] = {}
    for iso3 in by_name(heard):
        for item in reversed(statement_items(heard[iso3])):
            found.setdefault(item.occasion, []).append(item)
    return {occasion: tuple(items) for occasion, items in found.items() if occasion}
