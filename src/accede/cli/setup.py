"""accede setup: make or upgrade the database and load the shipped register."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accede.cli.options import json_option
from accede.cli.output import print_json, print_text
from accede.cli.progress import Progress
from accede.cli.register import FULL, start_django
from accede.publishing.wording import counted, in_thousands
from accede.vocabulary.errors import Refused

if TYPE_CHECKING:
    from accede.intake.shipped import Loaded

JSON = 'With --json: {"loaded":{KIND:N}, "unchanged", "differences":[{"key", "field", "shipped", "held"}]}'

_ADVISORY_LOCK = 0x5345545550  # "SETUP"

_KINDS = {
    "activity": ("activity", "activities"),
    "attendance": ("record of attendance", "records of attendance"),
    "practice": ("claim about a practice", "claims about practices"),
    "rollcall": ("roll call", "roll calls"),
    "state": ("State", "States"),
    "name": ("name of a State", "names of States"),
    "statusclaim": ("list entry", "list entries"),
    "treaty": ("treaty", "treaties"),
    "treatyaction": ("treaty action", "treaty actions"),
}
"""What one and several of a kind are called, where the kind itself is not the word."""


@click.command(name="setup", epilog=JSON)
@click.option("--empty", is_flag=True, help="Load vocabulary, treaties, States and occasions only, and no evidence.")
@click.option("--application-role", metavar="ROLE", default="", help="PostgreSQL: the role that serve and work run as.")
@click.option("--public-role", metavar="ROLE", default="", help="PostgreSQL: the role that serve --public runs as.")
@json_option
def command(empty: bool, application_role: str, public_role: str, as_json: bool) -> None:
    """Create or upgrade the database, and load the shipped register. It is safe to repeat.

    What a user recorded is never overridden: where the shipped register says something else, the difference is listed.
    Several at once wait for each other. A database that holds the tables of something else is left alone.

    On PostgreSQL it runs as the role that owns the tables. A role that is named gets what it needs of them and nothing more, now
    and at every later set-up: it cannot change what was recorded, nor take the triggers down.
    """
    start_django(FULL)
    from django.conf import settings
    from django.core.management import call_command

    from accede.evidence.models import Ballot
    from accede.intake import shipped
    from accede.records.manifest import applied_migrations
    from accede.records.roles import Roles, give, must_own

    with _one_at_a_time(Path(settings.ACCEDE_HOME)), Progress("Loading") as progress:
        _refuse_foreign()
        applied_migrations()  # refuses a register of a newer version
        call_command("migrate", verbosity=0, interactive=False)
        must_own()
        give(Roles(frozenset(filter(None, [application_role])), frozenset(filter(None, [public_role]))))
        ballots = -Ballot.objects.count()
        done = shipped.load(empty=empty, progress=progress)
        ballots += Ballot.objects.count()
    if as_json:
        differences = [
            {"key": one.key, "field": one.field, "shipped": one.shipped, "held": one.held} for one in done.differences
        ]
        print_json({"loaded": done.loaded, "unchanged": done.unchanged, "differences": differences})
    else:
        print_text(_text(done, ballots, Path(settings.ACCEDE_HOME)))


def _text(done: Loaded, ballots: int, home: Path) -> Iterator[str]:
    yield (
        f"The register is ready in {home}: {counted(sum(done.loaded.values()), 'record')} loaded, "
        f"{in_thousands(done.unchanged)} unchanged, {len(done.differences)} different from what was recorded here."
    )
    for kind, number in done.loaded.items():
        one, several = _KINDS.get(kind, (kind, f"{kind}s"))
        with_ballots = f" with {counted(ballots, 'ballot')}" if kind == "rollcall" else ""
        yield f"  {in_thousands(number):>9}  {one if number == 1 else several}{with_ballots}"
    for each in done.differences:
        yield f"  {each.key}, {each.field}: shipped {each.shipped!r}, here {each.held!r}"


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    """Wait for whoever sets up the same folder or database; the system lets go of the locks even after kill -9."""
    from django.db import connection

    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor == "sqlite":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_ADVISORY_LOCK])
        try:
            yield
        finally:
            connection.close()  # the lock is the session's


def _refuse_foreign() -> None:
    """Raise Refused where the database holds tables and none of ours: it is somebody else's."""
    from django.apps import apps
    from django.db import connection

    present = set(connection.introspection.table_names())
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {"django_migrations"}
    ours = {model._meta.db_table for model in apps.get_models() if model.__module__.startswith("accede.")}
    others = sorted(present - known)
    if others and not present & ours:
        raise Refused(
            f"it holds tables that are not of Accede ({others[0]}), and none that are; nothing was changed",
            where=str(connection.settings_dict["NAME"]),
            remedy="Set ACCEDE_HOME or DATABASE_URL to a place of the register's own",
        )
