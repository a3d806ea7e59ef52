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


def kinds_corrected(view: View) -> frozenset[str]:
    """The kinds of record of which something public was replaced, or taken back, by the view's instant, or would be; one query."""
    later = Q(happening=EventKind.RELEASE, version__gt=1)
    ends = Q(happening__in=[kind for kind in _KINDS if kind is not EventKind.RELEASE])
    found = Event.objects.filter(later | ends, recorded_at__lte=view.known_on, effective_at__lte=view.known_on)
    return frozenset(found.values_list("record", flat=True).distinct()) | {kind for kind, _, _ in view.also_released}


def steps(view: View, kind: str) -> dict[str, tuple[Step, ...]]:
    """What happened to records of a kind by the view's instant, in order, by key; one query.

    Only records of which more than one version was released, or one was withdrawn, retracted or merged; and those of which the view
    counts a version as released beside: it is released last. A release under embargo that was withdrawn before the embargo
    ended never took effect, and is not among them.
    """
    events = Event.objects.filter(
        record=kind, happening__in=_KINDS, recorded_at__lte=view.known_on, effective_at__lte=view.known_on
    )
    is_release = Q(happening=EventKind.RELEASE)
    later = events.filter(is_release, version__gt=1).values("key")  # of which more than one can have been released
    several = (
        events.filter(is_release, key__in=later)
        .values("key")
        .annotate(versions=Count("version", distinct=True))
        .filter(versions__gt=1)
    )
    ended = events.filter(happening__in=[each for each in _KINDS if each is not EventKind.RELEASE]).values("key")
    beside = sorted({key for record, key, _ in view.also_released if record == kind})
    told = events.filter(Q(key__in=several.values("key")) | Q(key__in=ended) | Q(key__in=beside))
    found: dict[str, list[Step]] = {}
    withdrawn: dict[tuple[str, int], int] = {}
    rows = told.order_by("effective_at", "id").values_list(
        "key", "happening", "version", "effective_at", "reason", "id"
    )
    for key, happening, version, at, reason, number in rows:
        what = EventKind(happening)
        if what is EventKind.WITHDRAWAL:
            withdrawn[key, version] = number
        if what is EventKind.RELEASE and withdrawn.get((key, version), 0) > number:
            continue  # withdrawn after it was released, and before it took effect
        found.setdefault(key, []).append(Step(what, version, at, reason))
    for record, key, version in sorted(view.also_released):
        if record == kind:
            found.setdefault(key, []).append(Step(EventKind.RELEASE, version, view.known_on, ""))
    return {key: tuple(held) for key, held in found.items()}


def public_versions(model: type[Version], keys: Iterable[str]) -> QuerySet[Version]:
    """All versions of these records that are classed public, as a query."""
    rows: QuerySet[Version] = model.objects.filter(key__in=sorted(keys), classification=Classification.PUBLIC)  # type: ignore[attr-defined]
    return rows
