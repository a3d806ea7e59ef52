"""The table of a vote: a column for each kind of ballot, with its number in brackets; the columns are of unequal length."""

import re
from dataclasses import dataclass

from accede.evidence.values import RollCall
from accede.intake.findings import CountKind, GroupKind, Part, Proposal, StatedCount, StatedGroup
from accede.intake.status_paper.occasions import FIRST_COMMITTEE, SESSION, number_of, session_of
from accede.intake.status_paper.reading import Reading, marks_of
from accede.paper.tree import Table, paragraph_text, text_of
from accede.vocabulary.ballots import BEFORE_SESSIONS, Ballot, Body
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate

COLUMNS: tuple[tuple[Ballot, CountKind, re.Pattern[str]], ...] = (
    (Ballot.IN_FAVOUR, CountKind.IN_FAVOUR, re.compile(r"in favou?r|for|yes", re.IGNORECASE)),
    (Ballot.NOT_PRESENT, CountKind.NOT_PRESENT, re.compile(r"not present|absent", re.IGNORECASE)),
    (Ballot.NOT_RECORDED, CountKind.NOT_RECORDED, re.compile(r"not recorded|not voting", re.IGNORECASE)),
    (Ballot.NOT_A_MEMBER, CountKind.NOT_A_MEMBER, re.compile(r"not a member", re.IGNORECASE)),
    (Ballot.AGAINST, CountKind.AGAINST, re.compile(r"against|no\b", re.IGNORECASE)),
    (Ballot.ABSTAINED, CountKind.ABSTAINED, re.compile(r"abst", re.IGNORECASE)),
)
TOTAL = re.compile(r"\((\d+)\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PLENARY = re.compile(r"\bplenary\b|\bGeneral Assembly resolution\b|\bA/RES/", re.IGNORECASE)
SYMBOL = re.compile(r"\bA/RES/\d+/\d+\w?\b|\bA/C\.1/\d+/L\.\d+(?:/Rev\.\d)?\b")


@dataclass(frozen=True, slots=True)
class _Column:
    ballot: Ballot
    count: CountKind
    stated: int | None
    states: tuple[str, ...]


def read(table: Table, where: str, reading: Reading) -> tuple[Proposal, ...]:
    """The roll call of the table, and the numbers its headings state, which count the States of the table alone."""
    caption = text_of(table.caption)
    where = f"{where}, table “{caption}”" if caption else f"{where}, table of votes"
    columns = [found for at in range(_width(table)) if (found := _column(table, at, where, reading))]
    proposals = [_stated(column, table, where) for column in columns if column.stated is not None]
    proposals += [_not_members(column, where) for column in columns if column.ballot is Ballot.NOT_A_MEMBER]
    roll_call = _roll_call(caption, columns, reading)
    if roll_call is None:
        reading.puzzled(where, caption or "table of votes", Part.TABLE, _unnamed(caption))
    else:
        proposals.insert(0, Proposal(fact=roll_call, locator=where, passage=caption))
    return tuple(proposals)


def _width(table: Table) -> int:
    return len(table.header[0].cells)


def _column(table: Table, at: int, where: str, reading: Reading) -> _Column | None:
    cell = table.header[0].cells[at]
    heading = paragraph_text(cell.paragraphs).strip()
    for paragraph in cell.paragraphs:
        for number in marks_of(paragraph):
            reading.footnote(number)
    ballot, count = next(((kind, count) for kind, count, words in COLUMNS if words.match(heading)), (None, None))
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    names = [name for cell in cells if (name := paragraph_text(cell.paragraphs).strip())]
    if ballot is None or count is None:
        if heading or names:
            reading.puzzled(where, heading or names[0], Part.TABLE)
        return None
    total = TOTAL.search(heading)
    states = tuple(state for name in names if (state := _state(name, f"{where}, {heading}", reading)))
    stated = int(total[1]) if total else None
    if stated is not None and stated != len(names):
        differs = Unreadable(
            f"the heading says {stated} and {len(names)} States stand below it", remedy="Correct the paper"
        )
        reading.puzzled(where, heading, Part.TABLE, differs)
    return _Column(ballot, count, stated, states)


def _state(name: str, where: str, reading: Reading) -> str | None:
    if name in ("-", "–", "—"):
        return None
    try:
        return reading.names.find(name)
    except UnknownName as error:
        reading.puzzled(where, name, Part.TABLE, error)
        return None


def _stated(column: _Column, table: Table, where: str) -> Proposal:
    assert column.stated is not None
    heading = paragraph_text(tuple(p for cell in table.header[0].cells for p in cell.paragraphs)).replace("\n", " | ")
    return Proposal(fact=StatedCount(what=column.count, number=column.stated), locator=where, passage=heading)


def _not_members(column: _Column, where: str) -> Proposal:
    group = StatedGroup(about=GroupKind.NOT_MEMBERS, states=column.states, number=column.stated)
    return Proposal(fact=group, locator=where, passage=column.ballot.label)


def _roll_call(caption: str, columns: list[_Column], reading: Reading) -> RollCall | None:
    """The roll call; None where the caption names no body or no session."""
    year = YEAR.search(caption)
    voted = PartialDate.parse(year[0]) if year else None
    named = SESSION.search(caption)
    session = number_of(named["ordinal"]) if named else session_of(voted)
    is_first = FIRST_COMMITTEE.search(caption)
    if session is None or not (is_first or PLENARY.search(caption)):
        return None
    symbol = SYMBOL.search(caption)
    stated = {column.ballot: column.stated for column in columns}
    # Who was a Member is known from elsewhere, and is no ballot.
    cast = [column for column in columns if column.ballot is not Ballot.NOT_A_MEMBER]
    ballots = {state: column.ballot for column in cast for state in column.states}
    return RollCall(
        treaty=reading.treaty,
        body=Body.FIRST_COMMITTEE if is_first else Body.PLENARY,
        session=session,
        symbol=symbol[0] if symbol else "",
        voted=voted or PartialDate.parse(str(session + BEFORE_SESSIONS)),
        stated_in_favour=stated.get(Ballot.IN_FAVOUR),
        stated_against=stated.get(Ballot.AGAINST),
        stated_abstained=stated.get(Ballot.ABSTAINED),
        stated_not_present=stated.get(Ballot.NOT_PRESENT),
        ballots=tuple(sorted(ballots.items())),
    )


def _unnamed(caption: str) -> Unreadable:
    what = f"“{caption}” does not say" if caption else "the table of votes does not say"
    return Unreadable(f"{what} which vote it is", remedy="Name the First Committee or the plenary, and the year")
