"""Rows of cells to a table of the tree: its kind, its header rows, and its rows made whole across page breaks. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from accede.intake.documents.extent import refuse_large
from accede.intake.documents.whole import joined_cells
from accede.paper.tree import Cell, Inline, Row, Table, paragraph_text

Kind = Literal["votes", "matrix", "overview", "sources", "plain"]
Cells = tuple[Cell, ...]

LAST_PARTICIPATION = re.compile(r"last participation", re.IGNORECASE)
BALLOTS = re.compile(
    r"(in favou?r|for|yes|against|no|abstained|abstentions?|abstaining|not present|absent|not recorded|not a member.*)"
    r"\s*(\(\s*\d+\s*\))?",
    re.IGNORECASE,
)
OCCASION = re.compile(
    r"(?:19|20)\d\d|IM|\d+ ?MSP|\d+ ?(?:st|nd|rd|th)? ?(?:RC|RevCon|Review Conference)", re.IGNORECASE
)
SOURCE = re.compile(r"sources?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as the file has it: `header_rows` where the format says how many there are, else None."""

    caption: tuple[Inline, ...]
    rows: tuple[Cells, ...]
    header_rows: int | None = None
    keys: tuple[str, ...] = ()
    """The key of each row, where the format has one."""


def text_of_cell(cell: Cell) -> str:
    """The text of a cell, its paragraphs parted by a line break, footnote marks left out."""
    return paragraph_text(cell.paragraphs).strip()


def texts_of_row(cells: Cells) -> tuple[str, ...]:
    return tuple(text_of_cell(cell) for cell in cells)


def kind_of(header: Sequence[str]) -> Kind:
    """What a table is, from the texts of its first row."""
    told = [text for text in header if text]
    if len(header) >= 3 and LAST_PARTICIPATION.match(header[-1]):
        return "overview"
    if all(BALLOTS.fullmatch(text) for text in told) and (len(told) > 1 or any(")" in text for text in told)):
        return "votes"
    if len(told) >= 2 and header[0] and all(OCCASION.fullmatch(text) for text in told[1:]):
        return "matrix"
    if told and len(header) >= 2 and SOURCE.fullmatch(told[0]):
        return "sources"
    return "plain"


def table(raw: RawTable) -> Table:
    """The table of the tree. An overview's rows that go on after a page break are one row again. Raises TooLarge."""
    width = max((sum(cell.span for cell in cells) for cells in raw.rows), default=0)
    refuse_large(len(raw.rows), width)
    kind = kind_of(texts_of_row(raw.rows[0])) if raw.rows else "plain"
    heads = raw.header_rows if raw.header_rows is not None else _header_rows(raw.rows, kind)
    header = tuple(Row(cells) for cells in _spanned(raw.rows[:heads], width))
    keys = raw.keys or ("",) * len(raw.rows)
    rows = [Row(_padded(cells, width), key) for cells, key in zip(raw.rows[heads:], keys[heads:], strict=True)]
    return Table(kind, raw.caption, header, tuple(_whole_rows(rows) if kind == "overview" else rows))


def continues(first: Table, rest: RawTable) -> Table | None:
    """The first table with the rows of one that follows it over a page break under the same header; None if it does not."""
    heads = len(first.header)
    if len(rest.rows) < heads:
        return None
    again = table(replace(rest, header_rows=heads))
    if [texts_of_row(row.cells) for row in again.header] != [texts_of_row(row.cells) for row in first.header]:
        return None
    rows = [*first.rows, *again.rows]
    return replace(first, rows=tuple(_whole_rows(rows) if first.kind == "overview" else rows))


def _header_rows(rows: Sequence[Cells], kind: Kind) -> int:
    """One; of a matrix two where the second row names occasions under years and no State."""
    if kind != "matrix" or len(rows) < 2:
        return min(1, len(rows))
    name, *below = texts_of_row(rows[1])
    told = [text for text in below if text]
    return 2 if not name and told and all(OCCASION.fullmatch(text) for text in told) else 1


def _spanned(header: Sequence[Cells], width: int) -> list[Cells]:
    """Header rows in which an empty cell of the first of two belongs to the cell before it."""
    rows = [_padded(cells, width) for cells in header]
    if len(rows) < 2 or any(cell.span > 1 for cell in rows[0]):
        return rows
    first: list[Cell] = []
    for cell in rows[0]:
        if first and not text_of_cell(cell):
            first[-1] = replace(first[-1], span=first[-1].span + 1)
        else:
            first.append(cell)
    return [tuple(first), *rows[1:]]


def _padded(cells: Cells, width: int) -> Cells:
    return cells + (Cell(),) * (width - sum(cell.span for cell in cells))


def _whole_rows(rows: Sequence[Row]) -> list[Row]:
    """Rows without a State in the first cell joined to the row before them."""
    found: list[Row] = []
    for row in rows:
        if found and row.cells and not text_of_cell(row.cells[0]) and len(row.cells) == len(found[-1].cells):
            pairs = zip(found[-1].cells, row.cells, strict=True)
            found[-1] = replace(found[-1], cells=tuple(joined_cells(first, rest) for first, rest in pairs))
        else:
            found.append(row)
    return found
