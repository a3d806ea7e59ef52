"""Signs of life of the register: its chain, its work, its mail, its copies. Numbers and instants alone."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min

from accede.outreach.models import Delivery, DeliveryState, Incoming, IncomingState
from accede.records import witness
from accede.records.last import last
from accede.records.lock import head
from accede.records.models import Job, JobState, Worker
from accede.records.reviewing import Stage, waiting
from accede.workspace.work.backup import backups


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDatabase:
    """What the database tells; instants are None where there is none. `review_since` and `mail_since` are of the oldest one."""

    vendor: str
    entries: int
    written_at: datetime | None
    workers: int
    worker_seen_at: datetime | None
    jobs: Mapping[tuple[str, str], int]
    """How many there are by kind and state; of those that ended, the ones of ninety days."""
    due_since: Mapping[str, datetime]
    """Since when the oldest job of a kind that is due waits."""
    for_review: int
    review_since: datetime | None
    mail_waiting: int
    mail_since: datetime | None
    mail_offered: int
    """Letters of which nobody knows whether the mail server took them."""
    replies_waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDisk:
    """What the folder of the register tells."""

    free: int
    backed_up_at: datetime | None
    verified_at: datetime | None
    verified_ok: bool | None
    noted_at: datetime | None
    """When the witness of the chain was last written to."""


def of_database(now: datetime) -> OfDatabase:
    """Raises the database's own error where it cannot be asked."""
    newest, pending = head(), waiting(Stage.PENDING)
    seen = Worker.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
    of_states = Job.objects.order_by().values_list("kind", "state").annotate(number=Count("pk"))
    due = Job.objects.filter(state=JobState.WAITING.value, not_before__lte=now).order_by()
    queued = Delivery.objects.filter(state=DeliveryState.QUEUED.value).aggregate(
        number=Count("pk"), since=Min("queued_at")
    )
    return OfDatabase(
        vendor=connection.vendor,
        entries=newest.number if newest else 0,
        written_at=newest.at if newest else None,
        workers=Worker.objects.count(),
        worker_seen_at=seen,
        jobs={(kind, state): number for kind, state, number in of_states},
        due_since=dict(due.values_list("kind").annotate(since=Min("not_before"))),
        for_review=len(pending),
        review_since=pending[0].row.recorded_at if pending else None,
        mail_waiting=queued["number"],
        mail_since=queued["since"],
        mail_offered=Delivery.objects.filter(state=DeliveryState.OFFERED.value).count(),
        replies_waiting=Incoming.objects.filter(state=IncomingState.HELD.value).count(),
    )


def of_disk() -> OfDisk:
    """Needs no database."""
    home = Path(settings.ACCEDE_HOME)
    made, held, checked, noted = last("backup"), backups(), last("verify"), witness.path()
    copies = [at for at in (made.at if made else None, held[0].made_at if held else None) if at]
    return OfDisk(
        free=shutil.disk_usage(home).free,
        backed_up_at=max(copies, default=None),
        verified_at=checked.at if checked else None,
        verified_ok=checked.ok if checked else None,
        noted_at=datetime.fromtimestamp(noted.stat().st_mtime, UTC) if noted.exists() else None,
    )
