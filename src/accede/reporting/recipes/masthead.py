"""The head of a paper: who it goes to, for which meeting, under which symbol, of which day. Pure."""

from __future__ import annotations

from datetime import UTC, date

from accede.overview.register import Register
from accede.paper.tree import Masthead
from accede.register.values import Occasion
from accede.reporting.recipes.matter import days_words
from accede.reporting.recipes.prose import ordinal
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate

BODIES = {OccasionKind.MSP: "Meeting of the States Parties", OccasionKind.RC: "Review Conference of the States Parties"}
SITTINGS = {OccasionKind.MSP: "Meeting", OccasionKind.RC: "Review Conference"}


def masthead_for(
    register: Register, meeting: Occasion | None, *, symbol: str = "", dated: date | None = None, agenda_item: str = ""
) -> Masthead:
    """The masthead of a paper for a meeting; of the meeting what the register holds.

    Undated, a paper of today is of the day on which the register was asked; one of a past day bears no day of its own.
    """
    names = register.treaty.names[Language.ENGLISH]
    body = BODIES.get(meeting.kind, "") if meeting else ""
    return Masthead(
        organ=f"{body or BODIES[OccasionKind.MSP]} to the {names.formal}",
        meeting=f"{ordinal(meeting.number)} {SITTINGS[meeting.kind]}" if meeting and meeting.number and body else "",
        place_and_dates=", ".join(part for part in (meeting.city, days_words(meeting)) if part) if meeting else "",
        agenda_item=agenda_item,
        symbol=symbol,
        dated=_dated(register, dated),
        original_language="Original: English",
    )


def working_masthead(register: Register, what: str, *, symbol: str = "", dated: date | None = None) -> Masthead:
    """The masthead of a paper that goes to no meeting: the treaty, what the paper is, and up to which day it tells."""
    return Masthead(
        organ=register.treaty.names[Language.ENGLISH].formal,
        meeting=what,
        symbol=symbol,
        dated=_dated(register, dated),
        original_language="Original: English",
    )


def _dated(register: Register, dated: date | None) -> str:
    asked = known_day(register)
    day = dated or (asked if register.view.as_of == asked else None)
    return PartialDate.on_day(day).wording() if day else ""


def known_day(register: Register) -> date:
    """The day on which the register was asked, in UTC."""
    return register.view.known_on.astimezone(UTC).date()


def sitting(meeting: Occasion | None) -> str:
    """A meeting of the States Parties by its number in words: "Eighteenth Meeting of the States Parties"; else empty."""
    if meeting is None or meeting.number is None or meeting.kind not in SITTINGS:
        return ""
    body = "Meeting of the States Parties" if meeting.kind is OccasionKind.MSP else "Review Conference"
    return f"{ordinal(meeting.number)} {body}"
