"""Letters that went, messages that came and forms that were filled in, of which contacts are told apart."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from accede.outreach.models import (
    Contact,
    Delivery,
    DeliveryEntry,
    DeliveryState,
    Incoming,
    IncomingKind,
    IncomingState,
)

AT = datetime(2018, 3, 5, tzinfo=UTC)
SALT = "salt"


def digest_of(address: str) -> str:
    """As a delivery keeps it."""
    return hashlib.sha256(f"{SALT}{address}".encode()).hexdigest()


def delivered(contact: Contact | None, *, address: str = "", state: DeliveryState = DeliveryState.TAKEN) -> Delivery:
    """A letter on its way to a contact, or to an address alone, with what the server said of it."""
    to = address or (contact.email if contact else "")
    number = Delivery.objects.count() + 1
    made = Delivery.objects.create(
        letter=f"apmbc/round/2018-03-05/{number}",
        contact=contact.pk if contact else None,
        address=to,
        address_digest=digest_of(to),
        salt=SALT,
        message_id=f"<{number}@example.org>",
        state=state.value,
        content_sha256="0" * 64,
        queued_by="ana",
        queued_at=AT,
        answer=f"250 {to} ok",
    )
    DeliveryEntry.objects.create(delivery=made, at=AT, state=state.value, by="ana", words=f"250 {to} ok")
    return made


def came(
    sender: str,
    *,
    name: str = "",
    state: str = "",
    source: str = "",
    stands: IncomingState = IncomingState.ASIDE,
    content: str = "0" * 64,
) -> Incoming:
    """A message that came from an address."""
    return Incoming.objects.create(
        kind=IncomingKind.MESSAGE.value,
        sender=sender,
        sender_name=name,
        subject="Re: a letter",
        came_at=AT,
        came_by="mailbox",
        file_sha256=content,
        content_sha256=content,
        file_name="message.eml",
        state=stands.value,
        of_state=state,
        source=source,
    )
