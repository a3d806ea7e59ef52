"""Letters are sent in the background, one after the other, at the pace that is set; what is left after a fault is gone on with."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop, ngettext

from accede.accounts.actor import Actor
from accede.accounts.letters import can_send
from accede.accounts.policy import Verb
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.rounds.held import IN_WORK
from accede.outreach.rounds.keys import round_of
from accede.outreach.rounds.told import tell_round
from accede.outreach.sending import settle
from accede.outreach.sending.held import doubtful, due
from accede.outreach.sending.offer import Became, offer, spacing, until_next
from accede.outreach.sending.server import Server
from accede.publishing.wording import in_thousands
from accede.records import jobs
from accede.records.jobs import Doing, JobKind
from accede.records.models import Job, JobState
from accede.vocabulary.errors import AccedeError, Refused

REFUSED_RUNNING = 5
"""After so many letters that the server refused one after the other, from the first on, it is taken to refuse us."""
RESTS = timedelta(hours=1)
"""After a failure, until it is tried again without being asked."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is queued up to this delivery; 0: whatever waits."""

    through: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many were taken, refused, put off, are in doubt, were not to be sent any more; and what could not be told of them."""

    taken: int = 0
    refused: int = 0
    put_off: int = 0
    doubtful: int = 0
    not_sent: int = 0
    untold: tuple[str, ...] = ()


def send_waiting(actor: Actor, *, through: int = 0) -> Job:
    """Ask for what waits to be sent (up to a delivery). Raises NotAllowed."""
    actor.must(Verb.RECORD, IN_WORK, where="letters")
    return jobs.ask(actor, KIND, Asked(through))


def run(asked: Asked, doing: Doing) -> Sent:
    """Send what waits. Raises OSError where the mail server does not answer, Refused where it takes nothing from us."""
    settle.by_copies()
    _catch_up()
    if not _next(asked, datetime.now(UTC)).exists():
        return Sent(untold=tuple(_told()))
    server, became = Server(), Counter[Became]()
    all_of_them = _next(asked, datetime.now(UTC)).count()
    try:
        while (delivery := _next(asked, datetime.now(UTC)).first()) is not None:
            doing(gettext_noop("letters"), sum(became.values()), all_of_them)
            time.sleep(until_next(datetime.now(UTC)).total_seconds())
            outcome = _offered(delivery, server)
            became[outcome] += outcome is not Became.PASSED
            if outcome is Became.TAKEN and became[Became.TAKEN] == 1:
                list(_told(delivery))
            if outcome is Became.REFUSED:  # no letter went, so nothing was spaced
                time.sleep(spacing().total_seconds())
            _refuse_refusing(became, delivery)
    finally:
        server.quit()
    return Sent(
        taken=became[Became.TAKEN],
        refused=became[Became.REFUSED],
        put_off=became[Became.PUT_OFF],
        doubtful=became[Became.DOUBTFUL],
        not_sent=became[Became.NOT_SENT],
        untold=tuple(_told()),
    )


def _offered(delivery: Delivery, server: Server) -> Became:
    """Offer it; where the connection was lost while nothing was on its way, over a new one."""
    server.open()
    try:
        return offer(delivery, server)
    except OSError:
        server.close()
    server.open()
    return offer(delivery, server)


def _next(asked: Asked, now: datetime) -> QuerySet[Delivery]:
    found = due(now)
    return found.filter(pk__lte=asked.through) if asked.through else found


def _refuse_refusing(became: Counter[Became], delivery: Delivery) -> None:
    """Raises Refused where the server has refused every letter so far, and several: the rest waits until somebody has looked."""
    if became[Became.REFUSED] == REFUSED_RUNNING and set(became) <= {Became.REFUSED, Became.PASSED, Became.NOT_SENT}:
        raise Refused(
            f"the mail server has refused {REFUSED_RUNNING} letters one after the other, the others wait",
            where=delivery.letter,
            remedy="Look at what it said before you send the others",
        )


def _catch_up() -> None:
    """Record the step of letters that were taken, where that could not be done when they were."""
    lately = Delivery.objects.filter(state=DeliveryState.TAKEN.value, ended_at__gte=datetime.now(UTC) - DAY)
    for each in lately:
        settle.record_sent(each)


def _told(first: Delivery | None = None) -> Iterator[str]:
    """Tell the rounds of what was taken lately (or of this delivery) as activities; yields a sentence for each that cannot be."""
    lately = Delivery.objects.filter(state=DeliveryState.TAKEN.value, ended_at__gte=datetime.now(UTC) - DAY)
    rounds = {round_of(each.letter): each for each in ([first] if first else lately)}
    for key, delivery in sorted(rounds.items()):
        try:
            tell_round(settle.sender_of(delivery), key)
        except AccedeError as error:
            yield str(error)


def tells(done: Sent) -> str:
    """What came of it, in sentences."""
    told = [
        ngettext("%(number)s letter was sent.", "%(number)s letters were sent.", done.taken)
        % {"number": in_thousands(done.taken)}
    ]
    if done.refused:
        told.append(gettext("Refused by the mail server: %(number)s.") % {"number": in_thousands(done.refused)})
    if done.put_off:
        told.append(gettext("To be asked for again later: %(number)s.") % {"number": in_thousands(done.put_off)})
    if done.doubtful:
        told.append(gettext("In doubt: %(number)s.") % {"number": in_thousands(done.doubtful)})
    if done.not_sent:
        told.append(gettext("Not to be sent any more: %(number)s.") % {"number": in_thousands(done.not_sent)})
    return " ".join((*told, *done.untold))


def is_wanted() -> bool:
    """Whether there is something to go on with, and nobody stopped it: a job that was cancelled is asked for by a person."""
    now = datetime.now(UTC)
    last = Job.objects.filter(kind=KIND.key).order_by("-pk").first()
    if not can_send() or (last is not None and last.state == JobState.CANCELLED.value):
        return False
    if last is not None and last.state == JobState.FAILED.value and last.ended_at and now - last.ended_at < RESTS:
        return False
    return due(now).exists() or (bool(settings.ACCEDE_IMAP) and doubtful(now).filter(is_copied=True).exists())


KIND = JobKind(
    key="letters",
    label=gettext_noop("Sending letters"),
    verb=Verb.RECORD,
    arguments=Asked,
    results=Sent,
    run=run,
    tells=tells,
    every_minutes=lambda: 5,
    is_wanted=is_wanted,
)

__all__ = ["KIND", "Asked", "Sent", "is_wanted", "run", "send_waiting"]
