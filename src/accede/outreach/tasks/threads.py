"""What stands open between a presidency and States: what nobody may forget at a hand-over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from accede.activities.letters import Letter, Round
from accede.activities.models import LetterVersion, OfferVersion, PromiseVersion, RoundVersion
from accede.activities.threads import Offer, Promise
from accede.outreach.models import Contact, Delivery, DeliveryState, Incoming, IncomingState, Submission, Task
from accede.outreach.rounds.held import steps_of
from accede.outreach.rounds.waits import due_on, is_open, is_waiting
from accede.overview.standings import by_name
from accede.records.current import current
from accede.records.models import Version
from accede.records.values import Evidence, View
from accede.vocabulary.activities import OfferStanding, PromiseStanding
from accede.vocabulary.label import Labelled
from accede.vocabulary.sources import Classification


class OpenThread(Labelled):
    """What can stand open, in the order of a list to go through."""

    UNSENT = "unsent", "letters that have not gone"
    UNCERTAIN = "uncertain", "letters of which nobody knows whether the mail server took them"
    UNANSWERED = "unanswered", "letters without a reply"
    MESSAGES = "messages", "messages that nobody has dealt with"
    FORMS = "forms", "answers by link or form that nobody has taken over"
    PROMISES = "promises", "promises that are open"
    OFFERS = "offers", "offers to approach a State that are not carried out"
    TASKS = "tasks", "tasks that are open"
    CONTACTS = "contacts", "contacts that are to be looked at again"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRound:
    """A round of which something is open: States (ISO alpha-3, in order of names) whose letter has not gone, and who owes a reply.

    `overdue` are those of `unanswered` from which it was due before the day.
    """

    round: Evidence[Round]
    unsent: tuple[str, ...]
    unanswered: tuple[str, ...]
    overdue: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threads:
    """All of it on a day. Rounds the latest first; promises and tasks the next due first. Of the rest only how much there is."""

    rounds: tuple[OpenRound, ...]
    promises: tuple[Evidence[Promise], ...]
    offers: tuple[Evidence[Offer], ...]
    tasks: tuple[Task, ...]
    uncertain: int
    messages: int
    forms: int
    contacts_due: int
    with_contacts: frozenset[str]

    @property
    def counts(self) -> Mapping[OpenThread, int]:
        """How much of each is open."""
        return {
            OpenThread.UNSENT: sum(len(each.unsent) for each in self.rounds),
            OpenThread.UNCERTAIN: self.uncertain,
            OpenThread.UNANSWERED: sum(len(each.unanswered) for each in self.rounds),
            OpenThread.MESSAGES: self.messages,
            OpenThread.FORMS: self.forms,
            OpenThread.PROMISES: len(self.promises),
            OpenThread.OFFERS: len(self.offers),
            OpenThread.TASKS: len(self.tasks),
            OpenThread.CONTACTS: self.contacts_due,
        }


def open_threads(treaty: str, *, on: date | None = None, known_on: datetime | None = None) -> Threads:
    """What is open on a day (default: today), as records tell it that were made by an instant (default: this one).

    Tasks, contacts and mail are rows without a history: they are told as they are. Whoever calls checks who may read it.
    """
    now = known_on or datetime.now(UTC)
    day = on or now.date()
    waiting = (IncomingState.HELD.value, IncomingState.MATCHED.value)
    return Threads(
        rounds=_rounds(treaty, day, now),
        promises=_promises(treaty, now),
        offers=tuple(
            each for each in _current(OfferVersion, treaty, now) if each.fact.standing is OfferStanding.OFFERED
        ),
        tasks=tuple(
            sorted(Task.objects.filter(treaty=treaty, done_at=None), key=lambda each: (each.until or date.max, each.pk))
        ),
        uncertain=Delivery.objects.filter(state=DeliveryState.OFFERED.value).count(),
        messages=Incoming.objects.filter(state__in=waiting).count(),
        forms=Submission.objects.filter(treaty=treaty, dealt_with_at=None).count(),
        contacts_due=Contact.objects.filter(keep_until__lte=day).count(),
        with_contacts=frozenset(Contact.objects.filter(is_addressee=True).values_list("state", flat=True)),
    )


def _rounds(treaty: str, day: date, now: datetime) -> tuple[OpenRound, ...]:
    letters: dict[str, list[Evidence[Letter]]] = {}
    for each in _current(LetterVersion, treaty, now):
        if is_open(each.fact):
            letters.setdefault(each.fact.round, []).append(each)
    steps = steps_of(each.key for held in letters.values() for each in held)
    found = []
    for one in _current(RoundVersion, treaty, now):
        held = letters.get(one.key)
        if held is None:
            continue
        waiting = [each for each in held if is_waiting(each.fact)]
        overdue = [each for each in waiting if _is_overdue(one.fact, steps[each.key], day, now)]
        unsent = [each for each in held if not each.fact.step.has_gone]
        found.append(
            OpenRound(round=one, unsent=_states(unsent), unanswered=_states(waiting), overdue=_states(overdue))
        )
    return tuple(sorted(found, key=lambda each: (each.round.fact.on.counts_from, each.round.key), reverse=True))


def _is_overdue(round_: Round, versions: Iterable[Evidence[Letter]], day: date, now: datetime) -> bool:
    due = due_on(round_, [each for each in versions if each.recorded_at <= now])
    return due is not None and due < day


def _states(letters: Iterable[Evidence[Letter]]) -> tuple[str, ...]:
    return tuple(by_name(each.fact.state for each in letters))


def _promises(treaty: str, now: datetime) -> tuple[Evidence[Promise], ...]:
    held: list[Evidence[Promise]] = [
        each for each in _current(PromiseVersion, treaty, now) if each.fact.standing is PromiseStanding.OPEN
    ]
    return tuple(sorted(held, key=lambda each: (each.fact.due.counts_from if each.fact.due else date.max, each.key)))


def _current(model: type[Version], treaty: str, now: datetime) -> list[Evidence[Any]]:
    """Of the classes that the presidency may see: the unit's own is not handed over."""
    classes = frozenset(Classification) - {Classification.ISU}
    return current(model, View(as_of=date.max, known_on=now, classes=classes), treaty=treaty)
