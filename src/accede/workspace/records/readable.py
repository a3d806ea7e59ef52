"""A record as one person may read it: its versions and what happened to them, or nothing at all, as if it did not exist.

Whoever may not read the newest version does not learn that there is a record. Who reads only what is released sees the
versions that were released to them, and of events those that everybody could see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.models import RollCallVersion
from accede.evidence.queries import with_ballots
from accede.records.current import evidence_in
from accede.records.models import Event, EventKind, Version
from accede.records.reference import Reference, model_of
from accede.records.reviewing import Stage, Standing, stages
from accede.records.values import Evidence
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.sources import Classification
from accede.workspace.records.told import kind_words


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A version, what became of it, and the number of the audit entry it was recorded with."""

    evidence: Evidence[Any]
    standing: Standing
    entry: int


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a version. `other` is the topic of a choice, or the key that a merged record goes on under, if readable."""

    kind: EventKind
    version: int
    at: datetime
    by: str
    reason: str
    effective_at: datetime
    entry: int
    other: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """A record with all that the person may know of it, the newest first. `goes_on` is the key it was merged into."""

    kind: str
    key: str
    versions: tuple[HeldVersion, ...]
    events: tuple[Happened, ...]
    goes_on: str = ""

    @property
    def newest(self) -> HeldVersion:
        """The newest version."""
        return self.versions[0]

    @property
    def fact(self) -> Any:
        """What the newest version says."""
        return self.newest.evidence.fact

    @property
    def reference(self) -> Reference:
        """The newest version, named."""
        return Reference(self.kind, self.key, self.newest.evidence.version)

    @property
    def stage(self) -> Stage:
        """What became of the newest version."""
        return self.newest.standing.stage

    @property
    def has_ended(self) -> bool:
        """Whether it was retracted or merged."""
        return self.stage.has_ended

    def version(self, number: int) -> HeldVersion:
        """A version by its number. Raises UnknownName."""
        for each in self.versions:
            if each.evidence.version == number:
                return each
        raise _absent(self.kind, self.key)


_OF_RELEASE = frozenset({EventKind.RELEASE, EventKind.WITHDRAWAL, EventKind.RETRACTION, EventKind.MERGE})


def history_of(actor: Actor, kind: str, key: str, *, at: datetime | None = None) -> History:
    """The record as the person may read it, and as it was known at an instant (default: now); six queries.

    Raises UnknownName where it is not held, was not held then, or is not theirs to read: in the same words.
    """
    now = at or datetime.now(UTC)
    kind_words(kind)
    model = model_of(kind)
    rows = model.objects.filter(key=key, recorded_at__lte=now).order_by("version")  # type: ignore[attr-defined]
    events = list(Event.objects.filter(record=kind, key=key, recorded_at__lte=now).order_by("id"))
    shown = {row.version: row for row in _readable(actor, list(rows), events, now)}
    if not shown:
        raise _absent(kind, key)
    held = evidence_in(model, rows)
    if model is RollCallVersion:
        held = with_ballots(held, rows)
    standing = stages([Reference(kind, key, version) for version in shown], now=now)
    versions = tuple(
        HeldVersion(each, standing[Reference(kind, key, each.version)], shown[each.version].entry)
        for each in reversed(held)
        if each.version in shown
    )
    told = [
        each for each in reversed(events) if each.version in shown and (actor.reads_unreleased or _is_told(each, now))
    ]
    ends = versions[0].standing
    goes_on = ends.other if ends.stage is Stage.MERGED and is_readable(actor, kind, ends.other) else ""
    return History(kind, key, versions, tuple(_happened(each, goes_on) for each in told), goes_on)


def is_readable(actor: Actor, kind: str, key: str) -> bool:
    """Whether the person may know of a record."""
    return key in readable(actor, kind, [key])


def readable(actor: Actor, kind: str, keys: Iterable[str]) -> frozenset[str]:
    """Those of these records that the person may know of; two queries."""
    wanted = sorted({key for key in keys if key})
    rows: dict[str, list[Version]] = {}
    for row in model_of(kind).objects.filter(key__in=wanted).order_by("version"):  # type: ignore[attr-defined]
        rows.setdefault(row.key, []).append(row)
    events: dict[str, list[Event]] = {}
    for event in Event.objects.filter(record=kind, key__in=wanted).order_by("id"):
        events.setdefault(event.key, []).append(event)
    now = datetime.now(UTC)
    return frozenset(key for key, held in rows.items() if _readable(actor, held, events.get(key, ()), now))


def _readable(actor: Actor, rows: Sequence[Version], events: Iterable[Event], now: datetime) -> list[Version]:
    classes = actor.classes(Verb.READ)
    readable = [row for row in rows if Classification(row.classification) in classes]
    if actor.reads_unreleased:
        is_newest = bool(readable) and readable[-1].version == rows[-1].version
        return readable if is_newest else []
    released: set[int] = set()
    for event in events:
        if event.effective_at > now:
            continue
        if event.happening == EventKind.RELEASE:
            released.add(event.version)
        elif event.happening == EventKind.WITHDRAWAL:
            released.discard(event.version)
    return [row for row in readable if row.version in released]


def _is_told(event: Event, now: datetime) -> bool:
    return EventKind(event.happening) in _OF_RELEASE and event.effective_at <= now


def _happened(event: Event, goes_on: str) -> Happened:
    kind = EventKind(event.happening)
    return Happened(
        kind=kind,
        version=event.version,
        at=event.recorded_at,
        by=event.recorded_by,
        reason=event.reason,
        effective_at=event.effective_at,
        entry=event.entry,
        other=goes_on if kind is EventKind.MERGE else event.other,
    )


def _absent(kind: str, key: str) -> UnknownName:
    return UnknownName(f"the register holds no such {kind}", where=key, remedy="Look at the key")
