"""The head of the paper: who it goes to, under which symbol, of which day."""

from __future__ import annotations

from datetime import UTC, date

from accede.paper.tree import Inline, Masthead
from accede.reporting.recipes.prose import Pen, ordinal, words
from accede.reporting.recipes.status_paper.matter import Matter, days_words
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate

BODIES = {OccasionKind.MSP: "Meeting of the States Parties", OccasionKind.RC: "Review Conference of the States Parties"}
SITTINGS = {OccasionKind.MSP: "Meeting", OccasionKind.RC: "Review Conference"}


def masthead(matter: Matter, *, symbol: str, dated: date | None, agenda_item: str) -> Masthead:
    """The masthead; of the next meeting what the register holds. Undated, the paper is of the day on which it was known."""
    names = matter.register.treaty.names[Language.ENGLISH]
    meeting = matter.next_meeting.fact if matter.next_meeting else None
    body = BODIES.get(meeting.kind, "") if meeting else ""
    day = dated or matter.register.view.known_on.astimezone(UTC).date()
    return Masthead(
        organ=f"{body or BODIES[OccasionKind.MSP]} to the {names.formal}",
        meeting=f"{ordinal(meeting.number)} {SITTINGS[meeting.kind]}" if meeting and meeting.number and body else "",
        place_and_dates=", ".join(part for part in (meeting.city, days_words(meeting)) if part) if meeting else "",
        agenda_item=agenda_item,
        symbol=symbol,
        dated=PartialDate.on_day(day).wording(),
        original_language="Original: English",
    )


def title(matter: Matter, pen: Pen) -> tuple[Inline, ...]:
    """The title, with the footnote that says up to which day the paper has information."""
    day = PartialDate.on_day(matter.as_of).wording()
    return words(
        f"Status of Universalization of the {matter.register.treaty.name()}",
        pen.footnote(f"Information as of {day}."),
    )


def subtitle(matter: Matter) -> tuple[Inline, ...]:
    """By whom the paper is submitted; empty where the next meeting is not held by the register."""
    meeting = matter.next_meeting.fact if matter.next_meeting else None
    if meeting is None or meeting.number is None or meeting.kind not in SITTINGS:
        return ()
    body = "Meeting of the States Parties" if meeting.kind is OccasionKind.MSP else "Review Conference"
    return words(f"Submitted by the President of the {ordinal(meeting.number)} {body}")
