"""What becomes of a letter that was offered: taken, refused, to be asked for again. Row, log and the letter's step in one write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_noop

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.replies.copies import has_copy
from accede.outreach.rounds.steps import move
from accede.outreach.sending.changes import change, log
from accede.outreach.sending.held import doubtful as in_doubt
from accede.outreach.sending.held import letter_now
from accede.records.lock import take_write_lock
from accede.vocabulary.errors import AccedeError
from accede.vocabulary.letters import LetterStep

CHANNEL = "e-mail"
WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720))
"""How long to wait for a server that took a letter not yet; after the last it counts as refused."""
COPY_FOUND = gettext_noop("A copy is in our own mailbox.")


def taken(delivery: Delivery, *, by: str, words: str) -> bool:
    """The mail server took it: the letter is sent. Whether that was new.

    It holds whatever was decided meanwhile, for the letter has gone; and it holds where the step of the letter cannot be recorded.
    """
    with transaction.atomic():
        take_write_lock()
        open_still = (DeliveryState.OFFERED, DeliveryState.QUEUED)
        if not change(delivery, DeliveryState.TAKEN, seen=open_still, by=by, words=words):
            return False
        record_sent(delivery)
    return True


def refused(delivery: Delivery, seen: DeliveryState, *, by: str, words: str) -> bool:
    """The mail server never takes it; whether it still was as it was `seen`."""
    return change(
        delivery, DeliveryState.REFUSED, seen=(seen,), attempts_seen=_attempts(delivery, seen), by=by, words=words
    )


def put_off(delivery: Delivery, seen: DeliveryState, *, by: str, words: str, attempts: int) -> bool:
    """The mail server does not take it now, after so many attempts: it is asked again later, and at last counts as refused."""
    if attempts > len(WAITS):
        return refused(delivery, seen, by=by, words=words)
    not_before = datetime.now(UTC) + WAITS[attempts - 1]
    columns = {"attempts": attempts, "not_before": not_before}
    tried = _attempts(delivery, seen)
    return change(delivery, DeliveryState.QUEUED, seen=(seen,), attempts_seen=tried, by=by, words=words, **columns)


def _attempts(delivery: Delivery, seen: DeliveryState) -> int:
    """The attempts that the row tells, where nobody but us has had it since it was read: ours counts from OFFERED on."""
    return delivery.attempts + (seen is DeliveryState.OFFERED)


def by_copies() -> tuple[int, int]:
    """Look in our own mailbox for copies of those in doubt: how many it has, and of how many it has none.

    Of those it has, the server took the letter. Those it has not stay in doubt: a copy may be late, and a person decides.
    """
    found = missing = 0
    for each in in_doubt(datetime.now(UTC)).filter(is_copied=True):
        held = has_copy(each.message_id)
        if held is None:  # nobody can tell now
            break
        if held:
            found += taken(each, by=each.queued_by, words=COPY_FOUND)
        else:
            missing += 1
            Delivery.objects.filter(pk=each.pk).update(looked_at=datetime.now(UTC))
    return found, missing


def sender_of(delivery: Delivery) -> Actor:
    """Whoever queued it, as the one who sends it: what was allowed when they asked for it is done in their name."""
    return Actor(delivery.queued_by, frozenset({Role.DRAFTER}))


def record_sent(delivery: Delivery) -> None:
    """Record that the letter was sent, with the file and the Message-ID, unless it has gone already.

    What the rules refuse is logged and not raised: the letter has gone.
    """
    try:
        with transaction.atomic():
            take_write_lock()
            letter = letter_now(delivery.letter)
            if letter.fact.step.has_gone:
                return
            move(
                sender_of(delivery),
                letter.key,
                LetterStep.SENT,
                note=f"Message-ID {delivery.message_id}",
                channel=CHANNEL,
                file_sha256=delivery.file_sha256,
                expected_version=letter.version,
                tells=False,
            )
    except AccedeError as error:
        words = str(error)
        if not delivery.entries.filter(words=words).exists():
            log(delivery, DeliveryState.TAKEN, by=delivery.queued_by, words=words)
