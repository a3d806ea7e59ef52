"""Tables in which rows are only ever inserted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar

import msgspec
from django.db import models

from accede.records.columns import columns_of

Model = TypeVar("Model", bound=type[models.Model])

MODEL_OF_FACT: dict[type, type[Version]] = {}
"""Which table keeps which kind of fact."""


class Appended(models.Model):
    """A row with the instant, the recorder and the reason of its recording, and its seal.

    `entry` is the number of the audit entry written with it, `digest` the SHA-256 of all its other columns.
    The id is given by the writer under the write lock, so that it says the order of recording on every database.
    """

    id = models.BigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.TextField()
    reason = models.TextField(blank=True)
    entry = models.BigIntegerField(db_index=True)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True

    @classmethod
    def sealed_columns(cls) -> list[str]:
        """The columns the digest is made of, in a fixed order."""
        return sorted(field.attname for field in cls._meta.concrete_fields if field.attname != "digest")


class Version(Appended):
    """One version of a record of one kind; its further columns are the fields of the kind's fact."""

    fact: ClassVar[type]
    is_reviewed: ClassVar[bool] = True
    """Whether versions wait for a second person's review; what leads to a paper is cleared with the paper instead."""

    key = models.TextField()
    version = models.PositiveIntegerField()
    source = models.TextField(blank=True)
    locator = models.TextField(blank=True)
    classification = models.TextField()

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="%(class)s_key_version")]

    @classmethod
    def record_kind(cls) -> str:
        """The kind of record, as events and answers name it."""
        return cls._meta.model_name.removesuffix("version") if cls._meta.model_name else ""


def keeps(fact: type) -> Callable[[type[Version]], type[Version]]:
    """Give a `Version` model the columns of this fact."""

    def with_columns(model: type[Version]) -> type[Version]:
        model.fact = fact
        for column in columns_of(fact):
            model.add_to_class(column.name, _field(column.name, column.holds, column.is_null))
        MODEL_OF_FACT[fact] = model
        return model

    return with_columns


def digest(table: str, names: Sequence[str], values: Sequence[Any]) -> str:
    """SHA-256 over the canonical JSON of a table's name and a row's sealed columns; instants in UTC.

    Empty values are left out, so that a column added later does not unseal the rows recorded before it.
    """
    told = [[name, canonical(value)] for name, value in zip(names, values, strict=True) if value not in (None, "")]
    return hashlib.sha256(msgspec.json.encode([table, told])).hexdigest()


def canonical(value: Any) -> Any:
    """A sealed value as it is hashed: an instant as ISO text in UTC to the microsecond, anything else as it is."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value


def _field(name: str, holds: type, is_null: bool) -> models.Field[Any, Any]:
    if holds is bool:
        return models.BooleanField(null=is_null)
    if holds is int:
        return models.BigIntegerField(null=is_null)
    return models.TextField(blank=True, db_index=name in ("treaty", "state", "occasion"))
