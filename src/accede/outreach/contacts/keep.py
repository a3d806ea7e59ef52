"""Add a contact, change it, end its term, keep it longer."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime

from django.db import transaction

from accede.accounts.actor import Actor
from accede.outreach.contacts.details import FIELDS, Details, checked, details_of, values_of
from accede.outreach.contacts.log import note
from accede.outreach.contacts.queries import contact_held, must_work_with, today
from accede.outreach.models import Contact, ContactHappening
from accede.vocabulary.errors import Refused


def new_batch() -> str:
    """What marks those that are added at once, so that it can be taken back."""
    return secrets.token_hex(8)


def add(
    actor: Actor, details: Details, *, batch: str = "", happening: ContactHappening = ContactHappening.ADDED
) -> Contact:
    """Keep a contact. Raises NotAllowed; Refused for what cannot be kept."""
    must_work_with(actor)
    sound = checked(details, today())
    with transaction.atomic():
        made = Contact.objects.create(**values_of(sound), changed_by=actor.name, changed_at=datetime.now(UTC))
        note(actor, happening, made, batch=batch)
    return made


def change(
    actor: Actor,
    number: int,
    details: Details,
    *,
    expected_version: int,
    batch: str = "",
    happening: ContactHappening = ContactHappening.CHANGED,
) -> Contact:
    """Keep what is held of a contact now. What stood there before is not kept: it is personal data.

    Raises NotAllowed, UnknownName; Refused for what cannot be kept, and where somebody else changed it meanwhile.
    """
    sound = checked(details, today())
    with transaction.atomic():
        held = _locked(actor, number, expected_version)
        before = details_of(held)
        changed = [name for name in FIELDS if getattr(before, name) != getattr(sound, name)]
        if not changed:
            return held
        for name, value in values_of(sound).items():
            setattr(held, name, value)
        _save(actor, held)
        note(actor, happening, held, " ".join(changed), batch=batch)
    return held


def set_until(actor: Actor, number: int, until: date | None, *, expected_version: int) -> Contact:
    """Say when the term ends; None takes that back. For a person the day of looking again follows, where that was the usual one.

    Raises NotAllowed, UnknownName; Refused where somebody else changed it meanwhile, and for an end before its beginning.
    """
    before = details_of(contact_held(actor, number))
    ended = replace(before, until=until, keep_until=None if before.is_of_a_person else before.keep_until)
    return change(actor, number, ended, expected_version=expected_version, happening=ContactHappening.ENDED)


def keep_longer(actor: Actor, number: int, until: date, *, expected_version: int) -> Contact:
    """Look at it again on another day. Raises NotAllowed, UnknownName; Refused for a day that has come, and if it was changed."""
    if until <= today():
        raise Refused("this day has come", where="kept until", remedy="Give a later one, or erase the contact")
    kept = replace(details_of(contact_held(actor, number)), keep_until=until)
    return change(actor, number, kept, expected_version=expected_version, happening=ContactHappening.KEPT)


def _locked(actor: Actor, number: int, expected_version: int) -> Contact:
    """The row, held until the transaction ends. Raises NotAllowed, UnknownName, Refused."""
    contact_held(actor, number)
    held = Contact.objects.select_for_update().get(pk=number)
    if held.version != expected_version:
        raise Refused(
            f"{held.changed_by} changed it meanwhile",
            where=held.organization,
            remedy="Look at it again, then change it",
        )
    return held


def _save(actor: Actor, held: Contact) -> None:
    held.version += 1
    held.changed_by, held.changed_at = actor.name, datetime.now(UTC)
    held.save()
