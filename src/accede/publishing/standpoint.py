"""From which instant the public sees the register: the last one at which anything public changed.

A public answer is a function of this instant and of the day asked for, so that the same address gives the same bytes until
something is released. What is recorded and not released moves nothing, and so tells nobody that somebody was at work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import accumulate

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from accede.records.lock import head
from accede.records.models import MODEL_OF_FACT, AuditEntry, Event, EventKind, Version
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
class _Group:
    """Public changes of one kind of record with the same instants: as a rule those of one write."""

    record: str
    effective_at: datetime
    recorded_at: datetime
    number: int


@dataclass(frozen=True)
class _Seen:
    """Every public change, as found at a head of the audit chain (`entry` is its number); it holds until something is written.

    The changes are added up once in the order in which they took effect, so that any instant is answered without the database.
    """

    head: str
    entry: int
    looked_at: datetime
    groups: tuple[_Group, ...]

    @cached_property
    def _effective(self) -> list[datetime]:
        return [each.effective_at for each in self.groups]

    @cached_property
    def _recorded(self) -> list[datetime]:
        """By then the newest instant of recording."""
        return list(accumulate((each.recorded_at for each in self.groups), max))

    @cached_property
    def _number(self) -> list[int]:
        return list(accumulate(each.number for each in self.groups))

    def at(self, at: datetime, today: date) -> Standpoint:
        """The standpoint at an instant."""
        past = bisect_right(self._effective, at)
        if not past:
            return Standpoint(FIRST, 0, today)
        instants = [each for each in (self._effective[past - 1], self._recorded[past - 1]) if each <= at]
        return Standpoint(max(instants, default=FIRST), self._number[past - 1], today)

    def is_under_embargo(self) -> bool:
        """Whether something was to become public after the look."""
        return bool(self.groups) and self.groups[-1].effective_at > self.looked_at

    def of_kinds(self, known_on: datetime) -> dict[str, Mark]:
        """By kind of record, what had taken effect by an instant and was recorded by then: how much, and the last of it."""
        found: dict[str, Mark] = {}
        for each in self.groups[: bisect_right(self._effective, known_on)]:
            if each.recorded_at <= known_on:
                number, recorded, _ = found.get(each.record, (0, each.recorded_at, each.effective_at))
                found[each.record] = (number + each.number, max(recorded, each.recorded_at), each.effective_at)
        return found


Mark = tuple[int, datetime, datetime]
"""Number of changes, and the last instants of recording and of effect."""

FIRST = datetime.min.replace(tzinfo=UTC)
"""The instant of a register in which nothing was ever public."""

_seen: list[_Seen] = []
"""The newest finding of this process; at most one."""


def standpoint(now: datetime | None = None) -> Standpoint:
    """The standpoint at an instant (default: now); one query where nothing was written since the last call."""
    at = now or datetime.now(UTC)
    return _found(at).at(at, at.date())


def earlier(instant: datetime, today: date) -> Standpoint:
    """The standpoint at an instant that has passed, for what was public then."""
    return _found(datetime.now(UTC)).at(instant, today)


def changes_by_kind(at: Standpoint) -> Mapping[str, Mark]:
    """What a standpoint has seen of public changes of each kind of record: while it is the same, what is public of it is too."""
    return _found(datetime.now(UTC)).of_kinds(at.known_on)


def _found(at: datetime) -> _Seen:
    """Every public change as of the head of the audit chain; looked for anew, or further, where something was written."""
    newest = head()
    mark, number = (newest.hash, newest.number) if newest else ("", 0)
    seen = _seen[0] if _seen else None
    if seen is None or seen.head != mark:
        seen = (_looked_further(seen, mark, number, at) if seen else None) or _looked(mark, number, at)
        _seen[:] = [seen]
    return seen


def _looked(mark: str, number: int, at: datetime) -> _Seen:
    return _Seen(mark, number, at, _groups(_public_events(_for_fewer(MODEL_OF_FACT.values(), is_asked_first=True))))


def _looked_further(seen: _Seen, mark: str, number: int, at: datetime) -> _Seen | None:
    """What was seen with what was written since, of which alone the events are read; None where all must be looked at again.

    That is where the chain does not go on from what was seen (a restore), where something was under embargo then, which may
    have been ended since, and where something is recorded for an instant before, as a newer release of the shipped data is.
    """
    if seen.is_under_embargo() or not AuditEntry.objects.filter(number=seen.entry, hash=seen.head).exists():
        return None
    written = Event.objects.filter(entry__gt=seen.entry)
    kinds = set(
        written.filter(happening__in=_CHANGES).values_list("record", flat=True)
    )  # DISTINCT would read every event
    if not kinds:
        return _Seen(mark, number, at, seen.groups)
    if seen.groups and written.filter(effective_at__lte=seen.groups[-1].effective_at).exists():
        return None
    models = [model for model in MODEL_OF_FACT.values() if model.record_kind() in kinds]
    groups = _groups(_public_events(_for_fewer(models)).filter(entry__gt=seen.entry))
    return _Seen(mark, number, at, (*seen.groups, *groups))


def _groups(events: QuerySet[Event]) -> tuple[_Group, ...]:
    together = ("record", "effective_at", "recorded_at")
    rows = events.values_list(*together).annotate(number=Count("id")).order_by("effective_at", "recorded_at", "record")
    return tuple(_Group(*row) for row in rows)


_CHANGES = (EventKind.RELEASE, EventKind.WITHDRAWAL, EventKind.RETRACTION, EventKind.MERGE, EventKind.CHOICE)
"""Kinds of event that can change a public answer."""


def _public_events(for_fewer: Q) -> QuerySet[Event]:
    """What can change a public answer. A retraction or a choice counts where the record was released at some time.

    A release to fewer readers (`for_fewer`), and what becomes of such a record, tells the public nothing, not even that it
    happened.
    """
    of_same = Event.objects.filter(record=OuterRef("record"), key=OuterRef("key"))
    # What somebody put under embargo and took out of it, or ended, before the embargo ended was never public.
    undone = of_same.filter(id__gt=OuterRef("id"), effective_at__lte=OuterRef("effective_at")).filter(
        Q(happening=EventKind.WITHDRAWAL, version=OuterRef("version"))
        | Q(happening__in=(EventKind.RETRACTION, EventKind.MERGE), version__gte=OuterRef("version"))
        | Q(happening=EventKind.RELEASE, version=OuterRef("version"))
    )
    came = Q(happening=EventKind.RELEASE) & ~for_fewer & ~(Q(effective_at__gt=F("recorded_at")) & Exists(undone))
    seen = of_same.filter(came, id__lt=OuterRef("id"), effective_at__lte=OuterRef("effective_at"))
    return Event.objects.filter(
        came
        | Q(happening__in=(EventKind.RETRACTION, EventKind.MERGE, EventKind.CHOICE)) & Exists(seen)
        | Q(happening=EventKind.WITHDRAWAL) & Exists(seen.filter(version=OuterRef("version")))
    )


def _for_fewer(models: Iterable[type[Version]], *, is_asked_first: bool = False) -> Q:
    """Events of versions that are classed for others than the public.

    `is_asked_first`: most kinds have none, and each would be looked up for every event; so that is asked once a kind.
    """
    found = Q(pk__in=())
    for model in models:
        fewer = model.objects.exclude(classification=Classification.PUBLIC)  # type: ignore[attr-defined]  # each kind has its manager
        if not is_asked_first or fewer.exists():
            of_event = fewer.filter(key=OuterRef("key"), version=OuterRef("version"))
            found |= Q(Exists(of_event), record=model.record_kind())
    return found
