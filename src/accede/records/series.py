"""Backups that lie in a folder, each named by the instant it was made at; the newest stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

NAME = re.compile(r"accede-\d{8}T\d{6}Z\.zip")
_FORM = "accede-%Y%m%dT%H%M%SZ.zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that lies in a folder."""

    name: str
    bytes: int
    made_at: datetime


def next_file(folder: Path) -> Path:
    """The file of a backup that is made now. The folder is made, closed to others, where it is not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / datetime.now(UTC).strftime(_FORM)


def listed(folder: Path) -> tuple[Backup, ...]:
    """Those that are there, the newest first; files of other names are none of them."""
    found = [file for file in folder.glob("accede-*.zip") if NAME.fullmatch(file.name)]
    return tuple(
        Backup(
            name=file.name,
            bytes=file.stat().st_size,
            made_at=datetime.strptime(file.name, _FORM).replace(tzinfo=UTC),
        )
        for file in sorted(found, reverse=True)
    )


def let_go(folder: Path, kept: int) -> tuple[str, ...]:
    """Remove all but the newest; returns the names of those that are gone."""
    gone = tuple(one.name for one in listed(folder)[kept:])
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return gone
