"""A table of contacts as text: what somebody pastes, and what a file becomes so that it can be looked at before it is taken in.

Nothing of a file is kept: its rows stand in the form of the page, and go when the page is left.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from accede.intake.documents import xlsx
from accede.intake.documents.csv import lines_of
from accede.intake.documents.door import decoded
from accede.intake.documents.tables import text_of_cell
from accede.outreach.contacts.columns import COLUMNS, EMAIL, is_head, is_organization, named_by, told_by
from accede.outreach.contacts.read_vcards import read_vcards
from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import Table as TableOfTree
from accede.publishing.data.comma_separated import CALCULATED
from accede.vocabulary.errors import Unreadable

WHERE = "the sheet"
LONGEST = 500_000
"""Characters."""
MOST = 600
"""Rows: three contacts of each State. A form with a tick for each and what is said of some has fewer fields than Django reads."""
WIDEST = 60
"""Columns."""
SEPARATORS = "\t;|,"
LONGEST_CELL = 5_000
"""Characters of a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the lines they begin in, and what each column holds: a name of `COLUMNS`, "" for one that is not taken in.

    `heads` are the words over the columns, empty where the columns have none.
    """

    heads: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def text_of_file(data: bytes, *, name: str) -> str:
    """A sheet (.csv, .tsv, .xlsx) or cards (.vcf) as the text of a table. Raises Unreadable."""
    suffix = PurePath(name).suffix.lower()
    if data[:15].lstrip().upper().startswith(b"BEGIN:VCARD") or suffix in (".vcf", ".vcard"):
        return written(cells for _, cells in read_vcards(data, name=name))
    if data.startswith(b"PK"):
        return written(_cells_of(data, name))
    if suffix in (".xls", ".ods", ".doc", ".docx", ".pdf", ".msg"):
        raise Unreadable("it is no sheet that is read here", where=name, remedy="Save it as .xlsx or .csv, or as .vcf")
    return decoded(data, name=name)


def table_of(text: str, chosen: Sequence[str] = ()) -> Table:
    """The table of a text. `chosen` are what a person said of the columns, where there are as many. Raises Unreadable."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    _refuse(text)
    rows = _addressed(text) or _parted(text)
    width = max((len(cells) for _, cells in rows), default=0)
    if width > WIDEST:
        raise Unreadable(f"it has more than {WIDEST} columns", where=WHERE, remedy="Take the others out")
    rows = [(line, (*cells, *[""] * (width - len(cells)))) for line, cells in rows]
    has_head = bool(rows) and is_head(rows[0][1])
    heads, body = (rows[0][1], rows[1:]) if has_head else ((), rows)
    if not body:
        raise Unreadable(
            "it has no row with a contact", where=WHERE, remedy="Paste the rows of the sheet, or choose it"
        )
    if len(body) > MOST:
        raise Unreadable(f"it has more than {MOST} rows", where=WHERE, remedy="Take it in in parts")
    columns = named_by(heads) if has_head else told_by([cells for _, cells in body])
    if len(chosen) == width and all(each in ("", *COLUMNS) for each in chosen):
        columns = tuple(chosen)
    return Table(tuple(heads), tuple(columns), tuple(body))


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a text that `table_of` reads: parted by tabs, with quotation marks where a cell has several lines."""
    file = io.StringIO()
    csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows)
    return file.getvalue()


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheet programs from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(CALCULATED) else cell


def _refuse(text: str) -> None:
    if not text.strip():
        raise Unreadable(
            "nothing is pasted and no file was given", where=WHERE, remedy="Paste the rows of the sheet, or choose it"
        )
    if len(text) > LONGEST:
        raise Unreadable(f"it has more than {LONGEST:,} characters", where=WHERE, remedy="Take it in in parts")
    if found := UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Unreadable(
            f"it has the unprintable character U+{ord(found[0]):04X}",
            where=f"line {line}",
            remedy="Take the character out",
        )


def _addressed(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """A list of addresses as mail programs copy it ("Name <name@example.org>; ..."), a row each; empty where it is none."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        for part in filter(str.strip, re.split(r"(?<=>)\s*[;,]\s*", line)):
            called, opens, address = part.strip(" ;,").rpartition("<")
            if not opens or not address.endswith(">") or not EMAIL.fullmatch(address[:-1]):
                return []
            called = called.strip(' "')
            found.append(
                (number, (called, "", address[:-1]) if is_organization(called) else ("", called, address[:-1]))
            )
    return [(0, ("organization", "person", "email")), *found] if found else []


def _parted(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """The lines parted into cells; those without anything in them are left out. Raises Unreadable."""
    rows = []
    for line, cells in lines_of(text, _separator(text), name=WHERE):
        trimmed = [unguarded(UNPRINTABLE.sub("", cell.strip())) for cell in cells]
        while trimmed and not trimmed[-1]:
            trimmed.pop()
        if any(len(cell) > LONGEST_CELL for cell in trimmed):
            raise Unreadable(
                f"a cell has more than {LONGEST_CELL} characters",
                where=f"line {line}",
                remedy="Take it out, or part it",
            )
        if trimmed:
            rows.append((line, tuple(trimmed)))
    return rows


def _separator(text: str) -> str:
    """What parts the columns of most lines, the surest first: names have commas in them."""
    lines = [line for line in text.split("\n") if line.strip()]
    for sign in SEPARATORS:
        parted = sum(1 for line in lines if sign in line)
        if parted * 2 > len(lines) and (sign != "," or EMAIL.search(text) or is_head(lines[0].split(","))):
            return sign
    return "\t"


def _cells_of(data: bytes, name: str) -> list[list[str]]:
    """The rows of the first sheet of a workbook that has any. Raises Unreadable."""
    for section in xlsx.read(data, name=name).sections:
        for block in section.blocks:
            if isinstance(block, TableOfTree):
                return [[text_of_cell(cell) for cell in row.cells] for row in (*block.header, *block.rows)]
    raise Unreadable("it has no sheet with a table", where=name, remedy="Check that it is the file you mean")
