"""The President's statement under the agenda item "Universalizing the Convention", to be read out at a meeting.

Pure over the register in a view: `statement` writes it, in the first person of the President of that meeting, for the
time since the last meeting of the States Parties. What the register does not hold is not spoken of; it stands in the
notes for the speaker, which are not read out. `meeting_for` finds the meeting and the day up to which it speaks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from accede.overview.load import Kind
from accede.overview.register import Register
from accede.paper.tree import Document, Inline, Section
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.masthead import masthead_for, sitting
from accede.reporting.recipes.places import OF_STATEMENT, Written
from accede.reporting.recipes.prose import Pen, words
from accede.reporting.recipes.statement.call import call
from accede.reporting.recipes.statement.counts import counts, plan
from accede.reporting.recipes.statement.engagement import engagement
from accede.reporting.recipes.statement.matter import Spoken, meeting_for, spoken_matter
from accede.reporting.recipes.statement.outreach import outreach
from accede.reporting.recipes.statement.speaker import speaking_time, to_the_speaker

KIND = "statement"
TITLE = "Universalizing the Convention"
NEEDS: tuple[Kind, ...] = (
    "occasions",
    "actions",
    "statements",
    "confirmations",
    "practices",
    "roll_calls",
    "attendance",
    "reports",
    "activities",
)
PARTS = (counts, plan, outreach, engagement, call)


def statement(
    register: Register,
    meeting: str = "",
    *,
    is_day_given: bool = True,
    symbol: str = "",
    dated: date | None = None,
    agenda_item: str = "",
    prose: Written = MappingProxyType({}),
) -> Document:
    """The statement at a meeting (default: the one in session on the view's day, or the next).

    It speaks up to the view's day; `is_day_given` False: up to the last day of a meeting that is over, else the view's
    day. `prose` is what people wrote for its opening and closing.

    Raises UnknownName for a meeting that the register does not hold, Refused for one at which no President reports.
    """
    found = meeting_for(register, meeting)
    if not is_day_given and found is not None:
        ended = found.fact.ends or found.fact.starts
        if ended is not None and ended.counts_from < register.view.as_of:
            register = replace(register, view=replace(register.view, as_of=ended.counts_from))
    spoken = spoken_matter(register, found)
    pen = Pen(prose=prose)
    computed = (paragraph for part in PARTS for paragraph in part(spoken, pen))
    opening, closing = (pen.written(place, is_numbered=False) for place in OF_STATEMENT)
    said = (*opening, *computed, *closing)
    fact = found.fact if found else None
    return document_of(
        register,
        KIND,
        masthead=masthead_for(register, fact, symbol=symbol, dated=dated, agenda_item=agenda_item),
        title=words(TITLE),
        subtitle=_by_whom(spoken),
        sections=(Section("", (), (speaking_time(said), *said)), to_the_speaker(spoken)),
        pen=pen,
    )


def _by_whom(spoken: Spoken) -> tuple[Inline, ...]:
    """Who speaks: the President of the meeting by name and State, as far as they are held."""
    if spoken.meeting is None:
        return words("Statement by the President")
    fact = spoken.meeting.fact
    president = f" of the {sitting(fact)}" if sitting(fact) else ""
    name = f", {fact.president}" if fact.president else ""
    state = f" ({spoken.matter.in_table(fact.presidency)})" if fact.presidency else ""
    return words(f"Statement by the President{president}{name}{state}")


__all__ = ["KIND", "NEEDS", "TITLE", "meeting_for", "statement"]
