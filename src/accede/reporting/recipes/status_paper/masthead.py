"""The head of the status paper: for which meeting, its title, by whom it is submitted."""

from __future__ import annotations

from datetime import date

from accede.paper.tree import Inline, Masthead
from accede.reporting.recipes.masthead import masthead_for, sitting
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, words
from accede.vocabulary.partial_date import PartialDate


def masthead(matter: Matter, *, symbol: str, dated: date | None, agenda_item: str) -> Masthead:
    """The masthead for the next meeting."""
    meeting = matter.next_meeting.fact if matter.next_meeting else None
    return masthead_for(matter.register, meeting, symbol=symbol, dated=dated, agenda_item=agenda_item)


def title(matter: Matter, pen: Pen) -> tuple[Inline, ...]:
    """The title, with the footnote that says up to which day the paper has information."""
    day = PartialDate.on_day(matter.as_of).wording()
    return words(
        f"Status of Universalization of the {matter.register.treaty.name()}",
        pen.footnote(f"Information as of {day}."),
    )


def subtitle(matter: Matter) -> tuple[Inline, ...]:
    """By whom the paper is submitted; empty where the next meeting is not held by the register."""
    presided = sitting(matter.next_meeting.fact if matter.next_meeting else None)
    return words(f"Submitted by the President of the {presided}") if presided else ()
