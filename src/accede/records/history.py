"""What was public of a record over time, for those records of which something public was replaced or taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from accede.records.models import Event, EventKind, Version
from accede.records.values import View
from accede.vocabulary.sources import Classification


@dataclass(frozen=True, slots=True)
class Step:
    """A release, a withdrawal from release or a retraction, at the instant at which it took effect."""

    kind: EventKind
    version: int
    at: datetime
    reason: str


_KINDS = (EventKind.RELEASE, EventKind.WITHDRAWAL, EventKind.RETRACTION)


def steps(view: View) -> dict[tuple[str, str], tuple[Step, ...]]:
    """What happened by the view's instant, in order, by kind and key of the record; one query.

    Only records of which more than one version was released, or one was withdrawn or retracted.
    """
    events = Event.objects.filter(happening__in=_KINDS, recorded_at__lte=view.known_on, effective_at__lte=view.known_on)
    is_release = Q(happening=EventKind.RELEASE)
    several = (
        events.filter(is_release)
        .values("record", "key")
        .annotate(versions=Count("version", distinct=True))
        .filter(versions__gt=1)
    )
    ended = events.filter(~is_release).values("key")
    told = events.filter(Q(key__in=several.values("key")) | Q(key__in=ended))
    found: dict[tuple[str, str], list[Step]] = {}
    rows = told.order_by("effective_at", "id").values_list(
        "record", "key", "happening", "version", "effective_at", "reason"
    )
    for record, key, happening, version, at, reason in rows:
        found.setdefault((record, key), []).append(Step(EventKind(happening), version, at, reason))
    return {named: tuple(held) for named, held in found.items()}


def public_versions(model: type[Version], keys: Iterable[str]) -> QuerySet[Version]:
    """All versions of these records that are classed public, as a query."""
    rows: QuerySet[Version] = model.objects.filter(key__in=sorted(keys), classification=Classification.PUBLIC)  # type: ignore[attr-defined]
    return rows
