"""From which instant the public sees the register: the last one at which anything public changed.

A public answer is a function of this instant and of the day asked for, so that the same address gives the same bytes until
something is released. What is recorded and not released moves nothing, and so tells nobody that somebody was at work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet

from accede.records.lock import head
from accede.records.models import MODEL_OF_FACT, Event, EventKind
from accede.records.values import View
from accede.vocabulary.sources import Classification


@dataclass(frozen=True, slots=True)
class Standpoint:
    """`known_on` is the instant of the last public change, `changes` how many there were by then, `today` the day of "today".

    An empty register has `known_on` at the beginning of time.
    """

    known_on: datetime
    changes: int
    today: date

    @property
    def key(self) -> tuple[str, int]:
        """The same as long as nothing public changes."""
        return self.known_on.isoformat(), self.changes

    def view(self, as_of: date | None = None) -> View:
        """The public view of a day; None: today."""
        return View(as_of=as_of or self.today, known_on=self.known_on, public=True)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found at a head of the audit chain; it holds until the next embargo ends."""

    head: str
    known_on: datetime
    changes: int
    next_change: datetime | None


_seen: list[_Seen] = []
"""The newest finding of this process; at most one."""


def standpoint(now: datetime | None = None) -> Standpoint:
    """The standpoint at an instant (default: now); one query where nothing was written since the last call."""
    at = now or datetime.now(UTC)
    newest = head()
    mark = newest.hash if newest else ""
    seen = _seen[0] if _seen else None
    if seen is None or seen.head != mark or at < seen.known_on or (seen.next_change and at >= seen.next_change):
        seen = _look(mark, at)
        _seen[:] = [seen]
    return Standpoint(seen.known_on, seen.changes, at.date())


def earlier(instant: datetime, today: date) -> Standpoint:
    """The standpoint at an instant that has passed, for what was public then; asks the database each time."""
    found = _look("", instant)
    return Standpoint(found.known_on, found.changes, today)


def _look(mark: str, at: datetime) -> _Seen:
    events = _public_events()
    past = events.filter(effective_at__lte=at).aggregate(
        effective=Max("effective_at"), recorded=Max("recorded_at"), number=Count("id")
    )
    ahead = events.filter(effective_at__gt=at).aggregate(first=Min("effective_at"))["first"]
    instants = [instant for instant in (past["effective"], past["recorded"]) if instant is not None and instant <= at]
    return _Seen(mark, max(instants, default=datetime.min.replace(tzinfo=UTC)), past["number"], ahead)


def _public_events() -> QuerySet[Event]:
    """What can change a public answer. A retraction or a choice counts where the record was released at some time.

    A release to fewer readers, and what becomes of such a record, tells the public nothing, not even that it happened.
    """
    for_fewer = _for_fewer()
    releases = Event.objects.filter(happening=EventKind.RELEASE).exclude(for_fewer)
    # What somebody put under embargo and took out of it, or ended, before the embargo ended was never public.
    of_same = Event.objects.filter(record=OuterRef("record"), key=OuterRef("key"))
    undone = of_same.filter(id__gt=OuterRef("id"), effective_at__lte=OuterRef("effective_at")).filter(
        Q(happening=EventKind.WITHDRAWAL, version=OuterRef("version"))
        | Q(happening__in=(EventKind.RETRACTION, EventKind.MERGE), version__gte=OuterRef("version"))
        | Q(happening=EventKind.RELEASE, version=OuterRef("version"))
    )
    came = releases.exclude(Q(effective_at__gt=F("recorded_at")) & Exists(undone))
    seen = of_same.filter(id__lt=OuterRef("id"), effective_at__lte=OuterRef("effective_at"), id__in=came.values("id"))
    ends = Event.objects.filter(
        Q(happening__in=(EventKind.RETRACTION, EventKind.MERGE, EventKind.CHOICE)) & Exists(seen)
        | Q(happening=EventKind.WITHDRAWAL) & Exists(seen.filter(version=OuterRef("version")))
    )
    return Event.objects.filter(Q(id__in=came.values("id")) | Q(id__in=ends.values("id")))


def _for_fewer() -> Q:
    """Events of versions that are classed for others than the public."""
    found = Q(pk__in=())
    for model in MODEL_OF_FACT.values():
        fewer = model.objects.exclude(classification=Classification.PUBLIC)  # type: ignore[attr-defined]  # each kind has its manager
        if fewer.exists():  # asked for first: most kinds have none, and each is looked up for every event
            of_event = fewer.filter(key=OuterRef("key"), version=OuterRef("version"))
            found |= Q(Exists(of_event), record=model.record_kind())
    return found
