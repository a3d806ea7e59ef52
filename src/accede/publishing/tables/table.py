"""A table of the open data: its name, its dictionary, and its rows from the public register."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from accede.publishing.register import PublicRegister
from accede.publishing.tables.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Declared once; API, CSV, sheets, data package and data dictionary follow from it.

    `row` is the kind of its rows, with a description in each field; `rows` gives them as of the register's day, in a fixed
    order, with names of States in the language that is written in now. `dated` names the field with the day that a row
    counts from, "" where rows have none.
    """

    name: str
    title: str
    description: str
    row: type[Row]
    rows: Callable[[PublicRegister], Iterable[Row]]
    dated: str = ""
