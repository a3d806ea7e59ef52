"""Who took part in a meeting, pasted: a name a line, under the parts of a list or not, or columns. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from accede.evidence.values import Attendance
from accede.intake.findings import DocumentKind, Proposal
from accede.intake.ground import Ground
from accede.intake.lists import participants as lists_of_participants
from accede.intake.pasted.columns import body, line_of, note, sheets
from accede.intake.pasted.paste import Paste, paste_of, pasted
from accede.intake.pasted.values import Pasted
from accede.intake.sheets import attendance
from accede.intake.sheets.head import Column
from accede.intake.status_paper.attendance_matrix import DID_NOT
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim


def read(
    text: str,
    occasion: str,
    ground: Ground,
    *,
    basis: AttendanceBasis = AttendanceBasis.PARTICIPANTS,
    told: Mapping[str, str] | None = None,
) -> Pasted:
    """Who took part in a meeting: a name a line, under the parts of a list or not, or a column of States beside their capacity.

    `basis` tells whether it is the whole list of participants. Raises Unreadable for what is no text.
    """
    days = ground.occasions_of(ground.treaty).days(occasion)
    paste = paste_of(text, ground, told, days.latest if days else None)
    proposals: list[Proposal] = []
    capacity, heading = "", ""
    table: list[tuple[int, str]] = []
    for line, words in paste.lines():
        is_alone = "\t" not in words and not paste.is_state(words)
        part = next((name for name, pattern in lists_of_participants.PARTS if pattern.match(words)), None)
        if is_alone and part is not None:
            proposals += _attending(paste, table, occasion, basis, capacity)
            table, capacity, heading = [], part, words if not part else ""
        elif is_alone and _is_person(words):
            paste.left.append(words)
        elif not heading:
            table.append((line, words))
        elif paste.is_state(words):
            remedy = "Put it under “States Parties” or “States not parties”, or take it out"
            paste.puzzled(line, words, Unreadable(f"it stands under “{heading}”, which are no States", remedy=remedy))
    proposals += _attending(paste, table, occasion, basis, capacity)
    if not proposals and not paste.problems:
        none = Unreadable("no State is found", remedy="Paste a name a line, or a column of States")
        paste.puzzled(0, text[:200], none)
    return pasted(paste, DocumentKind.PARTICIPANTS, proposals, as_of=days, occasion=occasion)


def _is_person(words: str) -> bool:
    """Whether a line is a delegate's, by title or address: such lines are left out, they are personal data."""
    match = lists_of_participants.PERSON.search(words)
    return match is not None and match[0] != ","


def _attending(
    paste: Paste, lines: Sequence[tuple[int, str]], occasion: str, basis: AttendanceBasis, part: str
) -> Iterator[Proposal]:
    for sheet, numbers in sheets(paste, lines, (Column.CAPACITY, Column.TOOK_PART)):
        occasions = paste.ground.occasions_of(paste.ground.treaty)
        for where, cells in body(paste, sheet, numbers):
            state = sheet.state(cells, where)
            if not state:
                continue
            other = sheet.head.cell(cells, Column.MEETING)
            if other and occasions.meeting(other, occasions.days(occasion)) != occasion:
                sheet.puzzled(
                    where, other, Unreadable("the row is of another meeting", remedy="Keep the rows of this meeting")
                )
                continue
            mark = sheet.head.cell(cells, Column.TOOK_PART)
            if mark and mark not in (*attendance.MARKS, *DID_NOT):
                sheet.puzzled(where, mark, Unreadable("it does not say whether it took part", remedy="Write yes or no"))
                continue
            is_there = Column.TOOK_PART not in sheet.head.columns or mark in attendance.MARKS
            if not is_there and not basis.is_complete:
                continue  # that a State was absent can only be said from the whole list
            fact = Attendance(
                treaty=sheet.treaty,
                state=state,
                occasion=occasion,
                claim=ParticipationClaim.TOOK_PART if is_there else ParticipationClaim.DID_NOT,
                basis=basis,
                capacity=sheet.head.cell(cells, Column.CAPACITY) or part,
            )
            yield replace(sheet.proposal(fact, where, cells), locator=line_of(numbers, where))
        note(paste, sheet, numbers)
