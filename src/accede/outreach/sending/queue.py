"""Queue letters to be sent by mail: a row a recipient, each with its Message-ID. Nothing is queued twice to one address."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter
from accede.outreach.contacts.queries import addressees
from accede.outreach.models import Contact, Delivery, DeliveryState
from accede.outreach.rounds.held import IN_WORK, letters_of, round_held
from accede.outreach.sending.addresses import digest_of, new_message_id, sender
from accede.outreach.sending.changes import log
from accede.outreach.sending.held import SENDABLE, deliveries_of
from accede.outreach.sending.server import refuse_unsafe
from accede.records.lock import take_write_lock
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused
from accede.vocabulary.label import Labelled
from accede.vocabulary.state_names import shipped_names

_NOBODY_CHOSEN: Mapping[str, Collection[int]] = MappingProxyType({})


class Readiness(Labelled):
    """Whether a letter can be queued, and else why not."""

    READY = "ready", "can be sent"
    NOT_CLEARED = "not_cleared", "is not cleared yet"
    NO_ADDRESS = "no_address", "no address for mail is held of an addressee"
    ON_ITS_WAY = "on_its_way", "is on its way, or has gone"
    GONE = "gone", "has gone in another way"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter with those it can go to (with an address for mail, the best first) and the deliveries it has had."""

    letter: Evidence[Letter]
    addressees: tuple[Contact, ...]
    deliveries: tuple[Delivery, ...]

    @property
    def readiness(self) -> Readiness:
        """Whether it can be queued now."""
        if any(DeliveryState(each.state).is_live for each in self.deliveries):
            return Readiness.ON_ITS_WAY
        if self.letter.fact.step.has_gone:
            return Readiness.GONE
        if self.letter.fact.step not in SENDABLE or not self.letter.fact.content_sha256:
            return Readiness.NOT_CLEARED
        return Readiness.READY if self.addressees else Readiness.NO_ADDRESS


@dataclass(frozen=True, slots=True)
class Queued:
    """How many messages were queued, how many of the letters had been queued or sent before, and up to which delivery."""

    new: int
    before: int
    through: int


def candidates(round_key: str) -> Mapping[str, Candidate]:
    """The letters of a round by key, each with whom it can go to; in a few queries however many there are."""
    letters = letters_of(round_key)
    contacts = addressees(letters)
    held = deliveries_of(each.key for each in letters.values())
    return {
        each.key: Candidate(each, tuple(one for one in contacts.get(iso3, ()) if one.email), held.get(each.key, ()))
        for iso3, each in letters.items()
    }


def queue(
    actor: Actor,
    round_key: str,
    letter_keys: Iterable[str],
    *,
    contacts: Mapping[str, Collection[int]] = _NOBODY_CHOSEN,
    with_form: bool = False,
) -> Queued:
    """Queue letters of a round, all of them or none: each to its best addressee, or to the `contacts` chosen for it.

    What is on its way to that address or has gone there is left as it is: pressing twice sends once. A letter goes to a further
    contact where one is chosen. `with_form`: the form to be filled in (Word) goes with it. Ask for the job afterwards
    (`job.send_waiting`). Raises NotAllowed, UnknownName; Refused for a letter that is not cleared, has gone in another way or has
    nobody to go to, and where mail cannot be sent safely.
    """
    actor.must(Verb.RECORD, IN_WORK, where=round_key)
    round_ = round_held(round_key)
    refuse_unsafe()
    sender()
    asked = list(dict.fromkeys(letter_keys))
    with transaction.atomic():
        take_write_lock()
        if round_.fact.is_entered_afterwards:
            raise Refused("the letters of this round went long ago", where=round_key, remedy="Plan a round of your own")
        held = candidates(round_key)
        found = {key: _recipients(key, held.get(key), contacts.get(key, ())) for key in asked}
        new = {key: _add(held[key], recipients, actor, with_form=with_form) for key, recipients in found.items()}
        last = Delivery.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return Queued(new=sum(new.values()), before=sum(not number for number in new.values()), through=last)


def _recipients(key: str, held: Candidate | None, chosen: Collection[int]) -> tuple[Contact, ...]:
    """Whom a letter is to go to besides those it goes to already. Raises Refused where it cannot go."""
    if held is None:
        raise Refused("it is no letter of this round", where=key, remedy="Look at the list of letters")
    why, state = held.readiness, held.letter.fact.state
    name = shipped_names().in_table(state)
    if why in (Readiness.NOT_CLEARED, Readiness.GONE) or (why is Readiness.NO_ADDRESS and not chosen):
        raise Refused(f"the letter: {why.label}", where=name, remedy=_REMEDIES[why])
    if not chosen:
        return held.addressees[:1] if why is Readiness.READY else ()
    contacts = tuple(Contact.objects.filter(pk__in=chosen, state=state).exclude(email=""))
    if len(contacts) != len(set(chosen)):
        raise Refused("one of those chosen has no address for mail any more", where=name, remedy="Choose again")
    return contacts


def _add(held: Candidate, contacts: Iterable[Contact], actor: Actor, *, with_form: bool) -> int:
    """Queue a message to each, but for addresses to which one is on its way or has gone; returns how many."""
    salt = held.deliveries[0].salt if held.deliveries else secrets.token_hex(32)
    live = [each for each in held.deliveries if DeliveryState(each.state).is_live]
    digests, numbers = {each.address_digest for each in live}, {each.contact for each in live}
    new = 0
    for contact in contacts:
        digest = digest_of(salt, contact.email)
        if digest in digests or contact.pk in numbers:
            continue
        digests.add(digest)
        new += 1
        now = datetime.now(UTC)
        added = Delivery.objects.create(
            letter=held.letter.key,
            contact=contact.pk,
            address=contact.email,
            address_digest=digest,
            salt=salt,
            message_id=new_message_id(),
            state=DeliveryState.QUEUED.value,
            content_sha256=held.letter.fact.content_sha256,
            bears_form=with_form,
            queued_by=actor.name,
            queued_at=now,
        )
        log(added, DeliveryState.QUEUED, by=actor.name, at=now)
    return new


_REMEDIES = {
    Readiness.NOT_CLEARED: "Have it cleared first",
    Readiness.NO_ADDRESS: "Add an address to the contact, or mark the letter as sent by hand",
    Readiness.GONE: "Look at its steps",
}
