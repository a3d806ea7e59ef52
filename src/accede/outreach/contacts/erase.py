"""Erase a person, or a post: the contact, and what else tells of it. What was proved by a digest stays proved.

Of letters that went only the address goes, in the row and in what the mail server said: the salted digest stays, so that who shows
the address can still be told whether the letter went there. Of mail that came in the sender goes; its file goes too where that is
asked for and no source rests on it. The log tells that a contact was erased, by whom and when, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F

from accede.accounts.actor import Actor
from accede.outreach.contacts.log import note
from accede.outreach.contacts.queries import contact_held, must_work_with, today
from accede.outreach.contacts.traces import FREE, WAITS, Traces, traces_by, traces_of
from accede.outreach.models import (
    Contact,
    ContactHappening,
    Delivery,
    DeliveryEntry,
    DeliveryState,
    Incoming,
    Submission,
)
from accede.vocabulary.errors import Refused

FILES = "mail"


@dataclass(frozen=True, slots=True)
class Erased:
    """How much went: contacts, addresses of letters, senders of messages, files of messages, names under forms."""

    contacts: int = 0
    deliveries: int = 0
    messages: int = 0
    files: int = 0
    submissions: int = 0

    def __add__(self, other: Erased) -> Erased:
        return Erased(
            self.contacts + other.contacts,
            self.deliveries + other.deliveries,
            self.messages + other.messages,
            self.files + other.files,
            self.submissions + other.submissions,
        )


def erase(actor: Actor, number: int, *, expected_version: int, with_files: bool = False) -> Erased:
    """Erase a contact and what else tells of it. There is no way back.

    Raises NotAllowed, UnknownName; Refused where a letter waits to be sent there, and where somebody changed it meanwhile.
    """
    held = contact_held(actor, number)
    if held.version != expected_version:
        raise Refused(
            f"{held.changed_by} changed it meanwhile", where=held.organization, remedy="Look at it again first"
        )
    return _erase(actor, traces_of(actor, held), with_files=with_files)


def erase_person(actor: Actor, *, email: str = "", person: str = "", with_files: bool = False) -> Erased:
    """Erase whoever has this address or this whole name, also where nobody kept a contact. Raises as `erase`."""
    return _erase(actor, traces_by(actor, email=email, person=person), with_files=with_files)


def due(actor: Actor) -> tuple[Contact, ...]:
    """Those that are to be looked at again today, the longest due first. Raises NotAllowed."""
    must_work_with(actor)
    return tuple(Contact.objects.filter(keep_until__lte=today()).order_by("keep_until", "state", "pk"))


def erase_due(actor: Actor, chosen: Iterable[tuple[int, int]]) -> tuple[Erased, tuple[Contact, ...]]:
    """Erase these of the contacts that are due, given by number and version as they were read.

    Returns how much went, and those that stay: changed meanwhile, not due any more, or a letter waits to be sent there.
    Raises NotAllowed.
    """
    wanted = set(chosen)
    gone, stay = Erased(), []
    for held in due(actor):
        if held.pk not in {number for number, _ in wanted}:
            continue
        try:
            if (held.pk, held.version) not in wanted:
                raise Refused("it was changed meanwhile", where=held.organization, remedy="Look at it again")
            gone += _erase(actor, traces_of(actor, held), with_files=False)
        except Refused:
            stay.append(held)
    return gone, tuple(stay)


def _erase(actor: Actor, found: Traces, *, with_files: bool) -> Erased:
    with transaction.atomic():
        deliveries = list(Delivery.objects.select_for_update().filter(pk__in=found.deliveries))
        waiting = sorted(each.letter for each in deliveries if DeliveryState(each.state) in WAITS)
        if waiting:
            raise Refused(
                "a letter waits to be sent to this address",
                where=", ".join(waiting),
                remedy="Cancel it, or wait until it has gone",
            )
        for each in deliveries:
            each.address, each.answer = "", ""
            each.save(update_fields=["address", "answer"])
        DeliveryEntry.objects.filter(delivery__in=deliveries).exclude(words="").update(words="")
        came = Incoming.objects.filter(pk__in=found.messages)
        came.update(sender="", sender_name="", version=F("version") + 1)
        files = _files_of(found) if with_files else {}
        # As `replies.erase` leaves it: the row stays, so that the same message is not fetched again.
        came.filter(pk__in=files).update(
            recipient="",
            subject="",
            note="",
            message_id="",
            in_reply_to="",
            file_name="erased",
            erased_at=datetime.now(UTC),
        )
        submissions = Submission.objects.filter(pk__in=found.submissions).update(filled_by="")
        contacts = list(Contact.objects.filter(pk__in=found.contacts))
        for contact in contacts:
            note(actor, ContactHappening.ERASED, contact)
        if not contacts and found.number:
            note(actor, ContactHappening.ERASED, None)
        Contact.objects.filter(pk__in=found.contacts).delete()
        transaction.on_commit(lambda: _remove(files.values()))
    return Erased(len(contacts), len(deliveries), len(found.messages), len(files), submissions)


def _files_of(found: Traces) -> dict[int, str]:
    """The messages whose files may go, with their hashes: done with, no source and no form rests on them, not gone already."""
    may = Incoming.objects.filter(FREE, pk__in=found.messages, erased_at=None).values_list("pk", "file_sha256")
    return {number: name for number, name in may if not Submission.objects.filter(files__contains=name).exists()}


def _remove(hashes: Iterable[str]) -> None:
    for name in hashes:
        (Path(settings.ACCEDE_HOME) / FILES / name).unlink(missing_ok=True)
