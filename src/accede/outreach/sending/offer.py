"""Offer one letter to the mail server, so that whatever happens it goes once.

What is known when the process dies, at each instant:

1. before the row says OFFERED: the server has been asked at most whether it would take a letter to this address. Nothing was
   given; the row is QUEUED and is offered anew.
2. from OFFERED until the last line of the text: the server has nothing, or a part that it must drop. Nobody can tell this from 3.
3. from the last line until the server's answer, and until that answer is written down: the server may have the letter. The row
   says OFFERED; it is not offered again by itself. A copy went to our own mailbox in the same transaction of SMTP: where it is,
   the letter was taken. Where it is not, a person decides.
4. once the answer is written down, in the transaction in which the letter's step is recorded: nothing is done again.

Between 1 and 4 the process does not heed a request to end, and ends by itself after LONGEST: so what was offered longer ago than
SETTLED (held.py) is offered by nobody any more. Two processes that want the same row: the one that writes OFFERED gives it.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Max
from django.utils.translation import gettext_noop

from accede.accounts.models import User
from accede.accounts.policy import Verb
from accede.accounts.terms import actor_of
from accede.activities.letters import Letter, Round
from accede.outreach.models import Contact, Delivery, DeliveryState
from accede.outreach.rounds.composed import cleared_tree
from accede.outreach.rounds.held import IN_WORK, round_held
from accede.outreach.rounds.keys import letter_key
from accede.outreach.sending import settle
from accede.outreach.sending.addresses import in_ascii, mailbox, sender
from accede.outreach.sending.changes import change, log
from accede.outreach.sending.enclose import enclose
from accede.outreach.sending.held import SENDABLE, letter_now
from accede.outreach.sending.message import message, recipient
from accede.outreach.sending.server import Answer, Outcome, Server
from accede.records.lock import take_write_lock
from accede.records.values import Evidence
from accede.vocabulary.errors import AccedeError, UnknownName
from accede.vocabulary.label import Labelled

LONGEST = 240.0
"""Seconds that the offer of one letter may take at most."""
TRIES = 6
"""How often the database is asked to write down that a letter was taken."""


class Became(Labelled):
    """What became of one offer."""

    TAKEN = "taken", "taken"
    REFUSED = "refused", "refused"
    PUT_OFF = "put_off", "to be asked for again"
    DOUBTFUL = "doubtful", "in doubt"
    NOT_SENT = "not_sent", "not to be sent any more"
    PASSED = "passed", "somebody else is at it, or it is too early"


def offer(delivery: Delivery, server: Server) -> Became:
    """Offer a delivery that is QUEUED. `server` is open. Raises OSError and Refused where the server takes nothing from us."""
    why = why_not(delivery)
    if why:
        return _not_sent(delivery, why)
    letter = letter_now(delivery.letter)
    round_ = round_held(letter.fact.round)
    try:
        text = _text(delivery, round_, letter)
        to = recipient(delivery)
    except AccedeError as error:  # this letter cannot be made; the others can
        return _not_sent(delivery, str(error))
    answer = server.ask(sender()[1], to, mailbox(), len(text))
    if answer.outcome is not Outcome.ACCEPTED:
        return _ended(delivery, DeliveryState.QUEUED, answer)
    with undisturbed():
        claimed = _claim(delivery, is_copied=answer.is_copied)
        if claimed is not None:
            server.withdraw()
            return claimed
        return _ended(delivery, DeliveryState.OFFERED, server.give(text))


def why_not(delivery: Delivery) -> str:
    """Why a delivery is not to be sent any more (a sentence to be translated), "" where it is."""
    try:
        letter = letter_now(delivery.letter)
    except UnknownName:
        return LEFT_OUT
    if letter.fact.content_sha256 != delivery.content_sha256:
        return CHANGED
    if letter.fact.step not in SENDABLE:
        if not letter.fact.step.has_gone:
            return CHANGED
        if not Delivery.objects.filter(letter=letter.key, state=DeliveryState.TAKEN.value).exists():
            return GONE  # else it went from here, to another address of the State: this is a further copy
    contact = Contact.objects.filter(pk=delivery.contact or 0).first()
    if not delivery.address or contact is None or in_ascii(contact.email) != in_ascii(delivery.address):
        return NO_CONTACT
    user = User.objects.filter(username=delivery.queued_by).first()
    if user is not None and not actor_of(user, datetime.now(UTC).date()).may(Verb.RECORD, IN_WORK):
        return NOT_ALLOWED
    return ""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Do not heed requests to end; the system ends the process after LONGEST."""
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)


