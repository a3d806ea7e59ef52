"""The audit trail, searched: who did what when and why, and which rows were written with an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from accede.records.guard import guarded_models
from accede.records.models import MODEL_OF_FACT, Appended, AuditEntry, Event, Version
from accede.records.reference import model_of
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.sources import Classification

MOST_ROWS = 15
"""Rows of one kind of an entry that are named; a load has thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for in the trail: who, with which verb, with these words in the reason, on which days (UTC, inclusive)."""

    who: str = ""
    verb: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that was written with an entry: a version of a record, or what happened to one (`happening`)."""

    kind: str
    key: str
    version: int
    happening: str = ""
    other: str = ""
    reason: str = ""
    classification: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one kind: how many, and the first of them."""

    number: int
    first: tuple[Row, ...]


def found(search: Search, classes: frozenset[Classification]) -> QuerySet[AuditEntry]:
    """The entries that answer to the search, the newest first; words are looked for in the reasons that these readers see.

    `is_closed` of an entry says whether its reason is for others.
    """
    is_closed = closed_to(classes)
    entries = AuditEntry.objects.order_by("-number").annotate(
        is_closed=Case(When(is_closed, then=Value(value=True)), default=Value(value=False))
    )
    if search.who:
        entries = entries.filter(actor=search.who)
    if search.verb:
        entries = entries.filter(verb=search.verb)
    if search.words:
        asked = (Q(reason__icontains=search.words) & ~is_closed) | Q(actor__icontains=search.words)
        if search.words.isdecimal() and len(search.words) < 19:
            asked |= Q(number=int(search.words))
        entries = entries.filter(asked)
    if search.since:
        entries = entries.filter(at__gte=_begin(search.since))
    if search.until and search.until < date.max:
        entries = entries.filter(at__lt=_begin(search.until + timedelta(days=1)))
    return entries


def closed_to(classes: frozenset[Classification]) -> Q:
    """Entries that wrote something of a version which is for other readers: their reasons may tell of it."""
    closed = Q(pk__in=())
    for model in MODEL_OF_FACT.values():
        others = model.objects.exclude(classification__in=classes)  # type: ignore[attr-defined]
        if others.exists():
            of_event = others.filter(key=OuterRef("key"), version=OuterRef("version"))
            events = Event.objects.filter(Exists(of_event), record=model.record_kind())
            closed |= Q(number__in=others.values("entry")) | Q(number__in=events.values("entry"))
    return closed


def entry(number: int) -> AuditEntry:
    """The entry of this number. Raises UnknownName."""
    held = AuditEntry.objects.filter(number=number).first() if number < 2**63 else None
    if held is None:
        raise UnknownName("the audit trail has no such entry", where=str(number), remedy="Look at the list")
    return held


def persons() -> tuple[str, ...]:
    """Everybody who is named in the trail."""
    return tuple(AuditEntry.objects.order_by("actor").values_list("actor", flat=True).distinct())


def verbs() -> tuple[str, ...]:
    """What was done so far."""
    return tuple(AuditEntry.objects.order_by("verb").values_list("verb", flat=True).distinct())


def rows_of(number: int) -> dict[str, Rows]:
    """What was written with an entry, by kind of record; two queries a kind."""
    return dict(_rows_of(number))


def _rows_of(number: int) -> Iterator[tuple[str, Rows]]:
    for model in guarded_models():
        if not issubclass(model, Appended):
            continue
        rows = model.objects.filter(entry=number).order_by("id")  # type: ignore[attr-defined]
        first = list(rows[:MOST_ROWS])
        if not first:
            continue
        count = len(first) if len(first) < MOST_ROWS else rows.count()
        kind = (
            "event" if model is Event else model.record_kind() if issubclass(model, Version) else model._meta.db_table
        )
        yield kind, Rows(number=count, first=tuple(_row(each) for each in first))


def _row(row: Appended) -> Row:
    match row:
        case Event():
            return Row(
                kind=row.record,
                key=row.key,
                version=row.version,
                happening=row.happening,
                other=row.other,
                reason=row.reason,
                classification=_class_of(row),
            )
        case Version():
            return Row(
                kind=row.record_kind(),
                key=row.key,
                version=row.version,
                reason=row.reason,
                classification=row.classification,
            )
    return Row(kind=row._meta.db_table, key=str(row.id), version=0, reason=row.reason)


def _class_of(event: Event) -> str:
    """How the version is classed that the event is about."""
    versions = model_of(event.record).objects.filter(key=event.key, version=event.version)  # type: ignore[attr-defined]
    return versions.values_list("classification", flat=True).first() or ""


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
