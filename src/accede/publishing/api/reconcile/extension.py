"""Columns that a reconciled table can be given: a few fields of the standing of States."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accede.publishing.api.held_rows import HeldRows
from accede.publishing.tables.flat import flat

PROPERTIES = {
    "standing": "Standing",
    "has_joined": "Has joined",
    "since": "Stands so since",
    "signed": "Signed",
    "consent": "Kind of consent",
    "deposited": "Deposited",
    "in_force": "In force",
    "withdrawal_effective": "Withdrawal in effect",
    "last_participation": "Last participation",
    "said_on": "Last statement",
}
"""Columns of the table `status` to their names."""


def extended(held: HeldRows, ids: Iterable[str], properties: Iterable[str]) -> dict[str, Any]:
    """The properties of States, as the protocol has them; a State or a value that is not there is an empty list."""
    known = [each for each in properties if each in PROPERTIES]
    rows = {row.key: row for row in held.rows}
    return {
        "meta": [{"id": each, "name": PROPERTIES[each]} for each in known],
        "rows": {iso3: _cells(flat(rows[iso3]) if iso3 in rows else {}, known) for iso3 in ids},
    }


def _cells(row: Mapping[str, Any], properties: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    return {each: [] if row.get(each) is None else [_value(row[each])] for each in properties}


def _value(value: Any) -> dict[str, Any]:
    return {"bool": value} if isinstance(value, bool) else {"str": str(value)}
