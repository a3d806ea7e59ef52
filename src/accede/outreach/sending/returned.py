"""A report of the mail service says that a letter did not arrive: the log of the letter says so too.

The server that we gave it to took it, and another one further on could not deliver it. The letter stays *sent*: whoever got it
could write such a report, so a person decides, and sends it to another contact.
"""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_noop

from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.sending.changes import log

RETURNED = gettext_noop("Not delivered")
BY = "mail service"


def note_returned(message_ids: Collection[str], marked: Delivery | None) -> int:
    """Note it at the deliveries with these Message-IDs, and at the one whose address for answers was written to (`marked`).

    Returns how many are noted now: each is once, and only where the mail server had taken it.
    """
    taken = Delivery.objects.filter(state=DeliveryState.TAKEN.value)
    found = {each.pk: each for each in taken.filter(message_id__in=list(message_ids))}
    if marked is not None and marked.state == DeliveryState.TAKEN.value:
        found[marked.pk] = marked
    new = [each for each in found.values() if not each.entries.filter(words=RETURNED).exists()]
    for each in new:
        Delivery.objects.filter(pk=each.pk).update(answer=RETURNED)
        log(each, DeliveryState.TAKEN, by=BY, words=RETURNED)
    return len(new)


__all__ = ["RETURNED", "note_returned"]
