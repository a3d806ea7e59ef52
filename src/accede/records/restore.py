"""Put a backup in the place of the register, whole or not at all, even if the machine stops in the middle.

SQLite: the backup becomes a new database beside the register, is verified there, and is then copied over the register
in one transaction of SQLite's online backup, so that a server that has it open goes on with the restored one.
PostgreSQL: everything happens in one transaction.
"""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
import sqlite3
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec
from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from accede.accounts.settle import settle
from accede.records import guard, jobs, kept, roles, witness
from accede.records.insert import insert_rows
from accede.records.lock import head, take_write_lock
from accede.records.manifest import (
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    Manifest,
    TableMember,
    last_of_each,
    refuse_newer,
    stored_fields,
    stored_models,
)
from accede.records.models import AuditEntry
from accede.records.verify import verify
from accede.vocabulary.errors import Damaged, Refused, Unreadable

Progress = Callable[[str, int], None]
Check = Callable[[], Iterator[str]]

_KEPT = re.compile(rf"({'|'.join(kept.FOLDERS)})/([0-9a-f]{{64}})")


class NotWholeError(Exception):
    """What an archive holds is not what its manifest says. Never leaves this module."""


_BROKEN = (NotWholeError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, msgspec.MsgspecError)
"""What is raised for archives that are not whole."""

_COPIES = 2
"""How often the rows stand on the disk, at least, while a register of SQLite is restored: beside it, and in its place."""

_PATIENCE = 30.0
"""Seconds to wait for somebody who is writing."""


def restore(
    file: Path,
    *,
    replace: bool = False,
    progress: Progress = lambda what, count: None,
    further: tuple[Check, ...] = (),
) -> Manifest:
    """Restore a backup and bring it to this version's schema. `further` are checks of packages above this one.

    Raises Unreadable for a file that is not a whole backup, Refused where a register is there and `replace` is False
    or a newer version made the backup, Damaged where what the backup holds does not verify. The register is unchanged
    then.
    """
    with _archive(file) as archive:
        manifest = _manifest(archive, file)
        refuse_newer(manifest.migrations)
        if not replace and _holds_something():
            raise Refused(
                "a register is here already",
                where=str(settings.ACCEDE_HOME),
                remedy="Give --replace to put the backup in its place",
            )
        with _alone():
            _require_room(archive, manifest)
            if connection.vendor == "sqlite":
                _into_sqlite(archive, manifest, progress, further)
            else:
                _into_postgresql(archive, manifest, progress, further)
    return manifest


def _into_sqlite(archive: zipfile.ZipFile, manifest: Manifest, progress: Progress, further: tuple[Check, ...]) -> None:
    register = Path(connection.settings_dict["NAME"])
    beside = register.with_name("restoring.sqlite3")
    _remove(beside)  # what a restore that was killed left
    try:
        with _connected_to(beside):
            _build(archive, manifest, progress)
            _keep_files(archive, manifest, progress)
            newest = _expected_head()
            _require_whole(manifest, progress, further)
            witness.path().unlink(missing_ok=True)
        witness.expect(newest.number, newest.hash)
        _take_the_place(beside, register)
    finally:
        _remove(beside)
    witness.reach(newest.number, newest.hash)


def _expected_head() -> AuditEntry:
    """The newest entry of what is being restored, noted so that it verifies."""
    newest = head()
    if newest is None:
        raise Damaged("the backup holds no audit entry", remedy="Give another backup")
    witness.expect(newest.number, newest.hash)
    return newest


