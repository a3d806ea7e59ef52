"""What can be compared: a day, a meeting (its last day), a status paper of the register (its information date), or one
of our own papers read back from its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accede.overview.changes import day_of
from accede.overview.occasions import key_of, meetings, occasion
from accede.overview.register import Register
from accede.paper.tree import Document
from accede.reporting.recipes.matter import meeting_words
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceKind


@dataclass(frozen=True, slots=True)
class Moment:
    """One side of a comparison: what it is called in a sentence, its day, and the paper it comes from, if any."""

    name: str
    day: date
    paper: Document | None = None


def moment_of(register: Register, text: str) -> Moment:
    """The moment that a text names. Raises UnknownName where the register holds nothing of that name, or not its day."""
    source = register.sources.get(text)
    if source is not None and source.kind is SourceKind.STATUS_PAPER:
        if source.speaks_until is None:
            raise UnknownName(
                f"the register does not hold of which day {text} speaks", remedy="Give a day, as 2018-08-21"
            )
        of = f" of the {source.occasion}" if source.occasion else ""
        return Moment(f"the status paper{of}", source.speaks_until)
    day = day_of(register, text)
    try:
        date.fromisoformat(text)
    except ValueError:
        return Moment(meeting_words(occasion(register, text).fact), day)
    return Moment(PartialDate.on_day(day).wording(), day)


def moment_of_paper(paper: Document) -> Moment:
    """The moment of one of our own papers. Raises Refused for a paper that does not say of which day it speaks."""
    if not paper.as_of:
        raise Refused("the paper does not say of which day it speaks", remedy="Give a paper that Accede wrote as .json")
    return Moment("the paper", date.fromisoformat(paper.as_of), paper)


def last_meeting_before(register: Register, day: date) -> str:
    """The key of the last meeting that counts and was over before this day. Raises UnknownName where none is held."""
    over = [
        each
        for each in meetings(register, on=day).held
        if each.fact.kind in register.treaty.counted_meetings
        and each.fact.starts is not None
        and (each.fact.ends or each.fact.starts).counts_from < day
    ]
    if not over:
        raise UnknownName(f"the register holds no meeting before {day.isoformat()}", remedy="Say from which day on")
    return key_of(over[-1])
