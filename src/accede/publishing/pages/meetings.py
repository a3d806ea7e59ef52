"""The meetings of the Convention: those held, newest first, with who outside is recorded there, and those to come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.overview.attendance import attendance
from accede.overview.meeting import meetings_held
from accede.overview.occasions import Meetings, key_of
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.gathering import Gathering, counting, gathering
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting, how many States outside are recorded as taking part and as not, and the number of its source."""

    meeting: Gathering
    took_part: int
    did_not: int
    not_recorded: int
    source: str


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """Everything the template prints."""

    title: str
    opening: str
    counting: str
    held: tuple[Held, ...]
    to_come: tuple[tuple[Gathering, str], ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> MeetingsPage:
    """The meetings by a day."""
    register = asked.register
    held = meetings_held(register)
    cite = Citing(register, register.occasions)
    states = attendance(register).states.values()
    took_part = Counter(key for state in states for key in state.attended)
    did_not = Counter(key for state in states for key in state.absent)
    rows = tuple(
        Held(
            gathering(asked, each),
            took_part[key_of(each)],
            did_not[key_of(each)],
            len(states) - took_part[key_of(each)] - did_not[key_of(each)],
            cite.number(each.source, each.key),
        )
        for each in reversed(held.held)
    )
    return MeetingsPage(
        title=gettext("Meetings"),
        opening=_opening(asked, rows),
        counting=counting(asked),
        held=rows,
        to_come=_to_come(asked, held, cite),
        sources=cite.listed(),
    )


def _opening(asked: Asked, held: tuple[Held, ...]) -> str:
    if not held:
        return gettext("No meeting of the Convention is held, as of %(day)s.") % {"day": day(asked.as_of)}
    last = held[0].meeting
    told = ngettext(
        "%(number)s meeting of the Convention has been held, as of %(day)s; the last is the %(last)s, %(when)s.",
        "%(number)s meetings of the Convention have been held, as of %(day)s; the last is the %(last)s, %(when)s.",
        len(held),
    )
    return told % {"number": len(held), "day": day(asked.as_of), "last": last.key, "when": last.days}


def _to_come(asked: Asked, held: Meetings, cite: Citing) -> tuple[tuple[Gathering, str], ...]:
    """Those that sources told of by the day and that had not surely begun."""
    register = asked.register
    ahead = [
        each
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.meeting_kinds
        and key_of(each) not in held
        and (register.speaks_until(each.source) or each.recorded_at.date()) <= asked.as_of
    ]
    ordered = sorted(
        ahead, key=lambda each: (each.fact.starts is None, each.fact.starts and each.fact.starts.counts_from)
    )
    return tuple((gathering(asked, each, is_to_come=True), cite.number(each.source, each.key)) for each in ordered)


PAGE = PageKind(name="meetings", route="meetings/", make=make)
