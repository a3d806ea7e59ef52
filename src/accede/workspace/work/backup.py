"""A backup into ACCEDE_HOME/backups, of which the newest are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from accede.accounts.policy import Verb
from accede.publishing.wording import in_thousands
from accede.records import last
from accede.records.backup import back_up
from accede.records.jobs import Doing, JobKind
from accede.records.series import NAME, Backup, let_go, listed, next_file
from accede.vocabulary.errors import UnknownName
from accede.workspace.work.checks import FURTHER


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


def folder() -> Path:
    """Where backups lie."""
    return Path(settings.ACCEDE_HOME) / "backups"


def backups() -> tuple[Backup, ...]:
    """Those that are there, the newest first."""
    return listed(folder())


def backup_named(name: str) -> Path:
    """The file of a backup. Raises UnknownName for a name that none has."""
    file = folder() / name
    if not NAME.fullmatch(name) or not file.is_file():
        raise UnknownName("there is no such backup", where=name, remedy="Look at the list")
    return file


def run(asked: Asked, doing: Doing) -> BackedUp:
    """Make one, and let go of the oldest. Raises Damaged where the register does not verify."""
    file = next_file(folder())
    made = back_up(file, progress=lambda what, count: doing(what, count, 0), further=FURTHER)
    last.note("backup", entry=made.chain_number)
    let_go(folder(), settings.ACCEDE_BACKUPS_KEPT)
    return BackedUp(file=file.name, bytes=file.stat().st_size, rows=made.rows, chain_number=made.chain_number)


def _tells(made: BackedUp) -> str:
    return gettext("%(file)s holds %(rows)s rows, up to audit entry %(number)s.") % {
        "file": made.file,
        "rows": in_thousands(made.rows),
        "number": in_thousands(made.chain_number),
    }


KIND = JobKind(
    key="backup",
    label=gettext_noop("Backup"),
    verb=Verb.ADMINISTER,
    arguments=Asked,
    results=BackedUp,
    run=run,
    tells=_tells,
)
