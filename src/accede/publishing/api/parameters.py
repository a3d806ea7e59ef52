"""What each address of the API may be asked: checked by pydantic, described in OpenAPI from the same declaration.

Several values of one parameter are parted by commas (`state=ARM,CHN`). A parameter that there is not, or that is given twice,
is refused: an answer to less than was asked must not pass for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, get_args

from ninja import Schema
from pydantic import BeforeValidator, Field, WithJsonSchema, create_model

from accede.publishing.api.days import read_day, read_instant
from accede.publishing.languages import OFFICIAL
from accede.publishing.tables import TABLES, Table
from accede.publishing.tables.flat import fields
from accede.publishing.tables.row import Day

MOST = 1000
"""Rows of one answer."""

USUAL = 100
"""Rows of an answer that does not say how many."""

REGIONS = (
    "African States",
    "Asia-Pacific States",
    "Eastern European States",
    "Latin American and Caribbean States",
    "Western European and other States",
)
"""The regional groups of the United Nations; a State in none has no group."""

STATES = frozenset({"state", "country", "presidency", "about_state", "towards"})
"""Fields with the ISO 3166-1 alpha-3 key of a State; small letters are understood."""

KEYED = frozenset(
    {
        "about_state",
        "circumstances",
        "country",
        "meeting",
        "positions",
        "presidency",
        "record",
        "roll_call",
        "source",
        "state",
        "statement",
        "steps",
        "towards",
        "treaty",
    }
)
"""Fields with keys, by which rows can be asked for; a field with a closed list of words always can."""

_LANGUAGES = Literal["en", "fr", "es", "ru", "zh", "ar"]
assert get_args(_LANGUAGES) == tuple(OFFICIAL)


def _parted(given: object) -> object:
    """The values of a parameter. Raises ValueError where one is empty."""
    texts = [str(each) for each in given] if isinstance(given, list | tuple) else [str(given)]
    values = [value for text in texts for value in text.split(",")]
    if not all(values):
        raise ValueError("give at least one value, and none that is empty")
    return tuple(values)


def _number(given: object) -> int:
    text = str(given)
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10):
        raise ValueError("it must be a whole number")
    return int(text)


def _truth(given: object) -> bool:
    if given not in ("true", "false"):
        raise ValueError("it must be true or false")
    return given == "true"


Instant = Annotated[
    datetime,
    BeforeValidator(read_instant),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}),
]
OfDay = Annotated[date, BeforeValidator(read_day)]
Number = Annotated[int, BeforeValidator(_number)]
Session = Annotated[Number, Field(ge=1, le=999), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 999})]


def _given(description: str, *examples: Any, **further: Any) -> Any:
    """A parameter that may be left out; it is None then, which the description does not show."""
    return Field(None, description=description, examples=list(examples) or None, **further)


class Standpoint(Schema):
    """From where an answer looks."""

    as_of: OfDay = _given("What held by the end of this day (default: today).", "2018-08-21")
    known_on: Instant = _given(
        "What was public by this instant, or by the end of this day in UTC (default: now).", "2026-12-31"
    )
    language: _LANGUAGES = Field("en", description="Language of the names of States and treaties.", examples=["fr"])


class Page(Schema):
    """Which part of a list."""

    changed_since: Instant = _given(
        "Only rows that differ from what was public by this instant, or by the end of this day in UTC; `removed` lists the "
        "keys of those that are there no more.",
        "2020-01-01",
    )
    limit: Number = Field(USUAL, ge=1, le=MOST, description="How many rows at most.", examples=[50])
    cursor: str = _given(
        "Where to go on, as the answer before gave it in `next`; it answers from the same standpoint as that answer.",
        min_length=1,
        max_length=400,
    )


def one_parameters(table: Table) -> type[Schema]:
    """What the address of one row may be asked."""
    return create_model(f"{table.name}_one", __base__=Standpoint, **_only(table))


def list_parameters(table: Table) -> type[Schema]:
    """What the address of a list may be asked."""
    declared = _only(table) | dict(_filters(table))
    return create_model(f"{table.name}_list", __base__=(Page, Standpoint), **declared)


@cache
def fields_asked_by(table: str) -> tuple[str, ...]:
    """The fields of a table's rows that a parameter of the same name narrows a list by."""
    held = TABLES[table]
    return tuple(name for name, kind, _ in fields(held.row) if _values(name, kind) is not None and name != "region")


def _only(table: Table) -> dict[str, Any]:
    names = tuple(name for name, _, _ in fields(table.row))
    kind = _several(Literal[names])
    return {"only": (kind, _given("Only these fields, and the key.", [names[1]], min_length=1, alias="fields"))}


def _filters(table: Table) -> Iterator[tuple[str, Any]]:
    held = {name: (kind, description) for name, kind, description in fields(table.row)}
    if "state" in held or table.name == "states":
        values = Literal[REGIONS]  # type: ignore[valid-type]  # a tuple is what pydantic reads
        yield "region", (_several(values), _given("Only States of these regional groups.", [REGIONS[0]], min_length=1))
    for name, (kind, description) in held.items():
        declared = _values(name, kind)
        if declared is not None and name != "region":
            kind_of, example, bounds = declared
            narrows = "Only rows of which this is true, or not." if kind is bool else "Only rows with one of these."
            about = "Key of the source." if name == "source" else description
            yield name, (kind_of, _given(f"{narrows} {about}", example, **bounds))
    if table.dated and held[table.dated][0] is Day:
        about = f"by `{table.dated}`, a partial date by its latest day"
        yield "year", (Number, _given(f"Only rows of this year, {about}.", 2018, ge=1, le=9999))
        yield "from_", (OfDay, _given(f"Only rows of this day or later, {about}.", "2018-01-01", alias="from"))
        yield "to", (OfDay, _given(f"Only rows of this day or earlier, {about}.", "2018-12-31"))


def _values(name: str, kind: Any) -> tuple[Any, Any, dict[str, Any]] | None:
    """Type, example and bounds of the parameter for a field; None where the field is not asked by."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = tuple(str(member.value) for member in kind)
        return _several(Literal[words]), [words[0]], {"min_length": 1}
    if kind is bool:
        return Annotated[bool, BeforeValidator(_truth)], True, {}
    if name == "session":
        return _several(Session), [72], {"min_length": 1}
    if name in STATES:
        return _several(Annotated[str, Field(pattern="^[A-Za-z]{3}$")]), ["ARM"], {"min_length": 1}
    if name in KEYED:
        example = {"meeting": "16MSP", "treaty": "apmbc", "source": "17msp-status-paper"}.get(name)
        known = Annotated[str, Field(pattern="^[^,]{1,200}$")]
        return _several(known), [example] if example else None, {"min_length": 1}
    return None


def _several(value: Any) -> Any:
    return Annotated[tuple[value, ...], BeforeValidator(_parted)]


def names_of(parameters: type[Schema]) -> frozenset[str]:
    """The names that an address may be asked with."""
    return frozenset(held.alias or name for name, held in parameters.model_fields.items())
