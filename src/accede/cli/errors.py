"""What a person reads when a command cannot do what it was asked: one sentence, and the exit status."""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

import click

from accede.records import faults
from accede.records.home import home
from accede.vocabulary.errors import AccedeError

CANNOT = 2
FAULT = 70

LITTLE = 256 * 1024
"""Bytes with which SQLite cannot even begin: what it writes beside the database."""
OTHER_TABLES = "The register does not have the tables of this version of Accede. Run accede setup."
RESTORE = "See what else with accede verify, and restore the last backup: accede restore FILE --replace."
_OF_COMMANDS = ("--json", "--as-of", "--known-on", "--treaty", "--source")
"""Options of commands that people write before the command."""
_UNDEFINED = ("42P01", "42703")
"""PostgreSQL's codes of a table and of a column that is not there."""
_NOT_ALLOWED = "42501"
"""PostgreSQL's code of what a role may not do."""
_NAMED = re.compile(r"(?:no such (?:table|column):|relation|column) [\"']?([\w.]+)", re.IGNORECASE)


def explain(error: BaseException) -> tuple[str, int]:
    """The sentence and the exit status for any error a command raised; a fault of ours is written to the log."""
    match error:
        case AccedeError():
            return _on_one_line(str(error)), CANNOT
        case click.UsageError():
            return _of_usage(error), CANNOT
        case click.ClickException():
            return _on_one_line(error.format_message()), CANNOT
        case SystemExit():
            return _on_one_line(str(error.code)), CANNOT
        case OSError():
            return _of_system(error), CANNOT
        case MemoryError():
            return "The memory of this machine is not enough. Close other programs, or give a smaller file.", CANNOT
    from_database = of_damage(error) or _of_database(error)
    return (from_database, CANNOT) if from_database else (_of_fault(error), FAULT)


def _of_usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "accede"
    if isinstance(error, click.NoSuchOption) and error.option_name in _OF_COMMANDS and " " not in path:
        return f"{path}: {error.option_name} stands after the command, as in {path} status --json. See {path} --help."
    said = _on_one_line(error.format_message()).removesuffix(".")
    return f"{path}: {said}{'' if said.endswith('?') else '.'} See {path} --help."


def _of_system(error: OSError) -> str:
    place = str(error.filename) if error.filename else "The system refused"
    why = (error.strerror or type(error).__name__).lower()
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _on_one_line(f"{place}: {why}. Make room on that disk, and try again.")
    return _on_one_line(f"{place}: {why}. Check that the place exists, has room and may be read and written.")


def of_damage(error: BaseException) -> str:
    """The sentence for what cannot be read any more, "" for any other error."""
    if "django.db" not in sys.modules:
        return ""
    from accede.records.damage import damage

    said = damage(error)
    return f"The database is damaged ({_on_one_line(said)}). {RESTORE}" if said else ""


def _of_database(error: BaseException) -> str:
    """The sentence for an error of the database, "" for any other. Django is looked at only where it was imported."""
    known = [sys.modules[name].Error for name in ("django.db.utils", "sqlite3", "psycopg") if name in sys.modules]
    if not isinstance(error, tuple(known)):
        return ""
    said = _on_one_line(str(error)).rstrip(".")
    lowered = said.lower()
    if getattr(error.__cause__, "sqlstate", None) == _NOT_ALLOWED:
        return f"The role of DATABASE_URL may not do this ({said}). Nothing was changed; run it as the role that owns the tables."
    if is_of_a_table(error):
        return _of_missing(said)
    if "is locked" in lowered:
        return "Another program is writing to the register. Wait until it is done, and try again."
    if "connection" in lowered or "authentication" in lowered or "server" in lowered or "resolve host" in lowered:
        return f"The database cannot be reached ({said}). Check DATABASE_URL and that its server runs."
    return (
        _of_its_disk(said) or f"The database refused ({said}). Nothing was changed; check its disk and its permissions."
    )


def _of_its_disk(said: str) -> str:
    """What is wrong with the disk of a SQLite register, "" where nothing is. SQLite itself says "disk I/O error" of most of it."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return ""
    folder = Path(connection.settings_dict["NAME"]).parent
    try:
        disk = os.statvfs(folder)
    except OSError as error:
        return _of_system(error)
    if disk.f_bavail * disk.f_frsize < LITTLE:
        return f"{folder}: the disk is full ({said}). Nothing was changed; make room on it, and try again."
    if disk.f_flag & os.ST_RDONLY:
        return (
            f"{folder}: the disk can be read only ({said}). Nothing was changed; let it be written to, and try again."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"{folder}: this user may not write there ({said}). Nothing was changed; check who owns it."
    return ""


def is_of_a_table(error: BaseException) -> bool:
    """Whether the database lacks a table or a column that was asked for."""
    said = str(error).lower()
    code = getattr(error.__cause__, "sqlstate", None)  # "" on SQLite
    return "no such table" in said or "no such column" in said or code in _UNDEFINED


def _of_missing(said: str) -> str:
    """The tables of an older version are brought up to date; a table that was there once is damage."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return OTHER_TABLES
    except DatabaseError:
        return OTHER_TABLES
    found = _NAMED.search(said)
    what = f"{found[1]} is" if found else "a table is"
    return f"The register is damaged: {what} gone. {RESTORE}"


def _of_fault(error: BaseException) -> str:
    kind = f"{type(error).__name__}, number {faults.number()}"
    settings = sys.modules.get("accede.config.core")  # not there where the fault came before the settings
    try:
        place = faults.write(Path(settings.ACCEDE_HOME if settings else home()), error)
    except OSError:
        return f"Accede has a fault here ({kind}), and its log could not be written. Check ACCEDE_HOME, and report it."
    return f"Accede has a fault here ({kind}). Please report it with what {place} says under that number."


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
