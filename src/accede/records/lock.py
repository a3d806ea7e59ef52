"""One writer at a time, and an instant that never goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection

from accede.records.models import AuditEntry
from accede.records.values import SHIPPED

_ADVISORY_LOCK = 0x4143434544  # "ACCED"


def take_write_lock() -> None:
    """Take the lock for this transaction. On SQLite every transaction holds it since its beginning (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])


def head() -> AuditEntry | None:
    """The newest audit entry, None in an empty register."""
    return AuditEntry.objects.order_by("-number").first()


def last_load() -> AuditEntry | None:
    """The newest entry by which shipped facts came in; its reason says of which data release, and by which version."""
    return AuditEntry.objects.filter(actor=SHIPPED, verb="load").order_by("-number").first()


def next_instant(last: AuditEntry | None) -> datetime:
    """Now, but later than the last entry even if the machine's clock went back."""
    now = datetime.now(UTC)
    return now if last is None else max(now, last.at + timedelta(microseconds=1))


def clock_is_behind() -> timedelta:
    """By how much the clock of this machine is behind the newest entry; none where it is not.

    What is recorded meanwhile gets the instants that follow in the chain, and is seen by who asks when the clock has reached
    them. Nothing is shown earlier for it: an embargo would end with it.
    """
    last = head()
    return max(timedelta(0), last.at - datetime.now(UTC)) if last else timedelta(0)
