"""The one way into the register: a transaction under the write lock, sealed by one audit entry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Max

from accede.paper.sound import UNPRINTABLE
from accede.records import witness
from accede.records.columns import columns_of
from accede.records.insert import insert_rows
from accede.records.lock import head, next_instant, take_write_lock
from accede.records.models import MODEL_OF_FACT, Appended, AuditEntry, Event, EventKind, Version, digest
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification

_TURNED = re.compile("[\\u202a-\\u202e]")
"""Embeddings and overrides of direction; the isolates and marks that Arabic texts need are others."""

GENESIS = "0" * 64

ATTACHED_AT_ONCE = 2_000
"""Attached rows are inserted when so many have come together: few enough to be in the processor's cache still, where twenty
thousand cost a tenth more of a load, and enough that a statement each does not count."""


@contextmanager
def writing(actor: str, verb: str, *, reason: str = "") -> Iterator[Write]:
    """Open a write; all of it is kept, with its audit entry, or none of it.

    Raises whatever the block raises, after rolling back. A block that recorded nothing leaves no entry.
    """
    with transaction.atomic():
        take_write_lock()
        write = Write(actor=actor, verb=verb, reason=reason, last=head())
        yield write
        entry = write.close()
        if entry is not None:
            witness.expect(entry.number, entry.hash)
            transaction.on_commit(lambda: witness.reach(entry.number, entry.hash))


@dataclass
class Write:
    """An open write. `at` is its instant: later than everything recorded before."""

    actor: str
    verb: str
    reason: str
    last: AuditEntry | None
    at: datetime = field(init=False)
    entry: int = field(init=False)
    _rows: dict[type[Appended], list[dict[str, Any]]] = field(default_factory=dict)
    _ids: dict[type[Appended], int] = field(default_factory=dict)
    _versions: dict[tuple[type[Version], str], int] = field(default_factory=dict)
    _seen: set[type[Version]] = field(default_factory=set)
    _attached: dict[type[models.Model], tuple[tuple[str, ...], list[tuple[Any, ...]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.at = next_instant(self.last)
        self.entry = self.last.number + 1 if self.last else 1

    def expect_many(self, model: type[Version]) -> None:
        """Read all keys of a kind at once, before many of it are recorded."""
        if model not in self._seen:
            self._seen.add(model)
            for key, version in model.objects.values_list("key").annotate(Max("version")):  # type: ignore[attr-defined]
                self._versions.setdefault((model, key), version)

    def keys_of(self, fact: type) -> set[str]:
        """Every key that is or was held of a kind of fact."""
        return set(MODEL_OF_FACT[fact].objects.values_list("key", flat=True).distinct())  # type: ignore[attr-defined]

    def record(
        self,
        key: str,
        fact: Any,
        *,
        source: str,
        locator: str = "",
        classification: Classification = Classification.PUBLIC,
        reason: str = "",
        by: str = "",
        at: datetime | None = None,
        **further: Any,
    ) -> dict[str, Any]:
        """Add a version of a record: the first of its key, or the next, which needs a reason.

        `by` and `at` are given only for facts that come with the programme. Returns the row; raises Refused.
        """
        model = MODEL_OF_FACT[type(fact)]
        _refuse_unprintable(key, fact)
        version = self._latest(model, key) + 1
        reason = reason or self.reason
        if version > 1 and not reason:
            raise Refused("a correction needs a reason", where=key, remedy="Say why the record is corrected")
        self._versions[model, key] = version
        row = self._append(model, at=at, by=by, reason=reason)
        row.update(
            key=key, version=version, source=source, locator=locator, classification=str(classification), **further
        )
        for column in columns_of(type(fact)):
            row[column.name] = column.store(getattr(fact, column.name))
        return row

    def happen(
        self,
        kind: EventKind,
        model: type[Version],
        key: str,
        version: int,
        *,
        effective_at: datetime | None = None,
        other: str = "",
        reason: str = "",
        by: str = "",
        at: datetime | None = None,
    ) -> None:
        """Add an event of a version (see `EventKind`)."""
        row = self._append(Event, at=at, by=by, reason=reason or self.reason)
        row.update(happening=str(kind), record=model.record_kind(), key=key, version=version, other=other)
        row["effective_at"] = effective_at or row["recorded_at"]

    def attach(self, model: type[models.Model], columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows that belong to a recorded version and are sealed by a digest in it (ballots).

        They may reach the table before their version does: the database looks for it when the transaction ends.
        """
        waiting = self._attached.setdefault(model, (columns, []))[1]
        waiting.extend(rows)
        if len(waiting) >= ATTACHED_AT_ONCE:
            insert_rows(model, columns, waiting)
            waiting.clear()

    def close(self) -> AuditEntry | None:
        """Insert what was added, and the audit entry over it; None if nothing was added."""
        contents: dict[str, str] = {}
        count = 0
        for model in sorted(self._rows, key=lambda model: model._meta.db_table):
            rows = self._rows[model]
            contents[model._meta.db_table] = self._insert(model, rows)
            count += len(rows)
        if not contents:
            return None
        for attached, (columns, parts) in self._attached.items():
            insert_rows(attached, columns, parts)
        entry = AuditEntry(
            number=self.entry,
            at=self.at,
            actor=self.actor,
            verb=self.verb,
            reason=self.reason,
            rows=count,
            content=content_digest(contents),
            previous=self.last.hash if self.last else GENESIS,
        )
        entry.hash = entry.computed_hash()
        entry.save(force_insert=True)
        return entry

    def _latest(self, model: type[Version], key: str) -> int:
        known = self._versions.get((model, key))
        if known is not None:
            return known
        if model in self._seen:
            return 0
        newest: int | None = model.objects.filter(key=key).aggregate(newest=Max("version"))["newest"]  # type: ignore[attr-defined]
        return newest or 0

    def _append(self, model: type[Appended], *, at: datetime | None, by: str, reason: str) -> dict[str, Any]:
        if model not in self._ids:
            self._ids[model] = model.objects.aggregate(newest=Max("id"))["newest"] or 0  # type: ignore[attr-defined]
        self._ids[model] += 1
        row = {
            "id": self._ids[model],
            "recorded_at": at or self.at,
            "recorded_by": by or self.actor,
            "reason": reason,
            "entry": self.entry,
        }
        self._rows.setdefault(model, []).append(row)
        return row

    def _insert(self, model: type[Appended], rows: Sequence[dict[str, Any]]) -> str:
        """Seal and insert the rows of one table; returns the digest of their digests in the order of their ids."""
        sealed, table = model.sealed_columns(), model._meta.db_table
        together = hashlib.sha256()
        for row in rows:
            row["digest"] = digest(table, sealed, [row[name] for name in sealed])
            together.update(row["digest"].encode())
        names = [*sealed, "digest"]
        columns = [model._meta.get_field(name) for name in names]
        instants = [(at, column) for at, column in enumerate(columns) if isinstance(column, models.DateTimeField)]
        insert_rows(model, names, [_stored(row, names, instants) for row in rows])
        return together.hexdigest()


def content_digest(contents: Mapping[str, str]) -> str:
    """The digest of a transaction's rows from the digests of its tables."""
    return hashlib.sha256("".join(f"{table}:{contents[table]};" for table in sorted(contents)).encode()).hexdigest()


def _refuse_unprintable(key: str, fact: Any) -> None:
    """What no paper can print, and marks that turn the text after them around, must not come into the register."""
    for column in columns_of(type(fact)):
        text = getattr(fact, column.name)
        if isinstance(text, str) and (found := UNPRINTABLE.search(text) or _TURNED.search(text)):
            raise Refused(
                f"{column.name} has the unprintable character U+{ord(found[0]):04X} after “{text[: found.start()][-40:]}”",
                where=key,
                remedy="Take it out and record the text again",
            )


def _stored(
    row: Mapping[str, Any], names: Sequence[str], instants: Sequence[tuple[int, models.DateTimeField[Any, Any]]]
) -> list[Any]:
    """A row's values in the order of its columns. Only instants have a form of their own in each database."""
    values = [row[name] for name in names]
    for at, column in instants:
        values[at] = column.get_db_prep_save(values[at], connection)
    return values
