"""Roles of PostgreSQL: who owns the tables makes and changes them, and the program runs as a role that can only use them.

An owner can drop, disable and go round the triggers that keep what was recorded. So `accede setup` runs as the owner, and
`serve` and `work` as an application role: it reads and inserts, and updates and deletes only where rows are not evidence
(sessions, jobs, persons). A public role reads what the public site is made from and nothing else: no account, no contact, no
letter. Whoever holds these roles is read from the database itself, so that every later set-up gives them the new tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from accede.records import guard
from accede.records.models import AuditEntry, Version
from accede.vocabulary.errors import Refused

_OF_THE_OWNER = ("django_migrations", "django_content_type", "auth_permission")
"""What only a set-up writes."""
_OF_WORK = ("id", "key", "version", "classification")
"""What the public site looks at of a record that is work: how it is classed."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who runs the program (`application`), and who runs the public site alone (`public`)."""

    application: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()


def given() -> Roles:
    """The roles that hold what `give` gives: none on SQLite, or where there are no tables yet."""
    chain, work = AuditEntry._meta.db_table, _work()[0]._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            return Roles()
        cursor.execute(
            "SELECT r.rolname, bool_or(a.privilege_type = 'INSERT') FROM pg_class c, aclexplode(c.relacl) a"
            " JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = to_regclass(%s) AND a.grantee <> c.relowner GROUP BY 1",
            [chain],
        )
        held = dict(cursor.fetchall())
        cursor.execute(
            "SELECT DISTINCT r.rolname FROM pg_attribute t, aclexplode(t.attacl) a JOIN pg_roles r ON r.oid = a.grantee"
            " WHERE t.attrelid = to_regclass(%s) AND t.attname = 'classification' AND a.privilege_type = 'SELECT'",
            [work],
        )
        by_column = {name for (name,) in cursor.fetchall()}
    return Roles(
        frozenset(name for name, inserts in held.items() if inserts),
        frozenset(name for name, inserts in held.items() if not inserts and name in by_column),
    )


def give(roles: Roles) -> None:
    """Let them do what they need and nothing more; what else they could do with our tables is taken from them.

    Raises Refused for a role that is not there, and for one that could undo what was recorded all the same.
    """
    if connection.vendor != "postgresql":
        if roles != Roles():
            raise Refused("SQLite knows no roles", remedy="Set DATABASE_URL to a register on PostgreSQL")
        return
    with connection.cursor() as cursor:
        for name in sorted(roles.application | roles.public):
            _refuse_powerful(cursor, name)
        for name in sorted(roles.application):
            _clear(cursor, name)
            for table, privileges in _of_application():
                _grant(cursor, privileges, table, name)
        for name in sorted(roles.public):
            _clear(cursor, name)
            for table, privileges in _of_public():
                _grant(cursor, privileges, table, name)


def put_back() -> None:
    """Give the roles that are held the tables that a migration made."""
    held = given()
    if held != Roles():
        give(held)


def could_undo() -> str:
    """By what right the role of this process could change what was recorded ("owns the tables"); "" by none, and on SQLite."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return _power(cursor, cursor.fetchone()[0])


def must_own() -> None:
    """Raises Refused on PostgreSQL for a role that has the tables only to use, and could not give them to anybody."""
    if connection.vendor == "postgresql" and not could_undo():
        raise Refused("set-up is for the owner of the tables", remedy="Run it as the role that owns the tables")


def _power(cursor: CursorWrapper, role: str) -> str:
    tables = [model._meta.db_table for model in guard.guarded_models()]
    cursor.execute(
        "SELECT r.rolsuper,"
        " bool_or(pg_has_role(r.oid, c.relowner, 'MEMBER')),"
        " bool_or(has_table_privilege(r.oid, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))"
        " FROM pg_roles r, pg_class c WHERE r.rolname = %s AND c.relname = ANY(%s) AND pg_table_is_visible(c.oid)"
        " GROUP BY r.rolsuper",
        [role, tables],
    )
    is_superuser, is_owner, changes = cursor.fetchone() or (False, False, False)
    if is_superuser:
        return "is a superuser"
    if is_owner:
        return "owns the tables"
    return "may change the tables of evidence" if changes else ""


def _refuse_powerful(cursor: CursorWrapper, name: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
    if cursor.fetchone() is None:
        raise Refused(
            "the database has no such role",
            where=name,
            remedy=f"Make it first: CREATE ROLE {connection.ops.quote_name(name)} LOGIN PASSWORD '...'",
        )
    power = _power(cursor, name)
    if power in ("is a superuser", "owns the tables"):
        raise Refused(
            f"it {power}, and so could take the triggers down", where=name, remedy="Name a role that does neither"
        )


def _clear(cursor: CursorWrapper, name: str) -> None:
    """Take what it holds of our tables, and give it the place they are in."""
    role, (schema,) = connection.ops.quote_name(name), _one(cursor, "SELECT quote_ident(current_schema())")
    cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}")
    cursor.execute(f"REVOKE CREATE ON SCHEMA {schema} FROM {role}")
    cursor.execute(f"GRANT USAGE ON SCHEMA {schema} TO {role}")


def _one(cursor: CursorWrapper, query: str) -> tuple[str, ...]:
    cursor.execute(query)
    found: tuple[str, ...] = cursor.fetchone()
    return found


def _grant(cursor: CursorWrapper, privileges: str, table: str, name: str) -> None:
    quote = connection.ops.quote_name
    cursor.execute(f"GRANT {privileges} ON {quote(table)} TO {quote(name)}")


def _of_application() -> Iterator[tuple[str, str]]:
    guarded = {model._meta.db_table for model in guard.guarded_models()}
    for table in _tables():
        if table in guarded:
            yield table, "SELECT, INSERT"
        elif table in _OF_THE_OWNER:
            yield table, "SELECT"
        else:
            yield table, "SELECT, INSERT, UPDATE, DELETE"


def _of_public() -> Iterator[tuple[str, str]]:
    work = {model._meta.db_table for model in _work()}
    for model in guard.guarded_models():
        table = model._meta.db_table
        yield table, f"SELECT ({', '.join(_OF_WORK)})" if table in work else "SELECT"
    yield "django_migrations", "SELECT"


def _work() -> list[type[Version]]:
    """Kinds of record that are never reviewed nor released: letters, notes, papers that are being written."""
    return [m for m in guard.guarded_models() if issubclass(m, Version) and not m.is_reviewed]


def _tables() -> list[str]:
    managed: list[type[models.Model]] = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed]
    return sorted({model._meta.db_table for model in managed if not model._meta.proxy} | {"django_migrations"})