def _into_postgresql(
    archive: zipfile.ZipFile, manifest: Manifest, progress: Progress, further: tuple[Check, ...]
) -> None:
    with transaction.atomic():
        take_write_lock()
        held = roles.given()
        _drop_tables()
        _build(archive, manifest, progress)
        roles.give(held)
        _keep_files(archive, manifest, progress)
        newest = _expected_head()
        _require_whole(manifest, progress, further)
    witness.reach(newest.number, newest.hash)


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    """The open archive. Whatever is broken in it, wherever it is met, is one error."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _BROKEN as error:
        raise Unreadable(
            "this is not a whole backup of Accede, and nothing was changed",
            where=str(file),
            remedy="Give a file that accede backup wrote, or another copy of it",
        ) from error


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        return archive.open(name)
    except (KeyError, RuntimeError) as error:  # not there, or under a password
        raise NotWholeError(str(error)) from error


def _size(archive: zipfile.ZipFile, name: str) -> int:
    try:
        return archive.getinfo(name).file_size
    except KeyError as error:
        raise NotWholeError(str(error)) from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    with _member(archive, MANIFEST) as member:
        manifest = msgspec.json.decode(member.read(), type=Manifest)
    if (manifest.format, manifest.format_version) != (FORMAT, FORMAT_VERSION):
        raise Refused(
            f"its form is {manifest.format} {manifest.format_version}, and this version reads {FORMAT} {FORMAT_VERSION}",
            where=str(file),
            remedy="Install the version that wrote it or a later one",
        )
    if not all(_KEPT.fullmatch(name) for name in manifest.kept):
        raise NotWholeError("a kept file has a name that no kept file has")
    return manifest


def _holds_something() -> bool:
    """Whether there is a register to lose; what cannot be read counts as one."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    try:
        return "records_auditentry" in connection.introspection.table_names() and head() is not None
    except DatabaseError:
        return True


