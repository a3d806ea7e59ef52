"""When each record became public: the third clock, which the register in memory does not carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from accede.publishing.data.seen import Seen
from accede.records.models import Event, EventKind


def released(seen: Seen, kinds: Iterable[str]) -> Mapping[tuple[str, str, int], datetime]:
    """Kind, key and version of each released record to the instant from which it could be seen; one query a standpoint."""
    wanted = tuple(kinds)
    return seen.register.once((released, wanted), lambda: _released(seen.known_on, wanted))


def _released(known_on: datetime, kinds: tuple[str, ...]) -> dict[tuple[str, str, int], datetime]:
    events = Event.objects.filter(
        happening=EventKind.RELEASE, record__in=kinds, recorded_at__lte=known_on, effective_at__lte=known_on
    )
    found: dict[tuple[str, str, int], datetime] = {}
    rows = events.order_by("id").values_list("record", "key", "version", "effective_at", "recorded_at")
    for record, key, version, effective_at, recorded_at in rows:
        found.setdefault((record, key, version), max(effective_at, recorded_at))
    return found
