"""A table's rows in memory, and each as JSON: made once for a standpoint, a day and a language."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock

import msgspec
from django.utils.translation import override

from accede.publishing.addresses import slug
from accede.publishing.held import register_of
from accede.publishing.register import PublicRegister
from accede.publishing.standpoint import Standpoint
from accede.publishing.tables import Row, Table

MOST = 30_000
"""Rows that a process holds; the tables asked for longest ago go first."""

_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True)
class HeldRows:
    """The rows of a table with the register they come from."""

    register: PublicRegister
    rows: tuple[Row, ...]

    @cached_property
    def encoded(self) -> list[bytes]:
        """Each row as JSON, in the order of the rows."""
        return [_encode(row) for row in self.rows]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where the row of a key stands, by the key as addresses have it."""
        return {slug(row.key): at for at, row in enumerate(self.rows)}

    @cached_property
    def spelt(self) -> dict[str, str]:
        """The keys as addresses have them, by their small letters."""
        return {name.casefold(): name for name in self.places}

    @cached_property
    def by_key(self) -> dict[str, bytes]:
        """Each row as JSON by its key."""
        return {row.key: told for row, told in zip(self.rows, self.encoded, strict=True)}

    @cached_property
    def regions(self) -> dict[str, str]:
        """The regional group of each State that has one."""
        return {each.fact.iso3: each.fact.regional_group for each in self.register.states if each.fact.regional_group}


_held: OrderedDict[tuple[object, ...], HeldRows] = OrderedDict()
_lock = Lock()


def held_rows(table: Table, now: Standpoint, as_of: date | None, language: str) -> HeldRows:
    """The rows of a table as of a day (None: today). Raises Refused for a day before the treaty."""
    register = register_of(now, as_of)
    key = (table.name, now.key, register.view.as_of, language, register.treaty.key)
    with _lock:
        found = _held.get(key)
        if found is not None:
            _held.move_to_end(key)
            return found
    with override(language):
        found = HeldRows(register, tuple(table.rows(register)))
    with _lock:
        _held[key] = found
        while sum(len(each.rows) for each in _held.values()) > MOST and len(_held) > 1:
            _held.popitem(last=False)
    return found
