"""A copy of the whole register in one file, consistent while others write."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

from accede.records import kept
from accede.records.lock import head
from accede.records.manifest import (
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    Manifest,
    Migration,
    TableMember,
    applied_migrations,
    installed_version,
    is_older,
    last_of_each,
    member_of,
    stored_fields,
    stored_models,
)
from accede.records.snapshot import snapshot
from accede.records.verify import verify
from accede.records.whole import written_whole
from accede.vocabulary.errors import Damaged, Refused

Progress = Callable[[str, int], None]
Check = Callable[[], Iterator[str]]

_LINES = 2000
"""Rows handed to the archive at once."""
_LINE = msgspec.json.Encoder(order="sorted")
"""A database may put the entries of an object in an order of its own; the file of a register is the same from each."""


def back_up(file: Path, *, progress: Progress = lambda what, count: None, further: tuple[Check, ...] = ()) -> Manifest:
    """Write a backup; the file is there whole or not at all, readable by its owner only (it holds password hashes).

    `further` are checks of packages above this one. Raises Damaged where the register does not verify (a backup that
    could not be restored must not take the place of a good one), Refused where `file` is something else.
    """
    if file.exists() and not is_backup(file):
        raise Refused("the file is there and is no backup", where=str(file), remedy="Give another name")
    migrations = applied_migrations()
    stored = _models_of(migrations)
    # The first thing read in the snapshot is the register, by `verify`: it has looked at the witness just before.
    with snapshot(), written_whole(file, is_private=True) as out:
        if stored is None:
            _require_whole(progress, further)
            stored = stored_models(apps)
        newest = head()
        if newest is None:
            raise Refused("there is nothing in the register yet", remedy="Run accede setup")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            tables = tuple(_table(archive, model, progress) for model in stored)
            manifest = Manifest(
                format=FORMAT,
                format_version=FORMAT_VERSION,
                accede=installed_version(),
                made_at=datetime.now(UTC),
                database=connection.vendor,
                chain_number=newest.number,
                chain_hash=newest.hash,
                migrations=migrations,
                tables=tables,
                kept=tuple(_kept_files(archive, progress)),
            )
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    return manifest


def is_backup(file: Path) -> bool:
    """Whether this is a backup, as far as its list of members tells."""
    try:
        with zipfile.ZipFile(file) as archive:
            return MANIFEST in archive.namelist()
    except (zipfile.BadZipFile, IsADirectoryError):
        return False


def _models_of(migrations: tuple[Migration, ...]) -> list[type[models.Model]] | None:
    """The tables of a register that an older version made, None for one of this version."""
    if not is_older(migrations):
        return None
    state = MigrationLoader(None).project_state(last_of_each(migrations))
    return stored_models(state.apps)


def _require_whole(progress: Progress, further: tuple[Check, ...]) -> None:
    problems = verify(progress, further).problems
    if problems:
        raise Damaged(
            f"the register does not verify, so no backup was written ({len(problems)} found; first: {problems[0]})",
            remedy="See all with accede verify, and restore the last good backup",
        )


def _table(archive: zipfile.ZipFile, model: type[models.Model], progress: Progress) -> TableMember:
    table, fields = model._meta.db_table, stored_fields(model)
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    hashed, count, lines = hashlib.sha256(), 0, bytearray()
    with archive.open(member_of(table), "w", force_zip64=True) as member:
        for row in rows.iterator(chunk_size=_LINES):
            lines += _LINE.encode(row) + b"\n"
            count += 1
            if count % _LINES == 0:
                hashed.update(lines)
                member.write(lines)
                lines.clear()
                progress(table, count)
        hashed.update(lines)
        member.write(lines)
    columns = tuple(str(field.column) for field in fields)
    return TableMember(table=table, columns=columns, rows=count, sha256=hashed.hexdigest())


def _kept_files(archive: zipfile.ZipFile, progress: Progress) -> Iterator[str]:
    """Copy every kept file; gives its name in the archive. A message that is erased meanwhile is left out."""
    for count, file in enumerate(kept.files(), 1):
        name = file.relative_to(Path(settings.ACCEDE_HOME)).as_posix()
        try:
            original = file.open("rb")
        except FileNotFoundError:
            continue
        with original, archive.open(name, "w", force_zip64=True) as member:
            shutil.copyfileobj(original, member)
        progress("kept files", count)
        yield name
