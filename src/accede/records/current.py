"""Which versions are current in a view. Three clocks: recorded at, released at, and (in the folds above) as of."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from accede.records.columns import columns_of
from accede.records.models import Event, EventKind, Version
from accede.records.values import SHIPPED, Evidence, View
from accede.vocabulary.sources import Classification

F = TypeVar("F")


def current(model: type[Version], view: View, **filters: Any) -> list[Evidence[Any]]:
    """Current evidence of a kind, in the order of recording, in one query.

    `filters` are conditions on columns of the fact (`treaty="apmbc"`), met by the current version.
    """
    return evidence_in(model, selected(model, view, **filters))


def evidence_in(model: type[Version], versions: QuerySet[Version]) -> list[Evidence[Any]]:
    """Rows of a kind as evidence, in the order of recording."""
    columns = columns_of(model.fact)
    names = [column.name for column in columns]
    rows = versions.order_by("id").values_list(*_AROUND, *names)
    classes = {str(member): member for member in Classification}
    fact = model.fact
    return [
        Evidence(
            key=row[0],
            version=row[1],
            recorded_at=row[2],
            recorded_by=row[3],
            reason=row[4],
            source=row[5],
            locator=row[6],
            classification=classes[row[7]],
            fact=fact(**{c.name: c.restore(stored) for c, stored in zip(columns, row[8:], strict=True)}),
        )
        for row in rows
    ]


def fact_of(row: Version) -> Any:
    """What a row says; of a roll call all but its ballots."""
    return row.fact(**{column.name: column.restore(getattr(row, column.name)) for column in columns_of(row.fact)})


_AROUND = ("key", "version", "recorded_at", "recorded_by", "reason", "source", "locator", "classification")


def selected(model: type[Version], view: View, **filters: Any) -> QuerySet[Version]:
    """The current versions in a view, as a query."""
    rows: QuerySet[Version] = model.objects.filter(**filters)  # type: ignore[attr-defined]
    if view.sources is not None:
        rows = rows.filter(source__in=view.sources)
    if view.classes is not None:
        rows = rows.filter(classification__in=view.classes)
    versions: QuerySet[Version] = model.objects.filter(key=OuterRef("key"), version__gt=OuterRef("version"))  # type: ignore[attr-defined]
    rows = rows.filter(~Exists(_events(model, _ENDS, view).filter(version__gte=OuterRef("version"))))
    if view.public:
        return rows.filter(_released(model, view), ~Exists(versions.filter(_released(model, view))))
    if view.accepted:
        is_accepted = _accepted(model, view)
        return rows.filter(is_accepted, ~Exists(versions.filter(is_accepted)))
    return rows.filter(~Exists(versions.filter(recorded_at__lte=view.known_on)), recorded_at__lte=view.known_on)


def choices(view: View) -> dict[str, str]:
    """Topic to the key a person chose between contradictions; the newest choice stands."""
    return judgements(view)[0]


def judgements(view: View) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What was chosen (see `choices`), and of merged records kind and key to the key they go on under; one query."""
    kinds = (EventKind.CHOICE, EventKind.MERGE)
    events = Event.objects.filter(happening__in=kinds, recorded_at__lte=view.known_on).order_by("id")
    if view.public:  # what was never released takes the place of no choice that was
        released = Event.objects.filter(
            happening=EventKind.RELEASE,
            record=OuterRef("record"),
            key=OuterRef("key"),
            effective_at__lte=view.known_on,
        )
        events = events.filter(Exists(released))
    chosen: dict[str, str] = {}
    merged: dict[tuple[str, str], str] = {}
    for happening, record, key, other in events.values_list("happening", "record", "key", "other"):
        if happening == EventKind.CHOICE:
            chosen[other] = key
        else:  # what was merged into it before goes on with it
            merged |= {named: other for named, at in merged.items() if named[0] == record and at == key}
            merged[record, key] = other
    return chosen, merged


_ENDS = (EventKind.RETRACTION, EventKind.MERGE)


def _events(model: type[Version], kinds: tuple[EventKind, ...], view: View) -> QuerySet[Event]:
    return Event.objects.filter(
        record=model.record_kind(),
        key=OuterRef("key"),
        happening__in=kinds,
        recorded_at__lte=view.known_on,
        effective_at__lte=view.known_on,
    )


def _released(model: type[Version], view: View) -> Q:
    """Whether a version was public on the view's instant: classed public, released, not withdrawn since."""
    withdrawn = Event.objects.filter(
        record=model.record_kind(),
        key=OuterRef("key"),
        version=OuterRef("version"),
        happening=EventKind.WITHDRAWAL,
        effective_at__lte=view.known_on,
        id__gt=OuterRef("id"),
    )
    released = _events(model, (EventKind.RELEASE,), view).filter(~Exists(withdrawn), version=OuterRef("version"))
    found = Q(Exists(released.filter(Exists(_for_readers(model, view)))))
    for version, keys in _also(model, view).items():
        found |= Q(version=version, key__in=keys, classification__in=view.readers)
    return found


def _also(model: type[Version], view: View) -> dict[int, list[str]]:
    """The keys that count as released beside, by number of their version."""
    found: dict[int, list[str]] = {}
    for kind, key, version in sorted(view.also_released):
        if kind == model.record_kind():
            found.setdefault(version, []).append(key)
    return found


def _for_readers(model: type[Version], view: View) -> QuerySet[Version]:
    versions: QuerySet[Version] = model.objects.filter(  # type: ignore[attr-defined]
        key=OuterRef("key"), version=OuterRef("version"), classification__in=view.readers
    )
    return versions


def _accepted(model: type[Version], view: View) -> Q:
    """Whether a second person had accepted a version by the view's instant, or it came with the programme."""
    decided = Event.objects.filter(
        record=model.record_kind(),
        key=OuterRef("key"),
        version=OuterRef("version"),
        happening__in=(EventKind.ACCEPTANCE, EventKind.RELEASE),
        recorded_at__lte=view.known_on,
    )
    return Q(recorded_at__lte=view.known_on) & (Q(recorded_by=SHIPPED) | Q(Exists(decided)))
