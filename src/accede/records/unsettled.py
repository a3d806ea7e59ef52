"""Versions about which somebody may still have to decide: neither public for good nor retracted or merged.

They are few, and what is settled is nearly everything. So a process looks through all versions once, and from then on only at
what was written since: rows are only ever inserted, and each has the number of the audit entry that it was written with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Exists, OuterRef, Q, Subquery, Value

from accede.records.lock import head
from accede.records.models import MODEL_OF_FACT, AuditEntry, Event, EventKind, Version
from accede.records.reference import Reference
from accede.records.values import SHIPPED

MOST_AT_ONCE = 5_000
"""Rows written since: where there are more, as after an import, everything is looked through again."""

DECISIONS = (
    EventKind.ACCEPTANCE,
    EventKind.RETURN,
    EventKind.RELEASE,
    EventKind.WITHDRAWAL,
    EventKind.RETRACTION,
    EventKind.MERGE,
)
"""Events that bring a version to another stage."""
_ENDS = (EventKind.RETRACTION, EventKind.MERGE)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was unsettled at a head of the audit chain; `entry` is its number."""

    head: str
    entry: int
    references: frozenset[Reference]


_found: list[_Found] = []
"""The newest finding of this process; at most one."""


def unsettled() -> frozenset[Reference]:
    """The versions that are unsettled now, and some that came out of an embargo since they were looked at.

    Older versions of a record are among them too. One query where nothing was written since the last call; else four, and one
    for each kind of which something is unsettled or was written.
    """
    newest = head()
    mark, number = (newest.hash, newest.number) if newest else ("", 0)
    found = _found[0] if _found else None
    if found is None or found.head != mark:
        found = _Found(mark, number, _further(found) if found and _goes_on(found) else _of_all())
        _found[:] = [found]
    return found.references


def _goes_on(found: _Found) -> bool:
    """Whether the chain goes on from what was found (it does not after a restore), and not by too much."""
    entries = list(
        AuditEntry.objects.filter(number__gte=found.entry).order_by("number").values_list("number", "hash", "rows")
    )
    is_same = bool(entries) and entries[0][:2] == (found.entry, found.head)
    return is_same and sum(rows for _, _, rows in entries[1:]) <= MOST_AT_ONCE


def _of_all() -> frozenset[Reference]:
    first = AuditEntry.objects.exclude(actor=SHIPPED).order_by("number").values_list("number", flat=True).first()
    if first is None:
        return frozenset()
    found: set[Reference] = set(_withdrawn())
    for model in MODEL_OF_FACT.values():
        found |= _open(
            model, Q(entry__gte=first) & ~Q(recorded_by=SHIPPED)
        )  # by the index, past what was shipped before
    return frozenset(found)


def _further(found: _Found) -> frozenset[Reference]:
    """Of what was unsettled, what was recorded and what something happened to since: what is unsettled now."""
    asked: dict[str, set[str]] = {}
    for each in found.references:
        asked.setdefault(each.kind, set()).add(each.key)
    events = Event.objects.filter(entry__gt=found.entry, happening__in=DECISIONS)
    models = {model.record_kind(): model for model in MODEL_OF_FACT.values()}
    recorded = [
        model.objects.filter(entry__gt=found.entry).annotate(record=Value(kind)).values_list("record", "key")  # type: ignore[attr-defined]  # each kind has its manager
        for kind, model in models.items()
    ]
    for kind, key in events.values_list("record", "key").union(*recorded):
        asked.setdefault(kind, set()).add(key)
    since: set[Reference] = set(_withdrawn())
    for kind, keys in asked.items():
        since |= _open(models[kind], Q(key__in=sorted(keys)) & ~Q(recorded_by=SHIPPED))
    return frozenset(since)


def _withdrawn() -> Iterable[Reference]:
    """Versions that were withdrawn from release, shipped ones too; whether they were released again is not asked."""
    events = Event.objects.filter(happening=EventKind.WITHDRAWAL)
    return (Reference(*each) for each in events.values_list("record", "key", "version").distinct())


def _open(model: type[Version], rows: Q) -> set[Reference]:
    """Those of these rows of which the last decision does not settle them."""
    kind = model.record_kind()
    of_key = Event.objects.filter(record=kind, key=OuterRef("key"))
    of_version = of_key.filter(happening__in=DECISIONS, version=OuterRef("version"))
    ended = of_key.filter(happening__in=_ENDS, version__gte=OuterRef("version"))
    embargoed = of_version.filter(happening=EventKind.RELEASE, effective_at__gt=datetime.now(UTC))
    last = Subquery(of_version.order_by("-id").values("happening")[:1])
    found = model.objects.filter(rows).annotate(last=last).exclude(Exists(ended))  # type: ignore[attr-defined]
    unsettled = Q(last=None) | ~Q(last=EventKind.RELEASE) | Exists(embargoed)
    return {Reference(kind, key, version) for key, version in found.filter(unsettled).values_list("key", "version")}
