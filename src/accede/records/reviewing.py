"""What became of a version: waiting for review, returned, accepted, released, under embargo, withdrawn, retracted, merged.

Derived from events, never stored. Facts that come with the programme were reviewed before they were shipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Max

from accede.records.models import MODEL_OF_FACT, Event, EventKind, Version
from accede.records.reference import Reference, held, model_of
from accede.records.unsettled import unsettled
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
    """The same for several stages at once; of what is settled (released, retracted, merged) nothing is read, or told."""
    found: dict[Stage, list[Waiting]] = {stage: [] for stage in wanted}
    reviewed = {model.record_kind() for model in MODEL_OF_FACT.values() if model.is_reviewed}
    asked = {each for each in unsettled() if each.kind in reviewed and (not kinds or each.kind in kinds)}
    newest = _newest(asked)
    rows = {reference: row for reference, row in held(newest).items() if row.recorded_by != SHIPPED}
    for reference, standing in stages(rows).items():
        if standing.stage in found:
            found[standing.stage].append(Waiting(reference, rows[reference], standing))
    for each in found.values():
        each.sort(key=lambda one: (one.row.recorded_at, one.reference))
    return found


def _newest(references: Iterable[Reference]) -> frozenset[Reference]:
    """Those of which no later version was recorded; a query a kind."""
    wanted = frozenset(references)
    found: set[Reference] = set()
    for kind in {each.kind for each in wanted}:
        keys = {each.key for each in wanted if each.kind == kind}
        rows = model_of(kind).objects.filter(key__in=sorted(keys)).values_list("key").annotate(Max("version"))  # type: ignore[attr-defined]
        found |= {Reference(kind, key, version) for key, version in rows}
    return wanted & found


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
