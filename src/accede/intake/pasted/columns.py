"""The table of a pasted text: what parts its columns, and what they hold, with a head or without. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from accede.intake.documents.csv import lines_of
from accede.intake.pasted.paste import Paste
from accede.intake.pasted.values import WHERE
from accede.intake.prose.treaties import Treaties
from accede.intake.sheets import attendance, ledger, votes
from accede.intake.sheets.head import PATTERNS, Column, Head, head_of
from accede.intake.sheets.reading import NO_STATE, NOTHING, Sheet
from accede.intake.status_paper.attendance_matrix import DID_NOT
from accede.vocabulary.errors import InvalidDate, UnknownName, Unreadable
from accede.vocabulary.partial_date import read_date
from accede.vocabulary.spelling import spelling

SEPARATORS = "\t;|,"
"""What a sheet puts between its columns, the surest first: names have commas in them."""
LEAST_SHARE = 0.5
"""A column without a name holds States, ballots or days where half of what stands in it is one."""
YEAR = re.compile(r"(?:19|20)\d\d")
DUTIES = re.compile(r"initial|annual|voluntary", re.IGNORECASE)

Holds = Callable[[str], bool]


def sheets(
    paste: Paste, lines: Sequence[tuple[int, str]], wanted: Sequence[Column]
) -> Iterator[tuple[Sheet, list[int]]]:
    """The lines as one table (none for no lines), and the number of the line of each of its rows."""
    rows = rows_of(lines, separator_of([line for _, line in lines], paste))
    if not rows:
        return
    numbers, table = [number for number, _ in rows], [cells for _, cells in rows]
    head = head_of(table)
    names_columns = head is not None and not any(map(paste.is_state, table[head.row]))  # "Peru; State Party" is no head
    if head is not None and names_columns and (Column.STATE in head.columns or Column.CODE in head.columns):
        paste.head = " | ".join(filter(None, table[head.row]))
    else:
        named = _named(paste, table, wanted)
        if named is None:
            paste.puzzled(
                numbers[0],
                " | ".join(table[0]),
                Unreadable(
                    "no column holds names of States", remedy="Paste the column of States too, or write its head"
                ),
            )
            return
        has_head, columns = named
        if has_head:
            paste.head = " | ".join(filter(None, table[0]))
        else:  # the reader of sheets looks for rows under a head
            table, numbers = [[], *table], [0, *numbers]
        head = Head(0, columns)
    ground, treaties = paste.ground, Treaties(paste.ground.treaties)
    occasions = ground.occasions_of(ground.treaty)
    yield Sheet(ground, ground.treaty, treaties, occasions, WHERE, "", head, table), numbers


def _named(
    paste: Paste, table: Sequence[Sequence[str]], wanted: Sequence[Column]
) -> tuple[bool, dict[Column, int]] | None:
    """What the columns of a table without a known head hold, by what stands in them; and whether its first row is a head."""
    width = max(map(len, table))
    shares = {at: _share(paste.is_state, table, at) for at in range(width)}
    at = max(shares, key=lambda one: (shares[one], -one))
    if shares[at] < LEAST_SHARE and not (width == 1 and shares[at] > 0):
        return None
    columns = {Column.STATE: at}
    for column in wanted:  # the head, where there is one, is one of many rows
        free = [one for one in range(width) if one not in columns.values()]
        found = {one: _share(HOLDS[column], table, one) for one in free}
        best = max(found, key=lambda one: (found[one], -one), default=None)
        if best is not None and found[best] >= LEAST_SHARE:
            columns[column] = best
    first = table[0]
    others = [first[one] for column, one in columns.items() if column is not Column.STATE and one < len(first)]
    is_head = bool(PATTERNS[Column.STATE].fullmatch(" ".join(first[at].split()) if at < len(first) else "")) or (
        len(table) > 1
        and at < len(first)
        and not paste.is_state(first[at])
        and spelling(first[at]) not in paste.left_out
        and bool(others)
        and not any(
            HOLDS[column](first[one])
            for column, one in columns.items()
            if column is not Column.STATE and one < len(first)
        )
    )
    return is_head, columns


def _share(holds: Holds, table: Sequence[Sequence[str]], at: int) -> float:
    """The share of what stands in a column that is of a kind; 0 for an empty one."""
    texts = [cells[at].strip() for cells in table if at < len(cells) and cells[at].strip() not in NOTHING]
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def _is_day(text: str) -> bool:
    try:
        read_date(text.strip())
    except InvalidDate:
        return bool(ledger.NOT_SUBMITTED.fullmatch(text.strip()))
    return not YEAR.fullmatch(text.strip())


HOLDS: Mapping[Column, Holds] = {
    Column.VOTE: lambda text: votes.ballot_of(text) is not None,
    Column.SUBMITTED: _is_day,
    Column.COVERS: lambda text: bool(YEAR.fullmatch(text.strip())),
    Column.KIND: lambda text: bool(DUTIES.search(text)),
    Column.TOOK_PART: lambda text: text.strip() in (*attendance.MARKS, *DID_NOT),
    Column.CAPACITY: lambda text: bool(re.search(r"observer|part(?:y|ies)|signator|member|guest", text, re.IGNORECASE)),
}


def body(paste: Paste, sheet: Sheet, numbers: Sequence[int]) -> Iterator[tuple[str, Sequence[str]]]:
    """The rows of the table with their places; one that holds something and names no State is noted, but for totals."""
    for where, cells in sheet.body():
        if all(sheet.head.cell(cells, column).strip() in NOTHING for column in (Column.STATE, Column.CODE)):
            none = Unreadable("it names no State", remedy="Write the State, or take the line out")
            paste.puzzled(number_of(numbers, where), " | ".join(filter(None, cells)), none)
        elif not NO_STATE.fullmatch(sheet.head.cell(cells, Column.STATE).strip()):
            yield where, cells


def rows_of(lines: Sequence[tuple[int, str]], separator: str) -> list[tuple[int, list[str]]]:
    """The lines parted into cells, with their numbers. Raises Unreadable for a quotation mark that is not closed."""
    if not separator:
        return [(number, [line]) for number, line in lines]
    found = []
    numbers = [number for number, _ in lines]
    for begins, cells in lines_of("\n".join(line for _, line in lines), separator, name=WHERE):
        if any(cell.strip() for cell in cells):
            found.append((numbers[begins - 1], [" ".join(cell.split()) for cell in cells]))
    return found


def separator_of(lines: Sequence[str], paste: Paste) -> str:
    """What parts the columns of most lines; nothing where each line is a name."""
    named = sum(1 for line in lines if paste.is_state(line))
    for sign in SEPARATORS:
        parted = sum(1 for line in lines if sign in line)
        if parted * 2 > len(lines) and (sign != "," or named < parted):
            return sign
    return ""


def note(paste: Paste, sheet: Sheet, numbers: Sequence[int]) -> None:
    """Take over what the reader of sheets did not understand, with the lines of the text."""
    for one in sheet.not_understood:
        is_name = isinstance(one.error, UnknownName)
        error = one.error or Unreadable("it is not understood", remedy="Correct it")
        paste.puzzled(number_of(numbers, one.where), one.text, error, name=one.text if is_name else "")


def number_of(numbers: Sequence[int], where: str) -> int:
    """The line of a row from its place in the table ("pasted text, row 3")."""
    match = re.search(r", row (\d+)", where)
    return numbers[int(match[1]) - 1] if match else 0


def line_of(numbers: Sequence[int], where: str) -> str:
    return f"line {number_of(numbers, where)}"


def span_of(lines: Sequence[tuple[int, str]]) -> str:
    return f"lines {lines[0][0]} to {lines[-1][0]}"
