"""Hold the register against its seals: the chain, every row, every trigger, every kept file."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import DatabaseError, connection, transaction

from accede.records import guard, kept, witness
from accede.records.damage import damage
from accede.records.models import Appended, AuditEntry, SourceVersion, digest
from accede.records.write import GENESIS, content_digest

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`problems` are sentences; a whole register has none."""

    ok: bool
    problems: tuple[str, ...]


def verify(
    progress: Progress = lambda table, rows: None, further: tuple[Callable[[], Iterator[str]], ...] = ()
) -> Verdict:
    """Check everything. `further` are checks of packages above this one (ballots, editions)."""
    problems = tuple(_read("The register", _found(progress, further)))
    return Verdict(not problems, problems)


def _found(progress: Progress, further: tuple[Callable[[], Iterator[str]], ...]) -> Iterator[str]:
    # Before anything else is read: whoever goes on writing meanwhile may let it run ahead of what we see.
    noted = witness.noted()
    if gone := guard.absent_tables():
        yield from (f"The table {table} is gone. Restore the last backup." for table in gone)
        return
    contents: dict[int, dict[str, str]] = defaultdict(dict)
    counts: dict[int, int] = defaultdict(int)
    yield from _read("The database", _database())
    yield from _triggers()
    for model in guard.guarded_models():
        if issubclass(model, Appended):
            yield from _read(model._meta.db_table, _rows(model, contents, counts, progress))
    yield from _read("The audit trail", _chain(contents, counts, noted))
    yield from kept.damaged()
    yield from _read("What was kept of sources", _missing_sources())
    for check in further:
        yield from _read("What was recorded", check())


def _read(what: str, problems: Iterator[str]) -> Iterator[str]:
    """The problems; where the database itself cannot read what it holds, that is the last of them. Raises other errors."""
    # PostgreSQL answers nothing more within a transaction in which it has met an error, but after a savepoint it does.
    is_one = connection.vendor == "postgresql" and connection.in_atomic_block
    found: list[str] = []
    try:
        with transaction.atomic() if is_one else nullcontext():
            found.extend(problems)
    except (DatabaseError, ValueError, TypeError, OverflowError) as error:
        if not (why := damage(error)):
            raise
        found.append(f"{what} cannot be read: the database is damaged ({why}). Restore the last backup.")
    yield from found


def _missing_sources() -> Iterator[str]:
    copies = SourceVersion.objects.exclude(kept_sha256="").order_by("id").values_list("key", "kept_sha256").distinct()
    yield from kept.missing("sources", copies)


def _database() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")  # the quick one does not hold an index against its table
        found = [row[0] for row in cursor.fetchall()]
    if found != ["ok"]:
        lines = [line for line in found[0].splitlines() if not line.startswith("***")]
        yield f"The database file is damaged ({lines[0] if lines else found[0]}). Restore the last backup."


def _triggers() -> Iterator[str]:
    for name in guard.missing():
        yield f"The trigger {name} is missing or changed: look at what else is found, then run setup to put it back."
    for name in guard.foreign():
        yield f"The trigger {name} is not of Accede and may drop or change what is written: remove it."


def _rows(
    model: type[Appended], contents: dict[int, dict[str, str]], counts: dict[int, int], progress: Progress
) -> Iterator[str]:
    """Recompute the digest of each row, and gather them by audit entry in the order of their ids."""
    table, sealed = model._meta.db_table, model.sealed_columns()
    entry_at, digest_at = sealed.index("entry"), len(sealed)
    together: dict[int, hashlib._Hash] = {}
    rows = model.objects.order_by("id").values_list(*sealed, "digest")  # type: ignore[attr-defined]
    for number, row in enumerate(rows.iterator(chunk_size=5000), 1):
        entry = row[entry_at]
        if digest(table, sealed, row[:digest_at]) != row[digest_at]:
            yield f"{table}: row {row[sealed.index('id')]} was changed after it was recorded (audit entry {entry})."
        together.setdefault(entry, hashlib.sha256()).update(row[digest_at].encode())
        counts[entry] += 1
        if number % 5000 == 0:
            progress(table, number)
    for entry, found in together.items():
        contents[entry][table] = found.hexdigest()


def _chain(contents: dict[int, dict[str, str]], counts: dict[int, int], noted: witness.Noted) -> Iterator[str]:
    previous, expected = GENESIS, 1
    hashes: dict[int, str] = {}
    for entry in AuditEntry.objects.order_by("number").iterator():
        if entry.number != expected:
            yield f"The audit trail lacks entry {expected}: entries were removed."
        if entry.computed_hash() != entry.hash:
            yield f"Audit entry {entry.number} was changed."
        elif entry.previous != previous:
            yield f"Audit entry {entry.number} does not follow the entry before it: the chain is broken."
        if counts.get(entry.number, 0) != entry.rows:
            yield f"Audit entry {entry.number} recorded {entry.rows} rows, {counts.get(entry.number, 0)} are there."
        elif content_digest(contents.get(entry.number, {})) != entry.content:
            yield f"The rows of audit entry {entry.number} are not those that were recorded."
        previous, expected = entry.hash, entry.number + 1
        hashes[entry.number] = entry.hash
    for number in sorted(set(counts) - set(hashes)):
        yield f"{counts[number]} rows name audit entry {number}, which does not exist: they were inserted from outside."
    yield from _held_against(noted, hashes)


def _held_against(noted: witness.Noted, hashes: dict[int, str]) -> Iterator[str]:
    """The chain against what was noted of it. A PostgreSQL register is written from several machines; none notes it all."""
    name = witness.path().name
    if not noted:
        if hashes and connection.vendor == "sqlite":
            yield f"logs/{name}, which notes how far the audit trail had reached, is gone or unreadable. Put back its copy."
        return
    newest = max(hashes.items(), default=(0, ""))
    is_held = noted.reached is None or hashes.get(noted.reached[0]) == noted.reached[1]
    if not is_held and newest not in noted.expected:
        assert noted.reached is not None
        yield f"The chain had reached entry {noted.reached[0]} ({name}); the register does not hold it: its end was cut off."
