"""What came in: one, those in work, those that are done; and the gate through which each change of a row goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Count, QuerySet

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.models import Incoming, IncomingKind, IncomingState
from accede.records.lock import take_write_lock
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.sources import Classification

BY_MACHINES = (IncomingKind.AUTOMATIC.value, IncomingKind.BOUNCE.value)
OPEN = (IncomingState.HELD.value, IncomingState.MATCHED.value)


def must_read_mail(actor: Actor) -> None:
    """Raises NotAllowed for whoever does not work on letters: mail is for the presidency."""
    actor.must(Verb.RECORD, Classification.PRESIDENCY, where="mail")


def incoming(actor: Actor, number: int) -> Incoming:
    """One that came in. Raises NotAllowed, UnknownName."""
    must_read_mail(actor)
    row = Incoming.objects.filter(pk=number).first()
    if row is None:
        raise UnknownName("nothing came in under this number", where=str(number), remedy="Look at the list")
    return row


def matched(actor: Actor) -> QuerySet[Incoming]:
    """What is matched with a State and waits to be recorded. Raises NotAllowed."""
    must_read_mail(actor)
    return Incoming.objects.filter(state=IncomingState.MATCHED.value)


def unmatched(actor: Actor) -> QuerySet[Incoming]:
    """The holding pen: what waits for somebody to say which State sent it. Raises NotAllowed."""
    must_read_mail(actor)
    return Incoming.objects.filter(state=IncomingState.HELD.value).exclude(kind__in=BY_MACHINES)


def by_machines(actor: Actor, kind: IncomingKind) -> QuerySet[Incoming]:
    """Reports of the mail service, or automatic answers, that nobody has set aside. Raises NotAllowed."""
    must_read_mail(actor)
    return Incoming.objects.filter(state__in=OPEN, kind=kind.value)


def ended(actor: Actor) -> QuerySet[Incoming]:
    """What was recorded or set aside. Raises NotAllowed."""
    must_read_mail(actor)
    return Incoming.objects.exclude(state__in=OPEN)


def answered(actor: Actor, letters: Sequence[str]) -> dict[str, int]:
    """Of these letters, how many messages came in to each that are not recorded yet. Raises NotAllowed."""
    must_read_mail(actor)
    rows = Incoming.objects.filter(state=IncomingState.MATCHED.value, letter__in=letters).exclude(kind__in=BY_MACHINES)
    return dict(rows.values_list("letter").annotate(Count("pk")))


@contextmanager
def changing(actor: Actor, number: int, *, expected_version: int) -> Iterator[Incoming]:
    """A row, held against others until the block ends; all that the block does is kept, or nothing of it.

    The row is saved with its next version. Raises NotAllowed, UnknownName; Refused where somebody else was faster.
    """
    must_read_mail(actor)
    with transaction.atomic():
        take_write_lock()
        row = Incoming.objects.select_for_update().filter(pk=number).first()
        if row is None:
            raise UnknownName("nothing came in under this number", where=str(number), remedy="Look at the list")
        if row.version != expected_version:
            raise Refused("somebody changed it meanwhile", where=str(number), remedy="Look at it again and decide")
        yield row
        row.version += 1
        row.save()


__all__ = ["answered", "by_machines", "changing", "ended", "incoming", "matched", "must_read_mail", "unmatched"]