def spacing() -> timedelta:
    """The time between two letters."""
    return timedelta(seconds=60 / settings.ACCEDE_MAIL_PER_MINUTE)


def until_next(now: datetime) -> timedelta:
    """How long to wait before the next letter, whoever offered the last; never longer than `spacing`, whatever the clock did."""
    last: datetime | None = Delivery.objects.filter(offered_at__lte=now).aggregate(last=Max("offered_at"))["last"]
    return max(timedelta(0), spacing() - (now - last)) if last else timedelta(0)


def _claim(delivery: Delivery, *, is_copied: bool) -> Became | None:
    """Write OFFERED; None where it is ours now, else what became of it. All that can change is looked at under the lock."""
    now = datetime.now(UTC)
    with transaction.atomic():
        take_write_lock()
        why = why_not(delivery)
        if why:
            return _not_sent(delivery, why)
        if until_next(now):
            return Became.PASSED
        is_ours = change(
            delivery,
            DeliveryState.OFFERED,
            seen=(DeliveryState.QUEUED,),
            attempts_seen=delivery.attempts,
            by=delivery.queued_by,
            attempts=delivery.attempts + 1,
            file_sha256=delivery.file_sha256,
            form_sha256=delivery.form_sha256,
            offered_at=now,
            is_copied=is_copied,
            not_before=None,
            looked_at=None,
        )
    return None if is_ours else Became.PASSED


def _ended(delivery: Delivery, seen: DeliveryState, answer: Answer) -> Became:
    """Write down what the server answered. Before it was offered by us (`seen` QUEUED) another process may be offering it."""
    by = delivery.queued_by
    match answer.outcome:
        case Outcome.ACCEPTED:
            _write_down(delivery, answer.words)
            return Became.TAKEN
        case Outcome.REFUSED:
            settle.refused(delivery, seen, by=by, words=answer.words)
            return Became.REFUSED
        case Outcome.LATER:
            settle.put_off(delivery, seen, by=by, words=answer.words, attempts=delivery.attempts + 1)
            return Became.PUT_OFF if delivery.attempts < len(settle.WAITS) else Became.REFUSED
        case Outcome.UNKNOWN:
            Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.OFFERED.value).update(answer=answer.words)
            log(delivery, DeliveryState.OFFERED, by=by, words=answer.words)
            return Became.DOUBTFUL


def _write_down(delivery: Delivery, words: str) -> None:
    """The server has it, and nobody else knows: what is busy is asked again. Raises OperationalError or OSError at last."""
    for number in range(1, TRIES + 1):
        try:
            settle.taken(delivery, by=delivery.queued_by, words=words)
            return
        except (OperationalError, OSError):  # the database, or the disk that the chain's witness is on
            if number == TRIES:
                raise
            with suppress(OperationalError):
                connection.close()
            time.sleep(number)


def _not_sent(delivery: Delivery, why: str) -> Became:
    change(delivery, DeliveryState.CANCELLED, seen=(DeliveryState.QUEUED,), by=delivery.queued_by, words=why)
    return Became.NOT_SENT


def _text(delivery: Delivery, round_: Evidence[Round], letter: Evidence[Letter]) -> bytes:
    """The bytes of the message. Raises AccedeError where it cannot be made of what is held."""
    enclosed = enclose(settle.sender_of(delivery), delivery, round_, letter)
    made = message(
        delivery,
        round_.fact,
        letter.fact,
        cleared_tree(letter),
        enclosed,
        at=datetime.now(UTC),
        answers=_reminded(round_.fact, letter.fact),
    )
    return made.as_bytes()


def _reminded(round_: Round, letter: Letter) -> str:
    """The Message-ID of the letter that a reminder reminds of, where it went by mail."""
    if not round_.reminds:
        return ""
    before = Delivery.objects.filter(letter=letter_key(round_.reminds, letter.state), state=DeliveryState.TAKEN.value)
    return before.values_list("message_id", flat=True).first() or ""


LEFT_OUT = gettext_noop("The letter was left out of its round.")
CHANGED = gettext_noop("The letter was changed after it was queued. Have it cleared, and queue it again.")
GONE = gettext_noop("The letter was marked as sent in another way.")
NO_CONTACT = gettext_noop("The contact was changed or erased after the letter was queued. Queue it again.")
NOT_ALLOWED = gettext_noop("Whoever queued it may not send letters any more.")

WHY = (LEFT_OUT, CHANGED, GONE, NO_CONTACT, NOT_ALLOWED)

__all__ = ["WHY", "Became", "offer", "spacing", "undisturbed", "until_next", "why_not"]