def _require_room(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Raise Refused where the disk plainly has no room, rather than when it is full. PostgreSQL has a disk of its own."""
    home = Path(settings.ACCEDE_HOME)
    needed = sum(_size(archive, name) for name in manifest.kept if not (home / name).exists())
    if connection.vendor == "sqlite":
        needed += sum(_size(archive, table.member) for table in manifest.tables) * _COPIES
    free = shutil.disk_usage(home).free
    if needed > free:
        raise Refused(
            f"the disk has room for {free // 2**20:,} MB, and the backup needs about {needed // 2**20 + 1:,} MB",
            where=str(home),
            remedy="Make room, or set ACCEDE_HOME to a larger disk",
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Let one restore at a time happen in this home; the system lets go of the lock even after kill -9."""
    home = Path(settings.ACCEDE_HOME)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / "restore.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refused("another restore is under way", where=str(home), remedy="Wait until it is done") from error
        yield


@contextmanager
def _connected_to(file: Path) -> Iterator[None]:
    """Let this process's connection be one to another database file."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = file
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _build(archive: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> None:
    """Make the schema of the backup, load its rows, and migrate to this version's schema."""
    load_as_it_was(archive, manifest, progress)
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(newest):
        executor.migrate(newest)
        emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
    guard.put_up()
    # What somebody asked for before the backup was made, and may have got since, is not done now of all times.
    jobs.close_open("A backup took the place of the register.")
    settle()
    for app in apps.get_app_configs():  # what else may have gone out into the world since
        getattr(app, "after_restore", lambda: None)()


def load_as_it_was(archive: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> None:
    """Make the schema of the backup and load its rows, as the version had them that made it."""
    state = MigrationExecutor(connection).migrate(last_of_each(manifest.migrations))
    held = {model._meta.db_table: model for model in stored_models(state.apps)}
    if set(held) != {table.table for table in manifest.tables}:
        raise NotWholeError("the tables are not those of the schema")
    with transaction.atomic():
        before = 0
        for table in manifest.tables:
            _load(archive, table, held[table.table], _with_share(progress, before, manifest.rows))
            before += table.rows
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(held.values())):
                cursor.execute(statement)
            if connection.vendor == "postgresql":
                # Else the migrations below could not change a table whose foreign keys wait for the commit.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _with_share(progress: Progress, before: int, of: int) -> Progress:
    """Progress that tells how much of all rows is there."""
    return lambda what, count: progress(f"{(before + count) * 100 // max(of, 1)} %, {what}", count)


def _load(archive: zipfile.ZipFile, table: TableMember, model: type[models.Model], progress: Progress) -> None:
    fields = {field.column: field for field in stored_fields(model)}
    if set(table.columns) != set(fields):
        raise NotWholeError(f"the columns of {table.table} are not those of the schema")
    adapters = [_adapter(fields[column]) for column in table.columns]
    hashed, count = hashlib.sha256(), 0

    def rows() -> Iterator[list[Any]]:
        nonlocal count
        decode = msgspec.json.Decoder(list[Any]).decode
        with _member(archive, table.member) as lines:
            for line in lines:
                hashed.update(line)
                count += 1
                if count % 5000 == 0:
                    progress(table.table, count)
                yield [adapt(value) for adapt, value in zip(adapters, decode(line), strict=True)]

    try:
        insert_rows(model, table.columns, rows())
    except ValueError as error:
        raise NotWholeError(f"a row of {table.table} does not have its columns") from error
    if (hashed.hexdigest(), count) != (table.sha256, table.rows):
        raise NotWholeError(f"{table.table} is not what the manifest says")


def _adapter(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    """From JSON to what the database takes; texts, numbers and truth values are the same in both."""
    if isinstance(field, models.TextField | models.CharField | models.IntegerField | models.BooleanField):
        return _same
    if isinstance(field, models.ForeignKey):
        return _adapter(field.target_field)
    return lambda value: field.get_db_prep_save(field.to_python(value), connection)


def _same(value: Any) -> Any:
    return value


def _require_whole(manifest: Manifest, progress: Progress, further: tuple[Check, ...]) -> None:
    problems = list(verify(lambda what, count: progress(f"and checking {what}", count), further).problems)
    newest = head()
    if newest is None or (newest.number, newest.hash) != (manifest.chain_number, manifest.chain_hash):
        problems.append("its audit trail does not end where the backup says.")
    if problems:
        raise Damaged(
            f"what the backup holds does not verify ({len(problems)} found; first: {problems[0].rstrip('.')}), "
            "and nothing was changed",
            remedy="Restore an earlier backup",
        )


def _keep_files(archive: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> None:
    """Put the kept files to those that are there; each is held against its name."""
    for count, name in enumerate(manifest.kept, 1):
        folder, digest = name.split("/")
        with _member(archive, name) as member:
            content = member.read()
        if hashlib.sha256(content).hexdigest() != digest:
            raise NotWholeError(f"{name} is not what its name says")
        kept.keep(folder, content)
        progress(f"kept files, of {len(manifest.kept)}", count)


def _drop_tables() -> None:
    names = [*connection.introspection.django_table_names(only_existing=True), "django_migrations"]
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)} CASCADE")


def _take_the_place(new: Path, register: Path) -> None:
    """Copy a whole database over another in one transaction; those who read it see the old or the new."""
    if not _is_database(register):
        # Nothing can be written into it in a transaction, and nothing can be lost by moving it away.
        _move_away(register)
    deadline = time.monotonic() + _PATIENCE

    def wait(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Refused("another program is writing to the register", remedy="Wait until it is done, and try again")

    with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(register, timeout=_PATIENCE)) as target:
        target.execute("PRAGMA journal_mode=WAL")
        target.execute("PRAGMA synchronous=FULL")
        source.backup(target, pages=-1, progress=wait, sleep=0.1)


def _is_database(file: Path) -> bool:
    if not file.exists():
        return True
    try:
        with closing(sqlite3.connect(file)) as opened:
            opened.execute("PRAGMA schema_version").fetchone()
            opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return "locked" in str(error)
    return True


def _move_away(file: Path) -> None:
    for part in _parts(file):
        if part.exists():
            shutil.move(part, part.with_name(f"damaged-{int(time.time())}-{part.name}"))


def _remove(file: Path) -> None:
    for part in _parts(file):
        part.unlink(missing_ok=True)


def _parts(file: Path) -> list[Path]:
    """A SQLite database and what it writes beside itself."""
    return [file.with_name(file.name + suffix) for suffix in ("-wal", "-shm", "-journal", "")]
