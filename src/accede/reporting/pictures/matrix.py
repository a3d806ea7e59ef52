"""A matrix: small, even cells, States by years or meetings. A table that is looked at as a picture, so that it needs no twin."""

from __future__ import annotations

from dataclasses import dataclass

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
    def mark(self) -> str:
        """The shape."""
        return SHAPES[self.kind]

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say: a State that was not there has an empty place."""
        return bool(self.mark)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A State: its name, where it leads, and a cell for each column."""

    key: str
    name: str
    cells: tuple[MatrixCell, ...]
    address: str = ""


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
    def is_narrow(self) -> bool:
        """Whether the words at the heads are as short as a cell is broad."""
        return all(len(column.head) <= 2 for column in self.columns)

    def mark(self, kind: str) -> str:
        """The shape of a class, for the legend."""
        return SHAPES[kind]
