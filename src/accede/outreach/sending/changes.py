"""How a delivery changes: the row and the line of the log in one transaction, and only where it still is as it was seen."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from accede.outreach.models import Delivery, DeliveryEntry, DeliveryState

LONGEST = 500
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def change(
    delivery: Delivery,
    to: DeliveryState,
    *,
    seen: Collection[DeliveryState],
    attempts_seen: int | None = None,
    by: str,
    words: str = "",
    **columns: Any,
) -> bool:
    """Bring a delivery from a state in which it was `seen` (after so many attempts) to another and log it; whether it still was so.

    Two who want to change the same row: one of them gets True. `columns` are set with it.
    """
    at = datetime.now(UTC)
    if to in (DeliveryState.TAKEN, DeliveryState.REFUSED, DeliveryState.CANCELLED):
        columns["ended_at"] = at
    with transaction.atomic():
        rows = Delivery.objects.filter(pk=delivery.pk, state__in=[state.value for state in seen])
        if attempts_seen is not None:
            rows = rows.filter(attempts=attempts_seen)
        if not rows.update(state=to.value, answer=words, **columns):
            return False
        log(delivery, to, by=by, words=words, at=at)
    return True


def log(delivery: Delivery, state: DeliveryState, *, by: str, words: str = "", at: datetime | None = None) -> None:
    """Add a line to the log of a delivery."""
    DeliveryEntry.objects.create(delivery=delivery, at=at or datetime.now(UTC), state=state.value, by=by, words=words)


def told(answer: object) -> str:
    """What a server said, on one line and no longer than a line should be."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return _UNPRINTABLE.sub(" ", text).strip()[:LONGEST]
