"""What release has to do with: what is accepted and not released, what is under embargo, what was done lately.

Derived from events, never stored. Only what people did: the facts that come with the programme are released as they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from accede.records.models import AuditEntry, Event, EventKind
from accede.records.reference import Reference, held
from accede.records.reviewing import Stage, Waiting, stages
from accede.records.unsettled import unsettled
from accede.records.values import SHIPPED


@dataclass(frozen=True, slots=True)
class Done:
    """One act of release or withdrawal: what, when, by whom, why; `effective_at` when it takes effect.

    `number` is how many versions it is about; which ones is told where one act is asked for (`done_in`).
    """

    entry: int
    kind: EventKind
    at: datetime
    by: str
    reason: str
    effective_at: datetime
    number: int
    references: tuple[Reference, ...] = ()


def to_be_released() -> list[Waiting]:
    """Of each record the newest accepted version, where it is not released or was withdrawn; the oldest first.

    A later version that waits for review does not hold it back. Four queries a kind, however many records.
    """
    asked = unsettled()
    keys = sorted({each.key for each in asked})
    later = Event.objects.filter(
        record=OuterRef("record"),
        key=OuterRef("key"),
        happening=EventKind.RELEASE,
        version__gte=OuterRef("version"),
        id__gt=OuterRef("id"),
    )
    decided = Event.objects.filter(record__in=sorted({each.kind for each in asked}), key__in=keys)
    events = decided.filter(happening__in=(EventKind.ACCEPTANCE, EventKind.WITHDRAWAL)).exclude(Exists(later))
    newest: dict[tuple[str, str], Waiting] = {}
    for one in _waiting(_references(events.values_list("record", "key", "version"))):
        place = (one.reference.kind, one.reference.key)
        if one.standing.stage.is_accepted and (
            place not in newest or newest[place].reference.version < one.reference.version
        ):
            newest[place] = one
    waits = [one for one in newest.values() if one.standing.stage in (Stage.ACCEPTED, Stage.WITHDRAWN)]
    return sorted(waits, key=lambda one: (one.standing.at, one.reference))


def under_embargo(*, now: datetime | None = None) -> list[Waiting]:
    """Versions whose release takes effect later, those that come first in front."""
    at = now or datetime.now(UTC)
    found = [one for one in _waiting(unsettled(), now=at) if one.standing.stage is Stage.EMBARGOED]
    return sorted(found, key=lambda one: (one.standing.effective_at or at, one.reference))


def done_lately(most: int = 20) -> list[Done]:
    """The last acts of release and withdrawal, the newest first."""
    events = _events()
    acts = AuditEntry.objects.filter(Exists(events.filter(entry=OuterRef("number")))).order_by("-number")
    entries = list(acts.values_list("number", flat=True)[:most])
    counted = events.filter(entry__in=entries).values("entry").annotate(number=Count("id"), first=Min("id"))
    numbers = dict(counted.values_list("first", "number"))
    return [_act(each, numbers[each.id]) for each in events.filter(id__in=numbers).order_by("-entry")]


def done_in(entry: int) -> Done | None:
    """An act by the number of its audit entry; None for an entry of something else."""
    events = list(_events().filter(entry=entry).order_by("id"))
    if not events:
        return None
    references = tuple(Reference(each.record, each.key, each.version) for each in events)
    return replace(_act(events[0], len(events)), references=references)


def newer_than(references: Iterable[Reference]) -> frozenset[Reference]:
    """Those of which a later version was recorded; a query a kind."""
    wanted = frozenset(references)
    found: set[Reference] = set()
    for kind in {each.kind for each in wanted}:
        of_kind = {each.key: each for each in wanted if each.kind == kind}
        some = next(iter(of_kind.values()))
        rows = some.model.objects.filter(key__in=of_kind).values_list("key", "version")  # type: ignore[attr-defined]  # each kind has its manager
        found |= {of_kind[key] for key, version in rows if version > of_kind[key].version}
    return frozenset(found)


def _events() -> QuerySet[Event]:
    return Event.objects.filter(happening__in=(EventKind.RELEASE, EventKind.WITHDRAWAL)).exclude(recorded_by=SHIPPED)


def _act(first: Event, number: int) -> Done:
    return Done(
        entry=first.entry,
        kind=EventKind(first.happening),
        at=first.recorded_at,
        by=first.recorded_by,
        reason=first.reason,
        effective_at=first.effective_at,
        number=number,
    )


def _references(named: Iterable[tuple[str, str, int]]) -> frozenset[Reference]:
    return frozenset(Reference(*each) for each in named)


def _waiting(references: frozenset[Reference], *, now: datetime | None = None) -> list[Waiting]:
    rows = held(references)
    standing = stages(rows, now=now)
    return [Waiting(reference, row, standing[reference]) for reference, row in rows.items()]
