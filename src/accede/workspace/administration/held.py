"""Versions of the vocabularies as an administrator sees them: the newest of each key, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext

from accede.records.current import fact_of
from accede.records.models import Version
from accede.records.reference import Reference
from accede.records.reviewing import Standing, stages
from accede.records.values import SHIPPED


@dataclass(frozen=True, slots=True)
class Held:
    """The newest version of a key: its row, the fact in it, and its standing."""

    row: Version
    fact: Any
    standing: Standing

    @property
    def is_gone(self) -> bool:
        """Whether it was retracted or merged."""
        return self.standing.stage.has_ended

    @property
    def stage(self) -> str:
        """What became of it, in a word; "" for what came with the programme and stands."""
        return "" if self.row.recorded_by == SHIPPED and not self.is_gone else gettext(self.standing.stage.label)


def held(model: type[Version], **about: Any) -> tuple[Held, ...]:
    """The newest version of each key, by key, in three queries."""
    keys = model.objects.filter(**about).values("key")  # type: ignore[attr-defined]
    newest = dict(
        model.objects.filter(key__in=keys).values("key").annotate(newest=Max("version")).values_list("key", "newest")  # type: ignore[attr-defined]
    )
    rows = [
        row
        for row in model.objects.filter(key__in=keys).order_by("key")  # type: ignore[attr-defined]
        if newest[row.key] == row.version
    ]
    kind = model.record_kind()
    standing = stages(Reference(kind, row.key, row.version) for row in rows)
    return tuple(Held(row, fact_of(row), standing[Reference(kind, row.key, row.version)]) for row in rows)
