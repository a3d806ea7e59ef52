"""A table's columns as a Frictionless Table Schema: the data dictionary for programs. Pure."""

from __future__ import annotations

from typing import Any

import msgspec

from accede.publishing.tables import TABLES, Table, columns

REFERRED = {"source": "sources", "state": "states", "treaty": "treaties"}
"""Columns that name a row of another table by its key."""


def table_schema(table: Table) -> dict[str, Any]:
    """The schema; an empty cell is a missing value, which is never a no."""
    told = columns(table)
    schema: dict[str, Any] = {
        "fields": [_field(name, kind, description) for name, kind, description in told],
        "missingValues": [""],
        "primaryKey": "key",
    }
    names = {name for name, _, _ in told}
    if table.name in REFERRED.values():
        return schema
    references = [
        {"fields": column, "reference": {"resource": TABLES[other].name, "fields": "key"}}
        for column, other in REFERRED.items()
        if column in names
    ]
    return {**schema, "foreignKeys": references} if references else schema


def written(table: Table) -> bytes:
    """The schema as a file."""
    return msgspec.json.format(msgspec.json.encode(table_schema(table)), indent=1) + b"\n"


def _field(name: str, kind: str, description: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": kind, "description": description}
    return {**field, "constraints": {"required": True, "unique": True}} if name == "key" else field
