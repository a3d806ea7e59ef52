"""After a restore: letters that waited when the backup was made may have gone since, so they wait for a person now."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_noop

from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.sending.changes import change
from accede.outreach.sending.held import waiting
from accede.records.jobs import OURSELVES

BACKUP = gettext_noop("It waited when the backup was made that took the place of the register. It may have gone since.")


def doubt_what_waited() -> int:
    """Let what is QUEUED count as offered, as by a process that is gone; returns how much that was.

    The Message-ID is the one under which it went, if it went: a copy in our own mailbox is found by it.
    """
    found = list(waiting())
    for each in found:
        _doubt(each)
    return len(found)


def _doubt(delivery: Delivery) -> None:
    change(
        delivery,
        DeliveryState.OFFERED,
        seen=(DeliveryState.QUEUED,),
        by=OURSELVES,
        words=BACKUP,
        offered_at=delivery.offered_at or delivery.queued_at,
        is_copied=bool(settings.ACCEDE_OUTREACH_ADDRESS),
        not_before=None,
    )
