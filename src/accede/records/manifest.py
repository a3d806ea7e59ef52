"""What a backup says of itself: the same form for every database, so that a backup of one restores into the other.

A backup is a zip file: `tables/NAME.jsonl`, a row a line as a JSON array in the order of the columns; the kept files
under their folders (`records/kept.py`); and `manifest.json`, written last, with the SHA-256 of every table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from typing import Any

from django.apps.registry import Apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps

from accede.vocabulary.errors import Refused

FORMAT = "accede-backup"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"

Migration = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMember:
    """A table in a backup; `columns` are names in the database, `sha256` is of the member's bytes."""

    table: str
    columns: tuple[str, ...]
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        """The name in the archive."""
        return member_of(self.table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`migrations` is the schema the rows belong to; `kept` names files whose names are their SHA-256."""

    format: str
    format_version: int
    accede: str
    made_at: datetime
    database: str
    chain_number: int
    chain_hash: str
    migrations: tuple[Migration, ...]
    tables: tuple[TableMember, ...]
    kept: tuple[str, ...]

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(table.rows for table in self.tables)


def member_of(table: str) -> str:
    """Where a table stands in the archive."""
    return f"tables/{table}.jsonl"


def stored_models(registry: Apps | StateApps) -> list[type[models.Model]]:
    """Every table of a schema as its model, by name."""
    held = [m for m in registry.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return sorted(held, key=lambda model: model._meta.db_table)


def stored_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The fields of a model that are columns; a key of several columns is none itself."""
    return [field for field in model._meta.concrete_fields if field.column]


def installed_version() -> str:
    """The version of Accede that is running."""
    try:
        return metadata.version("accede")
    except metadata.PackageNotFoundError:
        return "not installed"


def applied_migrations() -> tuple[Migration, ...]:
    """The schema of this database. Raises Refused where a newer version of Accede made it."""
    applied = tuple(sorted(MigrationLoader(connection).applied_migrations))
    refuse_newer(applied)
    return applied


def refuse_newer(applied: tuple[Migration, ...]) -> None:
    """Raise Refused if there is a migration that this version does not know."""
    known = MigrationLoader(None).disk_migrations  # without a database, which may be damaged
    unknown = [f"{app} {name}" for app, name in sorted(applied) if (app, name) not in known]
    if unknown:
        raise Refused(
            f"a newer version of Accede made it ({unknown[0]} is not known here)",
            remedy="Install that version or a later one",
        )


def is_older(applied: tuple[Migration, ...]) -> bool:
    """Whether an older version of Accede made this schema: its first migration is among these, and not all of ours are."""
    known = MigrationLoader(None).disk_migrations
    ours = {key for key, migration in known.items() if not migration.replaces}
    return ("records", "0001_initial") in applied and not ours <= set(applied)


def last_of_each(applied: tuple[Migration, ...]) -> list[Migration]:
    """The newest of these migrations in each application: where to migrate to for this schema."""
    graph = MigrationLoader(None).graph
    within = set(applied)
    return [
        key
        for key in sorted(within)
        if not any(child.key in within and child.key[0] == key[0] for child in graph.node_map[key].children)
    ]
