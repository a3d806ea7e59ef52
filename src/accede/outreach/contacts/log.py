"""The log of contacts: who did what when, without personal data."""

from __future__ import annotations

from datetime import UTC, datetime

from accede.accounts.actor import Actor
from accede.outreach.contacts.queries import must_work_with
from accede.outreach.models import Contact, ContactEntry, ContactHappening


def note(
    actor: Actor, happening: ContactHappening, contact: Contact | None, details: str = "", *, batch: str = ""
) -> None:
    """Add to the log. `details` are names of fields, numbers and formats; what stood in a field never goes here."""
    ContactEntry.objects.create(
        at=datetime.now(UTC),
        actor=actor.name[:150],
        happening=happening.value,
        contact=contact.pk if contact else None,
        state=contact.state if contact else "",
        details=details,
        batch=batch,
    )


def entries(
    actor: Actor, *, contact: int | None = None, before: int | None = None, most: int = 100
) -> tuple[ContactEntry, ...]:
    """The newest entries; of one contact, or those before one. Raises NotAllowed."""
    must_work_with(actor)
    found = ContactEntry.objects.order_by("-pk")
    if contact is not None:
        found = found.filter(contact=contact)
    if before is not None:
        found = found.filter(pk__lt=before)
    return tuple(found[:most])
