"""Attendance: which States outside took part in which meetings, when each did last, and who never has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from accede.overview.attendance import AttendanceConflict, AttendanceFound, Participation, attendance
from accede.overview.meeting import meetings_held
from accede.overview.occasions import key_of
from accede.publishing import sentences
from accede.publishing.addresses import slug
from accede.publishing.asked import Asked
from accede.publishing.facets import without
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.gathering import counting
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day
from accede.reporting.pictures.attendance_matrix import attendance_matrix
from accede.reporting.pictures.matrix import Matrix

SHOWN = 20
"""How many of the last meetings are shown where none is chosen; in a publication as plain files all are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A meeting from which the matrix may begin."""

    key: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A State: the last meeting that counts in which it took part (`last`, with its address), or what is known instead."""

    iso3: str
    name: str
    last: str
    address: str
    instead: str
    meetings: int
    source: str


@dataclass(frozen=True, slots=True)
class Differing:
    """What sources say against each other of a State: each side with the number of its source."""

    iso3: str
    name: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """Everything the template prints. `form` is empty in a publication; `unknown` was asked for and is no meeting held."""

    title: str
    opening: str
    counting: str
    form: str
    choices: tuple[Choice, ...]
    unknown: str
    matrix: Matrix | None
    rows: tuple[Row, ...]
    conflicts: tuple[Differing, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> AttendancePage:
    """The attendance by a day."""
    register = asked.register
    held = [key_of(each) for each in meetings_held(register).held]
    since, unknown = _since(asked, held)
    found = attendance(register)
    cite = Citing(register, register.attendance)
    rows = tuple(_row(asked, state, cite) for state in found.states.values())
    return AttendancePage(
        title=gettext("Attendance"),
        opening=_opening(asked, found),
        counting=counting(asked),
        form=without(asked, "since") if asked.days is None else "",
        choices=tuple(Choice(slug(key), key, key == (since or held[0])) for key in reversed(held)),
        unknown=unknown,
        matrix=attendance_matrix(
            register,
            since,
            address=asked.state,
            meeting_address=lambda key: asked.to("meeting", {"key": key}),
        )
        if held
        else None,
        rows=rows,
        conflicts=tuple(_differing(each, cite) for each in found.answer.conflicts),
        sources=cite.listed(),
    )


def _since(asked: Asked, held: list[str]) -> tuple[str, str]:
    """The meeting from which the matrix begins ("" for the first one), and what was asked for and is none."""
    given = asked.filters.get("since", "")
    wanted = slug(given).casefold()
    for key in held:
        if slug(key).casefold() == wanted:
            return key, ""
    last = held[-SHOWN] if asked.days is None and len(held) > SHOWN else ""
    return last, given


def _opening(asked: Asked, found: AttendanceFound) -> str:
    states = found.states.values()
    told = (
        gettext(
            "Of %(number)s States outside, %(took_part)s are recorded as taking part in a meeting of the Convention, "
            "%(never)s never have, and of %(unknown)s it is not recorded, as of %(day)s."
        )
        if found.answer.not_recorded
        else gettext(
            "Of %(number)s States outside, %(took_part)s are recorded as taking part in a meeting of the Convention, "
            "and %(never)s never have, as of %(day)s."
        )
    )
    return told % {
        "number": len(found.states),
        "took_part": sum(bool(state.attended) for state in states),
        "never": len(found.answer.never),
        "unknown": len(found.answer.not_recorded),
        "day": day(asked.as_of),
    }


def _row(asked: Asked, state: Participation, cite: Citing) -> Row:
    shown = state.shown_by or (state.never[0] if state.has_never and state.never else None)
    return Row(
        iso3=state.iso3,
        name=sentences.name(state.iso3),
        last=state.last or "",
        address=asked.to("meeting", {"key": state.last}) if state.last else "",
        instead=_instead(state),
        meetings=len(state.attended),
        source=cite.number(shown.source, shown.key) if shown else "",
    )


def _instead(state: Participation) -> str:
    if state.last:
        return ""
    if state.has_never:
        return gettext("has never taken part")
    return gettext("in none that counts is it recorded") if state.attended else gettext("not recorded")


def _differing(found: AttendanceConflict, cite: Citing) -> Differing:
    return Differing(found.iso3, sentences.name(found.iso3), tuple(_sides(found, cite)))


def _sides(found: AttendanceConflict, cite: Citing) -> Iterator[tuple[str, str]]:
    """Each thing said once for each source that says it."""
    told: Mapping[tuple[str, str], str] = {
        (
            f"{gettext(side.claim.label)} ({side.occasion})" if side.occasion else gettext(side.claim.label),
            side.source,
        ): (side.key)
        for side in found.claims
    }
    for (words, source), key in told.items():
        yield words, cite.number(source, key)


PAGE = PageKind(
    name="attendance",
    route="attendance/",
    make=make,
    filters=frozenset({"since"}),
    menu=gettext_noop("Attendance"),
)
