"""Answers that need no question: whole tables and single rows as plain files, the same bytes live and published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from accede.publishing.addresses import API, slug
from accede.publishing.api.bodies import ListBody, OneBody, seen, told
from accede.publishing.api.held_rows import held_rows
from accede.publishing.api.index import index
from accede.publishing.api.one import SUFFIX
from accede.publishing.api.openapi import encoded
from accede.publishing.languages import DEFAULT
from accede.publishing.standpoint import Standpoint
from accede.publishing.tables import TABLES, Table

ROOT = API.lstrip("/")

WHOLE_ONLY = frozenset({"attendance", "ballots", "changes", "other_treaties"})
"""Tables whose rows are published together alone: thousands of small files would help nobody."""


def whole(table: Table, now: Standpoint) -> bytes:
    """All rows of a table as of today, as one page of its list."""
    held = held_rows(table, now, None, DEFAULT)
    rows = told(held, range(len(held.rows)), None)
    return msgspec.json.encode(
        ListBody(**seen(table, held, DEFAULT), count=len(rows), next=None, removed=(), items=rows)
    )


def row(table: Table, now: Standpoint, at: int) -> bytes:
    """The row at a place of a table as of today."""
    held = held_rows(table, now, None, DEFAULT)
    (item,) = told(held, [at], None)
    return msgspec.json.encode(OneBody(**seen(table, held, DEFAULT), item=item))


def answers(now: Standpoint) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Path from the root of the site, and what makes the bytes, of every answer that is published."""
    yield f"{ROOT}index{SUFFIX}", lambda: msgspec.json.encode(index(now))
    yield f"{ROOT}openapi{SUFFIX}", encoded
    for table in TABLES.values():
        yield f"{ROOT}{table.name}{SUFFIX}", partial(whole, table, now)
        if table.name not in WHOLE_ONLY:
            for at, each in enumerate(held_rows(table, now, None, DEFAULT).rows):
                yield f"{ROOT}{table.name}/{slug(each.key)}{SUFFIX}", partial(row, table, now, at)
