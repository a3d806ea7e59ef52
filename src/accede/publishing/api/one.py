"""One row by its key, as addresses have it; what has another address by now is sent there."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec

from accede.publishing.addresses import API, slug
from accede.publishing.api.bodies import OneBody, seen, told
from accede.publishing.api.held_rows import HeldRows, held_rows
from accede.publishing.api.moved import RECORDS, moved
from accede.publishing.api.point import asked_from
from accede.publishing.api.problems import Unanswerable
from accede.publishing.tables import Table

SUFFIX = ".json"
"""What the published file of a row ends in; live the same address answers."""


class Moved(Exception):
    """The row has another key, as addresses have it."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def one(table: Table, key: str, asked: Any) -> bytes:
    """The answer to a question for one row. Raises Moved, and Unanswerable where there is none."""
    held = held_rows(table, asked_from(asked.known_on), asked.as_of, asked.language)
    at = held.places.get(key, held.places.get(key.removesuffix(SUFFIX)))
    if at is None:
        raise _elsewhere(table, held, key)
    (item,) = told(held, [at], asked.only)
    return msgspec.json.encode(OneBody(**seen(table, held, asked.language), item=item))


def _elsewhere(table: Table, held: HeldRows, key: str) -> Moved | Unanswerable:
    """Where the row of a key is that has no row: under the same key spelt as it is, or under the one it goes on under."""
    spelt = held.spelt.get(slug(key).casefold())
    if spelt is None and RECORDS.get(table.name) == "state":
        spelt = _of_code(held, key)
    if spelt is None:
        spelt = held.spelt.get((moved(table.name, slug(key)) or "").casefold())
    if spelt is not None:
        return Moved(spelt)
    return Unanswerable(
        HTTPStatus.NOT_FOUND,
        f"{table.title}: there is no row with the key {key[:200]!r} by then. Take a key from {API}{table.name}, with - for "
        "a space and _ for a slash.",
    )


def _of_code(held: HeldRows, key: str) -> str | None:
    """The key of a State by its code of the United Nations Statistics Division."""
    states = (each.fact for each in held.register.states)
    found = next((state.iso3 for state in states if state.m49 and state.m49 == key), None)
    return found if found in held.places else None
