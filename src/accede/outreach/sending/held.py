"""What is held of letters on their way: the deliveries of a letter, what waits, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q, QuerySet

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter
from accede.activities.models import LetterVersion
from accede.outreach.models import Delivery, DeliveryState
from accede.outreach.rounds.held import IN_WORK
from accede.records.current import current
from accede.records.values import Evidence, View
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.letters import LetterStep

SETTLED = timedelta(minutes=5)
"""After so long nobody is at it any more: what was offered and has no answer is in doubt. Longer than LONGEST in offer.py."""
SENDABLE = (LetterStep.CLEARED, LetterStep.SIGNED)
_AT_THE_END = datetime(9999, 1, 1, tzinfo=UTC)


def letter_now(key: str) -> Evidence[Letter]:
    """The newest version of a letter, whatever the clock of this machine says. Raises UnknownName for one that was left out."""
    held: list[Evidence[Letter]] = current(LetterVersion, View(as_of=date.max, known_on=_AT_THE_END), key=key)
    if not held:
        raise UnknownName("no such letter is planned", where=key, remedy="Look at the list of letters")
    return held[0]


def deliveries_of(letters: Iterable[str]) -> Mapping[str, tuple[Delivery, ...]]:
    """The deliveries of letters, by key of the letter, in the order in which they were queued; with their log. Two queries."""
    found: dict[str, list[Delivery]] = {}
    for each in Delivery.objects.filter(letter__in=sorted(letters)).prefetch_related("entries"):
        found.setdefault(each.letter, []).append(each)
    return {letter: tuple(held) for letter, held in found.items()}


def delivery_held(actor: Actor, number: int) -> Delivery:
    """One delivery. Raises NotAllowed, UnknownName."""
    actor.must(Verb.RECORD, IN_WORK, where=str(number))
    found = Delivery.objects.filter(pk=number).first()
    if found is None:
        raise UnknownName("there is no such delivery", where=str(number), remedy="Look at the list of letters")
    return found


def waiting() -> QuerySet[Delivery]:
    """Those that are still to be sent."""
    return Delivery.objects.filter(state=DeliveryState.QUEUED.value)


def due(now: datetime) -> QuerySet[Delivery]:
    """Those of them that may be offered now."""
    return waiting().exclude(not_before__gt=now)


def doubtful(now: datetime) -> QuerySet[Delivery]:
    """Those that were offered and of which nobody knows whether they were taken: the process that offered them is gone, or has
    noted that it got no answer."""
    return Delivery.objects.filter(_nobody_at_it(now), state=DeliveryState.OFFERED.value)


def underway(now: datetime) -> QuerySet[Delivery]:
    """Those that are being offered at this moment, as far as is known."""
    return Delivery.objects.filter(~_nobody_at_it(now), state=DeliveryState.OFFERED.value)


def is_doubtful(delivery: Delivery, now: datetime) -> bool:
    """Whether it is one of `doubtful`."""
    is_over = bool(delivery.answer) or delivery.offered_at is None or now - delivery.offered_at > SETTLED
    return delivery.state == DeliveryState.OFFERED.value and is_over


def _nobody_at_it(now: datetime) -> Q:
    return Q(offered_at__lt=now - SETTLED) | Q(offered_at=None) | ~Q(answer="")
