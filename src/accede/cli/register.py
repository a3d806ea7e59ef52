"""Open the register for a command: Django with the applications the command needs, and a database that is there."""

from __future__ import annotations

import gc
import getpass
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from accede.accounts.actor import Actor, operator
from accede.cli.errors import is_of_a_table
from accede.cli.options import Asked
from accede.vocabulary.errors import Refused, UnknownName, Unreadable

CORE = "accede.config.core"
FULL = "accede.config.full"


def start_django(settings: str) -> None:
    """Configure Django with one of the two settings, named because nothing imports `config`."""
    # Set, not defaulted: what a shell exported for another Django project must not be taken.
    os.environ["DJANGO_SETTINGS_MODULE"] = settings
    import django

    try:
        django.setup()
    except ValueError as error:
        raise Unreadable(
            f"it cannot be read ({error})",
            where="DATABASE_URL",
            remedy="Write it as postgresql://user:password@host:port/name",
        ) from error
    gc.freeze()
    gc.enable()


def open_register(settings: str = CORE) -> None:
    """Start Django, and make sure that the register is set up. Raises Refused where it is not."""
    start_django(settings)
    if not is_set_up():
        refuse_empty()


def open_however(settings: str) -> None:
    """Start Django for who looks for damage: it is enough that a register was set up here once. Raises Refused."""
    start_django(settings)
    if not has_database() or not was_made():
        refuse_empty()


def refuse_empty() -> NoReturn:
    """Raises Refused: there is nothing here."""
    from django.conf import settings

    raise Refused("no register is set up here yet", where=str(settings.ACCEDE_HOME), remedy="Run accede setup")


def is_set_up() -> bool:
    """Whether the register holds anything. Raises the database's own error where it cannot be asked."""
    if not has_database():
        return False
    from django.db import DatabaseError

    from accede.records.lock import head

    try:
        return head() is not None
    except DatabaseError as error:
        if is_of_a_table(error) and not was_made():
            return False
        raise


def has_database() -> bool:
    """Whether there is a database to ask: asking SQLite for a file that is not there would make an empty one."""
    from django.db import connection

    return connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()


def was_made() -> bool:
    """Whether our tables were made in this database, be they there or not."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from accede.records.models import AuditEntry

    made = any(app == "records" for app, _ in MigrationRecorder(connection).applied_migrations())
    return made or AuditEntry._meta.db_table in connection.introspection.table_names()


def open_for(asked: Asked, settings: str = CORE) -> None:
    """Open the register for an answer. Raises Refused, or UnknownName for a source the register does not hold."""
    open_register(settings)
    for source in sorted(asked.sources or ()):
        from accede.records.models import SourceVersion

        if not SourceVersion.objects.filter(key=source).exists():
            raise UnknownName(
                "the register holds no such source", where=f"--source {source}", remedy="Look at its key in a dossier"
            )


def actor() -> Actor:
    """Who is at the keyboard, for the audit trail."""
    try:
        return operator(getpass.getuser())
    except (KeyError, OSError):
        return operator("command line")


def further_checks() -> tuple[Callable[[], Iterator[str]], ...]:
    """What `verify` checks beyond rows and chain: ballots, editions, letters."""
    from accede.evidence.seals import damaged_ballots
    from accede.outreach.rounds.composed import missing_letters
    from accede.reporting.edition import missing_editions

    return damaged_ballots, missing_editions, missing_letters
