"""How a fact becomes columns and back. Pure: a column holds text, a whole number, a truth value or nothing.

Partial dates are stored as their EDTF text, enums as their value, tuples as canonical JSON, an absent date or enum as "".
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate

F = TypeVar("F")
Stored = str | int | bool | None

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a fact as a column: `holds` is the type in the database, `is_null` whether it may be empty there."""

    name: str
    holds: type
    is_null: bool
    store: Callable[[Any], Stored]
    restore: Callable[[Any], Any]


_COLUMNS: dict[type[Any], tuple[Column, ...]] = {}


def columns_of(fact: type[Any]) -> tuple[Column, ...]:
    """The columns of a fact's dataclass, in its order; a field of another table (`ballots`) is left out."""
    if fact not in _COLUMNS:
        hints = typing.get_type_hints(fact)
        names = [field.name for field in dataclasses.fields(fact) if field.name != "ballots"]
        _COLUMNS[fact] = tuple(_column(name, hints[name]) for name in names)
    return _COLUMNS[fact]


def plain(value: Any) -> Any:
    """A value of a fact as JSON's own types: dates as EDTF, enums as values, dataclasses as objects."""
    match value:
        case None | bool() | int():
            return value
        case Labelled() | str():
            return str(value)
        case PartialDate():
            return value.edtf
        case tuple() | list():
            return [plain(part) for part in value]
        case _ if dataclasses.is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"a fact holds no {type(value).__name__}")


def _column(name: str, hint: Any) -> Column:
    inner, optional = _without_none(hint)
    if inner is str:
        return Column(name, str, False, str, str)
    if inner is bool or inner is int:
        return Column(name, inner, optional, _same, _same)
    if inner is PartialDate:
        return Column(name, str, False, _store_date, _restore_date if optional else PartialDate.parse)
    if isinstance(inner, type) and issubclass(inner, Labelled):
        return Column(name, str, False, _store_enum, _restore_enum(inner, optional))
    if typing.get_origin(inner) is tuple:
        return Column(name, str, False, _store_tuple, _restore_tuple(typing.get_args(inner)[0]))
    raise TypeError(f"a field of type {hint} ({name}) has no column")


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        return kinds[0], True
    return hint, False


def _same(value: Any) -> Any:
    return value


def _store_date(value: PartialDate | None) -> str:
    return value.edtf if value is not None else ""


def _restore_date(stored: str) -> PartialDate | None:
    return PartialDate.parse(stored) if stored else None


def _store_enum(value: Labelled | None) -> str:
    return str(value) if value is not None else ""


def _restore_enum(kind: type[Labelled], optional: bool) -> Callable[[str], Labelled | None]:
    members = {str(member): member for member in kind}
    return lambda stored: None if optional and not stored else members[stored]


def _store_tuple(value: tuple[Any, ...]) -> str:
    return _encode(plain(value)).decode() if value else ""


def _restore_tuple(inner: Any) -> Callable[[str], tuple[Any, ...]]:
    if inner is str:
        return lambda stored: tuple(_decode(stored)) if stored else ()
    restore = {column.name: column.restore for column in columns_of(inner)}

    def rebuilt(part: dict[str, Any]) -> Any:
        """A dataclass inside a tuple, from its plain form."""
        return inner(**{name: restore[name]("" if value is None else value) for name, value in part.items()})

    return lambda stored: tuple(map(rebuilt, _decode(stored))) if stored else ()


def fact_from_text(fact: type[F], cells: Mapping[str, str]) -> F:
    """The fact that a row of a shipped table gives. Cells: dates as EDTF, tuples parted by "|", truth as true/false.

    A column the row lacks, or an empty cell, is the field's default (of a text without one: the empty text).
    Raises InvalidDate or ValueError, naming the column.
    """
    hints = typing.get_type_hints(fact)
    given = {}
    for field in dataclasses.fields(fact):  # type: ignore[arg-type]
        cell = cells.get(field.name, "")
        if cell != "":
            given[field.name] = _from_cell(hints[field.name], cell, field.name)
        elif hints[field.name] is str and field.default is dataclasses.MISSING:
            given[field.name] = ""
    return fact(**given)


def _from_cell(hint: Any, cell: str, name: str) -> Any:
    inner, _ = _without_none(hint)
    if inner is bool:
        if cell not in ("true", "false", "yes", "no"):
            raise ValueError(f"{name} is {cell!r}, neither true nor false")
        return cell in ("true", "yes")
    if inner is int:
        return int(cell)
    if inner is PartialDate:
        return PartialDate.parse(cell)
    if isinstance(inner, type) and issubclass(inner, Labelled):
        return inner(cell)
    if typing.get_origin(inner) is tuple:
        return tuple(cell.split("|"))
    return cell
