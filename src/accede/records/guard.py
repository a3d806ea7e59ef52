"""Triggers that refuse to change or delete what was recorded. Put back after every migration (management/commands/migrate.py)."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction

from accede.records.models import Appended, AuditEntry

REFUSAL = "the register is insert-only"


def guarded_models() -> list[type[models.Model]]:
    """Every table in which rows are only inserted, by name of the table: appended ones, the chain, and rows of versions."""
    chosen = [
        m for m in apps.get_models() if issubclass(m, Appended) or m is AuditEntry or getattr(m, "INSERT_ONLY", False)
    ]
    return sorted(chosen, key=lambda model: model._meta.db_table)


def put_up() -> None:
    """Create the triggers that are missing or differ: all of them or, where the disk is full or the program is killed, none.

    Those that stand are not touched, so that nobody can write while one is away.
    """
    wanting = set(missing())
    if not wanting:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for model in guarded_models():
            for name, statement in _triggers(model):
                if name in wanting:
                    cursor.execute(_drop(name, model))
                    cursor.execute(statement)


def take_down() -> None:
    """Drop the triggers, inside a transaction that replaces the whole register (restore) and puts them up again."""
    with connection.cursor() as cursor:
        for model in guarded_models():
            for name, _ in _triggers(model):
                cursor.execute(_drop(name, model))


def missing() -> list[str]:
    """Names of triggers that are not there or do not say what they must."""
    present = _present()
    problems = []
    for model in guarded_models():
        for name, statement in _triggers(model):
            if name not in present or (present[name] and _folded(present[name]) != _folded(statement)):
                problems.append(name)
    return problems


def foreign() -> list[str]:
    """Names of triggers on guarded tables that are not ours: they may drop or change what is written."""
    ours = {name for model in guarded_models() for name, _ in _triggers(model)}
    tables = [model._meta.db_table for model in guarded_models()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                " WHERE NOT t.tgisinternal AND c.relname = ANY(%s) AND pg_table_is_visible(c.oid)",
                [tables],
            )
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return sorted(name for (name,) in cursor.fetchall() if name not in ours)


def absent_tables() -> list[str]:
    """Names of guarded tables that are not there."""
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
    return [model._meta.db_table for model in guarded_models() if model._meta.db_table not in present]


def _triggers(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        for event, level in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            name = f"{table}_no_{event.lower()}"
            yield (
                name,
                (
                    f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH {level} EXECUTE FUNCTION accede_insert_only()'
                ),
            )
        return
    for event in ("UPDATE", "DELETE"):
        name = f"{table}_no_{event.lower()}"
        yield name, f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" BEGIN SELECT RAISE(ABORT, \'{REFUSAL}\'); END'
    # INSERT OR REPLACE deletes without firing the delete trigger.
    keys = _unique_conditions(model)
    if keys:
        name = f"{table}_no_replace"
        yield (
            name,
            (
                f'CREATE TRIGGER "{name}" BEFORE INSERT ON "{table}" WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {keys}) '  # noqa: S608
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            ),
        )


def _unique_conditions(model: type[models.Model]) -> str:
    if getattr(model, "INSERT_ONLY", False):
        return ""  # rows of a version: sealed by the version's digest, and too many for a look-up each
    primary = model._meta.pk
    assert primary is not None
    conditions = [f'"{primary.column}" = NEW."{primary.column}"']
    conditions += [
        "(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in constraint.fields) + ")"
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    return " OR ".join(conditions)


def _present() -> dict[str, str]:
    """Trigger names to their text; on PostgreSQL the text of those that are enabled is their definition."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname, pg_get_triggerdef(t.oid), t.tgenabled FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
                " WHERE NOT t.tgisinternal AND p.proname = 'accede_insert_only' AND p.prosrc LIKE %s",
                [f"%RAISE EXCEPTION '{REFUSAL}'%"],
            )
            # The definition names the schema; presence, function and being enabled are what count here.
            return {name: "" for name, _, enabled in cursor.fetchall() if enabled in ("O", "A")}
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _drop(name: str, model: type[models.Model]) -> str:
    if connection.vendor == "postgresql":
        return f'DROP TRIGGER IF EXISTS "{name}" ON "{model._meta.db_table}"'
    return f'DROP TRIGGER IF EXISTS "{name}"'


def _folded(text: str) -> str:
    return " ".join(text.split())


_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION accede_insert_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""
