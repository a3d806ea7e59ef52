"""Take in rows of a sheet that were looked at, and take that back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from accede.accounts.actor import Actor
from accede.outreach.contacts.compare import Compared, Verdict
from accede.outreach.contacts.keep import add, change, new_batch
from accede.outreach.contacts.log import note
from accede.outreach.contacts.queries import must_work_with
from accede.outreach.models import Contact, ContactEntry, ContactHappening, Delivery
from accede.vocabulary.errors import Refused, UnknownName


@dataclass(frozen=True, slots=True)
class Taken:
    """How many were added and changed; `batch` is by what it can be taken back."""

    added: int
    changed: int
    batch: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many of those added went; `stay` are those that somebody changed or wrote to since, `changed` were changed by it."""

    gone: int
    stay: int
    changed: int


def take_in(actor: Actor, rows: Sequence[Compared], chosen: Collection[str]) -> Taken:
    """Add and change what the chosen marks stand for, all or nothing.

    Raises NotAllowed; Refused where nothing is chosen, and where a mark stands for nothing any more since somebody changed what it
    was compared with.
    """
    must_work_with(actor)
    wanted = [row for row in rows if row.mark in chosen and row.verdict in (Verdict.NEW, Verdict.CHANGED)]
    if not chosen:
        raise Refused("nothing is ticked", where="the sheet", remedy="Tick the lines that are to be taken in")
    if {row.mark for row in wanted} != set(chosen):
        raise Refused("what it was compared with has changed", where="the sheet", remedy="Look at it again")
    batch, added = new_batch(), 0
    with transaction.atomic():
        for row in wanted:
            assert row.details is not None
            if row.against is None:
                add(actor, row.details, batch=batch, happening=ContactHappening.TAKEN_IN)
                added += 1
            else:
                change(
                    actor,
                    row.against.pk,
                    row.details,
                    expected_version=row.against.version,
                    batch=batch,
                    happening=ContactHappening.TAKEN_IN,
                )
    return Taken(added, len(wanted) - added, batch)


def take_back(actor: Actor, batch: str) -> TakenBack:
    """Remove what was added at once, if nobody changed it since or wrote to it. What was changed stays changed: what stood there
    before is not kept. Raises NotAllowed, UnknownName; Refused for what somebody else did."""
    must_work_with(actor)
    done = list(ContactEntry.objects.filter(batch=batch).order_by("pk")) if batch else []
    if not done:
        raise UnknownName("nothing was added so", where=batch, remedy="Look at the log of contacts")
    if any(entry.actor != actor.name for entry in done):
        raise Refused("somebody else did it", where=done[0].actor, remedy="Ask them, or change it where it stands")
    with transaction.atomic():
        touched = {entry.contact for entry in done if entry.contact is not None}
        held = Contact.objects.select_for_update().filter(pk__in=touched)
        begun = {entry.contact for entry in done if not entry.details}
        written = set(Delivery.objects.filter(contact__in=touched).values_list("contact", flat=True))
        fresh = [one for one in held if one.pk in begun and one.version == 1 and one.pk not in written]
        for one in fresh:
            note(actor, ContactHappening.TAKEN_BACK, one)
            one.delete()
    return TakenBack(len(fresh), len(begun) - len(fresh), len(touched - begun))
