"""Who took part, in a table: a row a State and a meeting, or a column a meeting with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accede.evidence.values import Attendance
from accede.intake.findings import DocumentKind, Proposal
from accede.intake.sheets.head import Column, Head
from accede.intake.sheets.reading import Sheet
from accede.intake.status_paper.attendance_matrix import DID_NOT, NOT_RECORDED, TOOK_PART
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate

KIND = DocumentKind.PARTICIPANTS
MEETING = re.compile(
    r"\b(?:\d{1,2} ?(?:MSP|RC)|IM ?\d{4}|intersessional|Meeting of (?:the )?States Parties"
    r"|Review Conference)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MARKS = (*TOOK_PART, "1", "took part", "attended", "present", "observer", "Observer", "y", "Y")


def is_one(head: Head) -> bool:
    """Whether the table has columns named by meetings, or a column of meetings beside one that says who took part."""
    if any(MEETING.search(name) for _, name in head.unknown):
        return True
    return Column.MEETING in head.columns and (Column.TOOK_PART in head.columns or Column.CAPACITY in head.columns)


def read(sheet: Sheet) -> Iterator[Proposal]:
    """The marks of the table."""
    columns = [(at, name, _key(name, sheet)) for at, name in sheet.head.unknown if MEETING.search(name)]
    for where, cells in sheet.body():
        state = sheet.state(cells, where)
        if not state:
            continue
        for at, name, key in columns:
            mark = cells[at].strip() if at < len(cells) else ""
            if mark in NOT_RECORDED or (not key and not mark):
                continue
            if not key or mark not in (*MARKS, *DID_NOT):
                sheet.puzzled(f"{where}, {name}", mark)
                continue
            yield _attended(sheet, state, key, mark in MARKS, "", where, cells)
        if not columns:
            yield from _row(sheet, state, where, cells)


def _row(sheet: Sheet, state: str, where: str, cells: Sequence[str]) -> Iterator[Proposal]:
    name = sheet.head.cell(cells, Column.MEETING)
    date = sheet.date(sheet.head.cell(cells, Column.DATE), where)
    key = sheet.occasions.meeting(name, date or _year(name))
    if not key:
        sheet.puzzled(where, name, UnknownName(f"“{name}” is no meeting that is held", remedy="Correct the meeting"))
        return
    mark = sheet.head.cell(cells, Column.TOOK_PART)
    if mark and mark not in (*MARKS, *DID_NOT):
        sheet.puzzled(where, mark)
        return
    is_there = mark in MARKS or (Column.TOOK_PART not in sheet.head.columns)
    yield _attended(sheet, state, key, is_there, sheet.head.cell(cells, Column.CAPACITY).lower(), where, cells)


def _attended(
    sheet: Sheet, state: str, key: str, is_there: bool, capacity: str, where: str, cells: Sequence[str]
) -> Proposal:
    fact = Attendance(
        treaty=sheet.treaty,
        state=state,
        occasion=key,
        claim=ParticipationClaim.TOOK_PART if is_there else ParticipationClaim.DID_NOT,
        basis=AttendanceBasis.TABLE,
        capacity=capacity,
    )
    return sheet.proposal(fact, where, cells)


def _key(name: str, sheet: Sheet) -> str:
    key = sheet.occasions.meeting(name, _year(name))
    if not key:
        unknown = UnknownName(f"“{name}” is no meeting that is held", remedy="Correct the heading of the column")
        sheet.puzzled(sheet.where, name, unknown)
    return key


def _year(text: str) -> PartialDate | None:
    match = YEAR.search(text)
    return PartialDate.parse(match[0]) if match else None
