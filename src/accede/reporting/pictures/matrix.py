"""A matrix: small, even cells, States by years or meetings. A table that is looked at as a picture, so that it needs no twin."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from accede.reporting.pictures.picture import LegendItem

SHAPES = {
    "in_favour": "●",
    "abstained": "◐",
    "against": "◆",
    "not_present": "○",
    "not_recorded": "▪",
    "not_a_member": "–",
    "took_part": "●",
    "did_not": "○",
    "not_held": "",
}
"""The mark of a class, so that no meaning hangs on a colour."""


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a meeting: the short word at its head, the whole one, and where it leads ("": nowhere)."""

    head: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A class, and the sentence that hovering or focus says; `address` is where its source is shown."""

    kind: str
    sentence: str
    address: str = ""

    @property
    def html(self) -> str:
        """The cell of a table; a State that was not there has an empty one."""
        mark, said = SHAPES[self.kind], escape(self.sentence)
        if self.address:
            inside = f'<a href="{escape(self.address)}" aria-label="{said}">{mark}</a>'
        else:
            inside = f'<b role="img" tabindex="0" aria-label="{said}">{mark}</b>' if mark else ""
        return f'<td class="{self.kind}">{inside}</td>'


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A State: its name, where it leads, and a cell for each column."""

    key: str
    name: str
    cells: tuple[MatrixCell, ...]
    address: str = ""

    @property
    def html(self) -> str:
        """The row of a table."""
        name = escape(self.name, quote=False)
        named = f'<a href="{escape(self.address)}">{name}</a>' if self.address else name
        return f'<tr><th scope="row">{named}</th>{"".join(cell.html for cell in self.cells)}</tr>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """`corner` is the word above the names; the legend counts the cells of each class. `name` is unique on its page."""

    name: str
    title: str
    description: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[LegendItem, ...] = ()
    note: str = ""

    @property
    def html(self) -> str:
        """The rows of the table, one a line."""
        return "\n".join(row.html for row in self.rows)

    @property
    def is_narrow(self) -> bool:
        """Whether the words at the heads are as short as a cell is broad."""
        return all(len(column.head) <= 2 for column in self.columns)

    def mark(self, kind: str) -> str:
        """The shape of a class, for the legend."""
        return SHAPES[kind]
