"""What was public of a record over time, for those records of which something public was replaced, merged or taken back."""

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
    """A release, a withdrawal from release, a retraction or a merge, at the instant at which it took effect."""

    kind: EventKind
    version: int
    at: datetime
    reason: str


_KINDS = (EventKind.RELEASE, EventKind.WITHDRAWAL, EventKind.RETRACTION, EventKind.MERGE)


def steps(view: View) -> dict[tuple[str, str], tuple[Step, ...]]:
    """What happened by the view's instant, in order, by kind and key of the record; one query.

    Only records of which more than one version was released, or one was withdrawn, retracted or merged; and those of which the view
    counts a version as released beside: it is released last. A release under embargo that was withdrawn before the embargo
    ended never took effect, and is not among them.
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
    beside = sorted({key for _, key, _ in view.also_released})
    told = events.filter(Q(key__in=several.values("key")) | Q(key__in=ended) | Q(key__in=beside))
    found: dict[tuple[str, str], list[Step]] = {}
    withdrawn: dict[tuple[str, str, int], int] = {}
    rows = told.order_by("effective_at", "id").values_list(
        "record", "key", "happening", "version", "effective_at", "reason", "id"
    )
    for record, key, happening, version, at, reason, number in rows:
        kind = EventKind(happening)
        if kind is EventKind.WITHDRAWAL:
            withdrawn[record, key, version] = number
        if kind is EventKind.RELEASE and withdrawn.get((record, key, version), 0) > number:
            continue  # withdrawn after it was released, and before it took effect
        found.setdefault((record, key), []).append(Step(kind, version, at, reason))
    for record, key, version in sorted(view.also_released):
        found.setdefault((record, key), []).append(Step(EventKind.RELEASE, version, view.known_on, ""))
    return {named: tuple(held) for named, held in found.items()}


def public_versions(model: type[Version], keys: Iterable[str]) -> QuerySet[Version]:
    """All versions of these records that are classed public, as a query."""
    rows: QuerySet[Version] = model.objects.filter(key__in=sorted(keys), classification=Classification.PUBLIC)  # type: ignore[attr-defined]
    return rows
