"""A list of rows: narrowed, and cut into pages that go on from the same standpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec

from accede.publishing.addresses import API
from accede.publishing.api import cursor
from accede.publishing.api.bodies import ListBody, seen, told
from accede.publishing.api.held_rows import HeldRows, held_rows
from accede.publishing.api.narrowing import narrowed
from accede.publishing.api.point import asked_from, public_by
from accede.publishing.api.problems import Unanswerable
from accede.publishing.standpoint import Standpoint, earlier
from accede.publishing.tables import TABLES, Table
from accede.publishing.version import CODE

_NOT_OF_THE_LIST = frozenset({"cursor", "limit"})
"""What pages of one list may differ in."""


def listed(table: Table, address: str, query: Mapping[str, str], asked: Any) -> bytes:
    """The answer to a question for rows; `address` and `query` are those of the request, `asked` the same, read.

    Raises Unanswerable for what is not there.
    """
    digest = _digest(table, query)
    at = _cursor(asked.cursor, digest) if asked.cursor else None
    if at is None:
        now, as_of, start = asked_from(asked.known_on), asked.as_of, 0
    else:
        now, as_of, start = _again(at), at.as_of, at.given
    held = held_rows(table, now, as_of, asked.language)
    _refuse_unknown(now, asked)
    places = narrowed(table, held, asked)
    removed: tuple[str, ...] = ()
    if asked.changed_since is not None:
        places, removed = _changed(table, held, places, now, asked)
    end = start + asked.limit
    if at is not None and start >= len(places):
        raise _no_such_page()
    following = None
    if end < len(places):
        view = held.register.view
        going_on = cursor.Cursor(now.known_on, now.changes, view.as_of, end, digest)
        further = {**query, "cursor": cursor.written(going_on)}
        following = f"{address}?{urlencode(further)}"
    return msgspec.json.encode(
        ListBody(
            **seen(table, held, asked.language),
            count=len(places),
            next=following,
            removed=removed,
            items=told(held, places[start:end], asked.only),
        )
    )


def _digest(table: Table, query: Mapping[str, str]) -> str:
    """The same for all pages of one list, and for no other list or version of the programme."""
    asked = sorted((name, value) for name, value in query.items() if name not in _NOT_OF_THE_LIST)
    return hashlib.sha256(repr((CODE, table.name, asked)).encode()).hexdigest()[:16]


def _cursor(text: str, digest: str) -> cursor.Cursor:
    found = cursor.read(text)
    if found is None or found.asked != digest:
        raise _no_such_page()
    return found


def _again(at: cursor.Cursor) -> Standpoint:
    """The standpoint of the first page."""
    now = asked_from(None)
    found = now if now.known_on == at.known_on else earlier(at.known_on, now.today)
    if (found.known_on, found.changes) != (at.known_on, at.changes):
        raise _no_such_page()
    return found


def _no_such_page() -> Unanswerable:
    return Unanswerable(
        HTTPStatus.NOT_FOUND,
        "cursor: there is no such page of this list. Take the address in `next` as it is, or begin again without cursor.",
    )


def _refuse_unknown(now: Standpoint, asked: Any) -> None:
    """Raises Unanswerable for a State or a meeting that is not there: no rows would look like an answer."""
    for name, table, example in (("state", "states", "ARM"), ("meeting", "meetings", "16MSP")):
        wanted = getattr(asked, name, None) or ()
        held = held_rows(TABLES[table], now, None, "en").by_key if wanted else {}
        for key in wanted:
            if (key.upper() if name == "state" else key) not in held:
                raise Unanswerable(
                    HTTPStatus.NOT_FOUND,
                    f"{name}: the register holds no {name} with the key {key!r}. Give a key of {API}{table}, "
                    f"as {example}.",
                )


def _changed(
    table: Table, held: HeldRows, places: list[int], now: Standpoint, asked: Any
) -> tuple[list[int], tuple[str, ...]]:
    """The places of rows that differ from what was public by an instant, and the keys of those that are gone."""
    before = public_by(asked.changed_since, now)
    if before is None:
        return places, ()
    if before.key == now.key:
        return [], ()
    then = held_rows(table, before, held.register.view.as_of, asked.language)
    changed = [at for at in places if then.by_key.get(held.rows[at].key) != held.encoded[at]]
    gone = [then.rows[at].key for at in narrowed(table, then, asked) if then.rows[at].key not in held.by_key]
    return changed, tuple(gone)
