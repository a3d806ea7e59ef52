"""The hand-over pack to the next presidency: open threads, promises and conditions, days to come, what is old.

Pure over the register in a view: `handover` writes it. What the register does not hold (contacts, drafts, what was
promised in conversation) is given as `further`, or said to be missing, so that it is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from accede.overview.load import ABOUT_THE_TREATY
from accede.overview.register import Register
from accede.paper.tree import Document, Inline
from accede.register.values import Occasion
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.handover.days import days
from accede.reporting.recipes.handover.in_hand import Thread, in_hand
from accede.reporting.recipes.handover.letters import letters
from accede.reporting.recipes.handover.missing import missing
from accede.reporting.recipes.handover.promises import promises
from accede.reporting.recipes.handover.records import records
from accede.reporting.recipes.handover.stale import stale
from accede.reporting.recipes.handover.summary import summary
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.matter import Matter, matter
from accede.reporting.recipes.prose import Pen, words
from accede.vocabulary.partial_date import PartialDate

KIND = "hand-over"
NEEDS = ABOUT_THE_TREATY
PARTS = (summary, letters, promises, days, stale, records)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
FOR_WHOM = "For the presidencies and the Secretariat; not for distribution"


def handover(
    register: Register, *, symbol: str = "", dated: date | None = None, further: tuple[Thread, ...] = ()
) -> Document:
    """The pack as of the view's day; `further` is what the presidency has in hand beside the register."""
    held, pen = matter(register), Pen()
    sections = [section for part in PARTS for section in part(held, pen)]
    sections += [*in_hand(further, pen), *missing(held, pen, is_told=bool(further))]
    head = working_masthead(register, "Hand-over to the next presidency", symbol=symbol, dated=dated)
    return document_of(
        register,
        KIND,
        masthead=replace(head, agenda_item=FOR_WHOM),
        title=words(f"{register.treaty.name()}: universalization, handed over"),
        subtitle=_from_whom_to_whom(held),
        sections=[replace(section, number=number) for section, number in zip(sections, NUMERALS, strict=False)],
        pen=pen,
    )


def _from_whom_to_whom(held: Matter) -> tuple[Inline, ...]:
    counted = held.register.treaty.counted_meetings
    over = [each for each in held.meetings.held if each.fact.kind in counted]
    last = over[-1].fact if over else None
    coming = held.next_meeting.fact if held.next_meeting else None
    told = [
        f"{word} the presidency of {_presidency(held, meeting)}"
        for word, meeting in (("from", last), ("to", coming))
        if meeting is not None
    ]
    day = f"As of {PartialDate.on_day(held.as_of).wording()}"
    return words(f"{day}, {' '.join(told)}" if told else day)


def _presidency(held: Matter, meeting: Occasion) -> str:
    state = f" ({held.in_table(meeting.presidency)})" if meeting.presidency else ""
    return f"the {meeting.name}{state}"


__all__ = ["KIND", "NEEDS", "Thread", "handover"]
