"""The secret address of somebody's calendar: made, ended, found. It is told once and kept as its SHA-256 alone."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from django.db import transaction

from accede.accounts.actor import Actor
from accede.outreach.models import CalendarAddress
from accede.outreach.tasks.held import must_work

OFTEN = timedelta(hours=1)
"""That it is read is noted at most so often."""


def make_address(actor: Actor, *, tells_words: bool = False) -> str:
    """Make the person's address anew, which ends the one before; returns the secret of it, known now and never again.

    `tells_words`: the calendar has the words of tasks and promises, not only of what kind they are. Raises NotAllowed.
    """
    must_work(actor)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarAddress.objects.update_or_create(
            username=actor.name,
            defaults={
                "token_hash": hashed(token),
                "made_at": datetime.now(UTC),
                "read_at": None,
                "tells_words": tells_words,
            },
        )
    return token


def end_address(actor: Actor) -> bool:
    """End the person's address; whether there was one."""
    deleted, _ = CalendarAddress.objects.filter(username=actor.name).delete()
    return bool(deleted)


def address_held(actor: Actor) -> CalendarAddress | None:
    """The person's address, without its secret."""
    return CalendarAddress.objects.filter(username=actor.name).first()


def found_by(token: str) -> CalendarAddress | None:
    """The address with this secret; None for any other, whatever it is."""
    return CalendarAddress.objects.filter(token_hash=hashed(token)).first()


def note_read(address: CalendarAddress, now: datetime) -> None:
    """Note that it was read, so that its owner sees whether anybody does."""
    if address.read_at is None or now - address.read_at > OFTEN:
        CalendarAddress.objects.filter(pk=address.pk).update(read_at=now)


def hashed(token: str) -> str:
    """What is kept of a secret that is random and long."""
    return hashlib.sha256(token.encode()).hexdigest()
