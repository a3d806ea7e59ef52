"""Rows as CSV and sheets have them: one scalar a column. Pure.

A nested value takes the name of its field for its first part, and `name_part` for the others: `source`, `source_title`,
`deposited` (EDTF), `deposited_earliest`, `deposited_latest`. Several words stand in one cell, parted by "; "; several
objects are a JSON text.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from accede.publishing.tables.row import Row
from accede.publishing.tables.table import Table

Scalar = str | int | float | bool | date | None

BETWEEN = "; "
"""What parts several values in a cell."""

_TYPES: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    date: "date",
    datetime: "datetime",
}
"""Types as Table Schema names them."""


def flat(row: Row) -> dict[str, Scalar]:
    """The row's cells by column, in the order of `columns`."""
    return dict(_cells(row, type(row), ""))


def columns(table: Table) -> list[tuple[str, str, str]]:
    """Name, type and description of each column. Types are those of Table Schema; a JSON text is an `array`."""
    return list(_columns(table.row, "", ""))


def fields(row: type[Struct]) -> tuple[tuple[str, Any, str], ...]:
    """Name, type and description of each field of a row."""
    return _fields(row)


@cache
def _fields(row: type[Struct]) -> tuple[tuple[str, Any, str], ...]:
    hints = get_type_hints(row, include_extras=True)
    return tuple((name, *_told(hints[name])) for name in row.__struct_fields__)


def _told(hint: Any) -> tuple[Any, str]:
    """A type without its remarks and without null, and its description."""
    description = ""
    if get_origin(hint) is Annotated:
        hint, *remarks = get_args(hint)
        description = next((mark.description for mark in remarks if isinstance(mark, Meta) and mark.description), "")
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint, description


def _columns(row: type[Struct], before: str, described: str) -> Iterator[tuple[str, str, str]]:
    for at, (name, kind, description) in enumerate(_fields(row)):
        column = _column(before, at, name)
        told = f"{described} {description}".strip() if before else description
        if _is_struct(kind):
            yield from _columns(kind, column, told)
        elif get_origin(kind) is tuple:
            yield column, _type_of_list(kind), told
        else:
            yield column, "string" if issubclass(kind, Enum) else _TYPES[kind], told


def _cells(value: Struct | None, row: type[Struct], before: str) -> Iterator[tuple[str, Scalar]]:
    for at, (name, kind, _) in enumerate(_fields(row)):
        column = _column(before, at, name)
        held = None if value is None else getattr(value, name)
        if _is_struct(kind):
            yield from _cells(held, kind, column)
        elif get_origin(kind) is tuple:
            yield column, _listed(held, kind)
        else:
            yield column, str(held) if isinstance(held, Enum) else held


def _column(before: str, at: int, name: str) -> str:
    if not before:
        return name
    return before if at == 0 else f"{before}_{name}"


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _type_of_list(kind: Any) -> str:
    return "array" if _is_struct(get_args(kind)[0]) else "string"


def _listed(held: tuple[Any, ...] | None, kind: Any) -> str | None:
    if not held:
        return None
    if _type_of_list(kind) == "array":
        return msgspec.json.encode(held).decode()
    return BETWEEN.join(map(str, held))
