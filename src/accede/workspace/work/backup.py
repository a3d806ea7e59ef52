"""A backup into ACCEDE_HOME/backups, of which the newest are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from accede.accounts.policy import Verb
from accede.publishing.wording import in_thousands
from accede.records.backup import back_up
from accede.records.jobs import Doing, JobKind
from accede.vocabulary.errors import UnknownName
from accede.workspace.work.checks import FURTHER

NAME = re.compile(r"accede-\d{8}T\d{6}Z\.zip")


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing more is to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """`file` is its name in the folder."""

    file: str
    bytes: int
    rows: int
    chain_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that lies in the folder."""

    name: str
    bytes: int
    made_at: datetime


def folder() -> Path:
    """Where backups lie."""
    return Path(settings.ACCEDE_HOME) / "backups"


def backups() -> tuple[Backup, ...]:
    """Those that are there, the newest first."""
    found = [file for file in folder().glob("accede-*.zip") if NAME.fullmatch(file.name)]
    return tuple(
        Backup(name=file.name, bytes=file.stat().st_size, made_at=_made_at(file.name))
        for file in sorted(found, reverse=True)
    )


def backup_named(name: str) -> Path:
    """The file of a backup. Raises UnknownName for a name that none has."""
    file = folder() / name
    if not NAME.fullmatch(name) or not file.is_file():
        raise UnknownName("there is no such backup", where=name, remedy="Look at the list")
    return file


def run(asked: Asked, doing: Doing) -> BackedUp:
    """Make one, and let go of the oldest. Raises Damaged where the register does not verify."""
    place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = place / f"accede-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.zip"
    made = back_up(file, progress=lambda what, count: doing(what, count, 0), further=FURTHER)
    for old in backups()[settings.ACCEDE_BACKUPS_KEPT :]:
        (place / old.name).unlink(missing_ok=True)
    return BackedUp(file=file.name, bytes=file.stat().st_size, rows=made.rows, chain_number=made.chain_number)


def _tells(made: BackedUp) -> str:
    return gettext("%(file)s holds %(rows)s rows, up to audit entry %(number)s.") % {
        "file": made.file,
        "rows": in_thousands(made.rows),
        "number": in_thousands(made.chain_number),
    }


def _made_at(name: str) -> datetime:
    return datetime.strptime(name, "accede-%Y%m%dT%H%M%SZ.zip").replace(tzinfo=UTC)


KIND = JobKind(
    key="backup",
    label=gettext_noop("Backup"),
    verb=Verb.ADMINISTER,
    arguments=Asked,
    results=BackedUp,
    run=run,
    tells=_tells,
)
