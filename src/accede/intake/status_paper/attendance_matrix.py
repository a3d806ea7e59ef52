"""The table of attendance: States in rows, occasions in columns, under their years where the header has two rows."""

import re

from accede.evidence.values import Attendance
from accede.intake.findings import Certainty, Part, Proposal
from accede.intake.status_paper.reading import Reading, marks_of
from accede.paper.tree import Row, Table, paragraph_text, text_of
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate

TOOK_PART = ("√", "✓", "✔", "☑", "x", "X", "yes", "Yes")
DID_NOT = ("", "-", "–", "—", "no", "No")
NOT_RECORDED = ("?", "..", "…", "n/r", "not recorded")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read(table: Table, where: str, reading: Reading, outside: tuple[str, ...]) -> tuple[Proposal, ...]:
    """The marks of the table. Of the States `outside` that are not in it, it says that they took part in nothing."""
    caption = text_of(table.caption)
    where = f"{where}, table “{caption}”" if caption else f"{where}, table of attendance"
    columns = _occasions(table, where, reading)
    proposals: list[Proposal] = []
    listed: set[str] = set()
    for row in table.rows:
        name = paragraph_text(row.cells[0].paragraphs[:1]).strip()
        try:
            state = reading.names.find(name)
        except UnknownName as error:
            reading.puzzled(where, name or paragraph_text(row.cells[-1].paragraphs), Part.TABLE, error)
            continue
        listed.add(state)
        proposals += _row(row, state, columns, f"{where}, {name}", reading)
    return (
        *proposals,
        *_inferred(columns, [state for state in outside if state not in listed], where, caption, reading),
    )


def _row(row: Row, state: str, columns: list[str], where: str, reading: Reading) -> list[Proposal]:
    proposals: list[Proposal] = []
    for at, cell in enumerate(row.cells[1:]):
        mark = paragraph_text(cell.paragraphs).strip()
        key = columns[at] if at < len(columns) else ""
        if mark in NOT_RECORDED or (not key and not mark):
            continue
        if not key or mark not in TOOK_PART + DID_NOT:
            reading.puzzled(where, mark, Part.TABLE)
            continue
        claim = ParticipationClaim.TOOK_PART if mark in TOOK_PART else ParticipationClaim.DID_NOT
        fact = Attendance(treaty=reading.treaty, state=state, occasion=key, claim=claim, basis=AttendanceBasis.TABLE)
        proposals.append(Proposal(fact=fact, locator=f"{where}, {key}", passage=mark))
    return proposals


def _inferred(columns: list[str], states: list[str], where: str, caption: str, reading: Reading) -> list[Proposal]:
    return [
        Proposal(
            fact=Attendance(
                treaty=reading.treaty,
                state=state,
                occasion=key,
                claim=ParticipationClaim.DID_NOT,
                basis=AttendanceBasis.INFERRED,
            ),
            locator=where,
            passage=caption,
            certainty=Certainty.INFERRED,
        )
        for state in states
        for key in columns
        if key
    ]


def _occasions(table: Table, where: str, reading: Reading) -> list[str]:
    """The key of each column's occasion, empty where it is not known."""
    years = _flat(table.header[0]) if len(table.header) > 1 else []
    keys: list[str] = []
    for at, name in enumerate(_flat(table.header[-1])[1:], 1):
        year_text = YEAR.search(years[at]) if at < len(years) else YEAR.search(name)
        year = PartialDate.parse(year_text[0]) if year_text else None
        key = reading.occasions.meeting(name, year)
        if not key:
            unknown = UnknownName(f"“{name}” is no meeting that is held", remedy="Correct the heading of the column")
            reading.puzzled(
                where, " ".join(filter(None, (years[at] if at < len(years) else "", name))), Part.TABLE, unknown
            )
        elif year and year.earliest and not reading.occasions.is_in(key, year.earliest.year):
            wrong = Unreadable(f"{key} was not in {year}", remedy="Correct the heading of the column")
            reading.puzzled(where, f"{year} {name}", Part.TABLE, wrong)
            key = ""
        keys.append(key)
    for row in table.header:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for number in marks_of(paragraph):
                    reading.footnote(number)
    return keys


def _flat(row: Row) -> list[str]:
    """The texts of a header row, one a column: a wide cell's as often as it is wide."""
    return [paragraph_text(cell.paragraphs).strip() for cell in row.cells for _ in range(cell.span)]
