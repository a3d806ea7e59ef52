"""What became of a version: waiting for review, returned, accepted, released, under embargo, withdrawn, retracted, merged.

Derived from events, never stored. Facts that come with the programme were reviewed before they were shipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from accede.records.models import MODEL_OF_FACT, AuditEntry, Event, EventKind, Version
from accede.records.reference import Reference, held
from accede.records.values import SHIPPED
from accede.vocabulary.label import Labelled


class Stage(Labelled):
    """From recorded to public, and what ends a version."""

    PENDING = "pending", "waiting for review"
    RETURNED = "returned", "returned"
    ACCEPTED = "accepted", "accepted"
    EMBARGOED = "embargoed", "under embargo"
    RELEASED = "released", "released"
    WITHDRAWN = "withdrawn", "withdrawn from release"
    RETRACTED = "retracted", "retracted"
    MERGED = "merged", "merged into another record"

    @property
    def is_accepted(self) -> bool:
        """Whether a second person has accepted the version, and nothing has ended it since."""
        return self in (Stage.ACCEPTED, Stage.EMBARGOED, Stage.RELEASED, Stage.WITHDRAWN)

    @property
    def has_ended(self) -> bool:
        """Whether the version was retracted or merged: it is current nowhere any more."""
        return self in (Stage.RETRACTED, Stage.MERGED)


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage of a version; `at` when, `by` whom and `reason` why it came to it; `effective_at` when a release takes effect.

    `other` is the key of the record it was merged into.
    """

    stage: Stage
    at: datetime
    by: str
    reason: str = ""
    effective_at: datetime | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A newest version that waits for somebody, as its row and its standing."""

    reference: Reference
    row: Version
    standing: Standing


_OF_VERSION = {
    EventKind.ACCEPTANCE: Stage.ACCEPTED,
    EventKind.RETURN: Stage.RETURNED,
    EventKind.RELEASE: Stage.RELEASED,
    EventKind.WITHDRAWAL: Stage.WITHDRAWN,
    EventKind.RETRACTION: Stage.RETRACTED,
    EventKind.MERGE: Stage.MERGED,
}
_ENDS = (EventKind.RETRACTION, EventKind.MERGE)
"""They end every version up to theirs."""


def stages(references: Iterable[Reference], *, now: datetime | None = None) -> dict[Reference, Standing]:
    """What became of these versions by an instant (default: now); two queries a kind. Raises UnknownName."""
    rows = held(references)
    at = now or datetime.now(UTC)
    happened: dict[tuple[str, str], list[Event]] = {}
    by_kind: dict[str, set[str]] = {}
    for reference in rows:
        by_kind.setdefault(reference.kind, set()).add(reference.key)
    for kind, keys in by_kind.items():
        found = Event.objects.filter(record=kind, key__in=keys, happening__in=list(_OF_VERSION), recorded_at__lte=at)
        for event in found.order_by("id"):
            happened.setdefault((kind, event.key), []).append(event)
    return {
        reference: _standing(row, reference, happened.get((reference.kind, reference.key), []), at)
        for reference, row in rows.items()
    }


def stage_of(reference: Reference) -> Stage:
    """The stage of one version now. Raises UnknownName."""
    return stages([reference])[reference].stage


def waiting(stage: Stage, *kinds: str) -> list[Waiting]:
    """The newest versions that users recorded and that are at this stage now, the oldest first (all kinds where none is named)."""
    return waiting_at((stage,), *kinds)[stage]


def waiting_at(wanted: Sequence[Stage], *kinds: str) -> dict[Stage, list[Waiting]]:
    """The same for several stages at once: one small query a kind, and three more for each kind that users recorded.

    What is at other stages is not read.
    """
    found: dict[Stage, list[Waiting]] = {stage: [] for stage in wanted}
    first = AuditEntry.objects.exclude(actor=SHIPPED).order_by("number").values_list("number", flat=True).first()
    if first is None:
        return found
    for model in MODEL_OF_FACT.values():
        if not model.is_reviewed:
            continue
        kind = model.record_kind()
        # By the index of entries, which leads past what was shipped before.
        of_users = model.objects.filter(entry__gte=first).exclude(recorded_by=SHIPPED)  # type: ignore[attr-defined]
        if (kinds and kind not in kinds) or not of_users.exists():
            continue
        rows = {Reference(kind, row.key, row.version): row for row in _newest_at(wanted, model, of_users)}
        for reference, standing in stages(rows).items():
            if standing.stage in found:
                found[standing.stage].append(Waiting(reference, rows[reference], standing))
    for each in found.values():
        each.sort(key=lambda one: (one.row.recorded_at, one.reference))
    return found


def _newest_at(wanted: Sequence[Stage], model: type[Version], rows: QuerySet[Any]) -> QuerySet[Version]:
    """Those of the rows that are the newest of their keys, and of which the last event leads to a stage like the wanted ones."""
    of_version = Q(happening__in=[kind for kind in _OF_VERSION if kind not in _ENDS], version=OuterRef("version"))
    ends = Q(happening__in=_ENDS, version__gte=OuterRef("version"))
    events = Event.objects.filter(of_version | ends, record=model.record_kind(), key=OuterRef("key"))
    later = model.objects.filter(key=OuterRef("key"), version__gt=OuterRef("version"))  # type: ignore[attr-defined]
    led_to = [Stage.RELEASED if stage is Stage.EMBARGOED else stage for stage in wanted]
    last = Q(last__in=[kind for kind, stage in _OF_VERSION.items() if stage in led_to])
    if Stage.PENDING in wanted:
        last |= Q(last=None)
    newest = rows.filter(~Exists(later)).annotate(last=Subquery(events.order_by("-id").values("happening")[:1]))
    found: QuerySet[Version] = newest.filter(last)
    return found


def _standing(row: Version, reference: Reference, events: list[Event], at: datetime) -> Standing:
    is_shipped = row.recorded_by == SHIPPED
    standing = Standing(
        Stage.ACCEPTED if is_shipped else Stage.PENDING, row.recorded_at, row.recorded_by, reason=row.reason
    )
    for event in events:
        kind = EventKind(event.happening)
        concerns = event.version >= reference.version if kind in _ENDS else event.version == reference.version
        if not concerns:
            continue
        stage = _OF_VERSION[kind]
        if stage is Stage.RELEASED and event.effective_at > at:
            stage = Stage.EMBARGOED
        standing = Standing(stage, event.recorded_at, event.recorded_by, event.reason, event.effective_at, event.other)
    return standing
