"""A person decides: what is not to be sent after all, and what became of a letter of which nobody knows whether it was taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils.translation import gettext_noop

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.replies.copies import has_copy
from accede.outreach.rounds.held import IN_WORK
from accede.outreach.rounds.keys import round_of
from accede.outreach.rounds.told import tell_round
from accede.outreach.sending import settle
from accede.outreach.sending.changes import change
from accede.outreach.sending.held import SETTLED, delivery_held, is_doubtful
from accede.vocabulary.errors import Refused

CANCELLED = gettext_noop("Somebody cancelled it.")
IT_WENT = gettext_noop("Somebody found that it had gone.")
SEND_IT = gettext_noop("Somebody found that it had not gone.")


def cancel(actor: Actor, numbers: Iterable[int]) -> int:
    """Cancel deliveries that wait; returns how many still did. What was offered cannot be called back. Raises NotAllowed."""
    actor.must(Verb.RECORD, IN_WORK, where="letters")
    waiting = Delivery.objects.filter(pk__in=list(numbers), state=DeliveryState.QUEUED.value)
    seen = (DeliveryState.QUEUED,)
    return sum(change(each, DeliveryState.CANCELLED, seen=seen, by=actor.name, words=CANCELLED) for each in waiting)


def it_went(actor: Actor, number: int, *, attempts: int) -> None:
    """Say of a delivery in doubt that the letter went, after so many attempts as were seen: it is taken, and the letter sent.

    Raises NotAllowed, UnknownName; Refused where it is not in doubt, or not any more.
    """
    delivery = _in_doubt(actor, number, attempts)
    if not settle.taken(delivery, by=actor.name, words=IT_WENT):
        raise _moved_on(delivery)
    tell_round(actor, round_of(delivery.letter))


def send_it(actor: Actor, number: int, *, attempts: int) -> None:
    """Say of a delivery in doubt that the letter did not go: it waits to be sent again, under the same Message-ID.

    Ask for the job afterwards. Raises NotAllowed, UnknownName; Refused where it is not in doubt, or not any more, and where our own
    mailbox has the copy: then it went.
    """
    delivery = _in_doubt(actor, number, attempts)
    if delivery.is_copied and has_copy(delivery.message_id):
        settle.taken(delivery, by=actor.name, words=settle.COPY_FOUND)
        tell_round(actor, round_of(delivery.letter))
        raise Refused(
            "the letter went: its copy is in our own mailbox", where=delivery.letter, remedy="Nothing is to do"
        )
    if not change(
        delivery,
        DeliveryState.QUEUED,
        seen=(DeliveryState.OFFERED,),
        attempts_seen=attempts,
        by=actor.name,
        words=SEND_IT,
        not_before=None,
    ):
        raise _moved_on(delivery)


def _in_doubt(actor: Actor, number: int, attempts: int) -> Delivery:
    delivery = delivery_held(actor, number)
    if delivery.state != DeliveryState.OFFERED.value or delivery.attempts != attempts:
        raise _moved_on(delivery)
    if not is_doubtful(delivery, datetime.now(UTC)):
        raise Refused(
            "the letter is being given to the mail server at this moment",
            where=delivery.letter,
            remedy=f"Wait {SETTLED.seconds // 60} minutes, and look again",
        )
    return delivery


def _moved_on(delivery: Delivery) -> Refused:
    delivery.refresh_from_db()
    return Refused(
        f"it is not in doubt any more: {DeliveryState(delivery.state).label}",
        where=delivery.letter,
        remedy="Look at it again",
    )
