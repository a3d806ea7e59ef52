"""The bodies of answers: rows that are JSON already, in an envelope that says from where they are seen. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct

from accede.publishing.api.held_rows import HeldRows
from accede.publishing.tables import Table


class Seen(Struct, frozen=True, kw_only=True):
    """What every answer says of itself."""

    table: Annotated[str, Meta(description="Name of the table.")]
    treaty: Annotated[str, Meta(description="Key of the treaty that is spoken of.")]
    as_of: Annotated[date, Meta(description="The day that is answered.")]
    known_on: Annotated[datetime, Meta(description="The instant of the last public change by the instant asked for.")]
    language: Annotated[str, Meta(description="ISO 639-1 key of the language of names.")]


class ListBody(Seen, frozen=True, kw_only=True):
    """A part of a list."""

    count: Annotated[int, Meta(description="How many rows meet what was asked, on all pages.")]
    next: Annotated[str | None, Meta(description="Where the list goes on, from the root of the site; null at its end.")]
    removed: Annotated[tuple[str, ...], Meta(description="With changed_since: keys that are there no more.")]
    items: Annotated[tuple[Raw, ...], Meta(description="The rows.")]


class OneBody(Seen, frozen=True, kw_only=True):
    """One row."""

    item: Annotated[Raw, Meta(description="The row.")]


def seen(table: Table, held: HeldRows, language: str) -> dict[str, Any]:
    """From where an answer looks, as fields of its body."""
    view = held.register.view
    return {
        "table": table.name,
        "treaty": held.register.treaty.key,
        "as_of": view.as_of,
        "known_on": view.known_on,
        "language": language,
    }


def told(held: HeldRows, places: Iterable[int], only: Sequence[str] | None) -> tuple[Raw, ...]:
    """Rows as JSON; `only` some fields, and the key always, in the order of the row."""
    if only is None:
        encoded = held.encoded
        return tuple(Raw(encoded[at]) for at in places)
    found = [held.rows[at] for at in places]
    names = [name for name in found[0].__struct_fields__ if name == "key" or name in only] if found else []
    return tuple(Raw(msgspec.json.encode({name: getattr(row, name) for name in names})) for row in found)
