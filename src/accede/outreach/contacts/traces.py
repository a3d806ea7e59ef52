"""Where a person is found besides contacts: letters on their way, mail that came in, what came through a link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from accede.accounts.actor import Actor
from accede.outreach.contacts.queries import must_work_with
from accede.outreach.models import Contact, Delivery, DeliveryState, Incoming, IncomingState, Submission
from accede.vocabulary.errors import Refused
from accede.vocabulary.spelling import spelling

LEAST = 3
"""Characters of a name that is looked for."""
WAITS = (DeliveryState.QUEUED, DeliveryState.OFFERED)
"""A letter that is so may still go."""
FREE = Q(source="", state__in=[IncomingState.DONE.value, IncomingState.ASIDE.value])
"""A message that is so is done with, and nothing rests on its file."""


@dataclass(frozen=True, slots=True)
class Traces:
    """Rows that tell of somebody, by their numbers; `waiting` are letters that are still to be sent to that address.

    `messages` came from the address; the files of `resting` stay, as they are in work or became a source. `submissions` name
    whoever filled in the form.
    """

    contacts: tuple[int, ...] = ()
    deliveries: tuple[int, ...] = ()
    waiting: tuple[str, ...] = ()
    messages: tuple[int, ...] = ()
    resting: tuple[int, ...] = ()
    submissions: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """How many rows there are."""
        return len(self.contacts) + len(self.deliveries) + len(self.messages) + len(self.submissions)


def traces_of(actor: Actor, contact: Contact) -> Traces:
    """What there is of one contact, and of its person in what came from its State or from nobody knows where.

    Raises NotAllowed.
    """
    must_work_with(actor)
    return _traces({contact.pk}, {contact.email}, {contact.person}, state=contact.state)


def traces_by(actor: Actor, *, email: str = "", person: str = "") -> Traces:
    """What there is of an address, or of somebody by this whole name, contact or not. Raises NotAllowed; Refused for neither."""
    must_work_with(actor)
    email, person = email.strip(), " ".join(person.split())
    if not email and len(person) < LEAST:
        raise Refused(
            "it is not said who is meant", where="erasure", remedy="Give an address for mail, or a whole name"
        )
    at = list(Contact.objects.filter(email__iexact=email)) if email else []
    named = [one for one in Contact.objects.exclude(person="") if person and _is_named(one.person, person)]
    contacts = {one.pk for one in (*at, *named)}
    return _traces(contacts, {email, *(one.email for one in named)}, {person, *(one.person for one in at)}, state=None)


def _traces(contacts: set[int], emails: Iterable[str], people: Iterable[str], *, state: str | None) -> Traces:
    """`state` narrows what is found by a name alone; None for whatever State it is."""
    emails = {each for each in emails if each and not _is_shared(each, contacts)}
    people = {each for each in people if len(each) >= LEAST}
    to_them = Q(contact__in=contacts) | _any(Q(address__iexact=each) for each in emails)
    deliveries = Delivery.objects.filter(to_them).exclude(address="")
    of_them = _any(Q(sender__iexact=each) for each in emails)
    near = Q() if state is None else Q(of_state__in=("", state))
    named = [
        one.pk for one in Incoming.objects.filter(near).exclude(sender_name="") if _is_any(one.sender_name, people)
    ]
    messages = Incoming.objects.filter(of_them | Q(pk__in=named))
    filled = Submission.objects.filter(Q() if state is None else Q(state=state)).exclude(filled_by="")
    waits = [one.letter for one in deliveries if DeliveryState(one.state) in WAITS]
    return Traces(
        contacts=tuple(sorted(contacts)),
        deliveries=tuple(deliveries.values_list("pk", flat=True).order_by("pk")),
        waiting=tuple(sorted(waits)),
        messages=tuple(messages.values_list("pk", flat=True).order_by("pk")),
        resting=tuple(messages.exclude(FREE).values_list("pk", flat=True).order_by("pk")),
        submissions=tuple(one.pk for one in filled if _mentions(one.filled_by, {*emails, *people})),
    )


def _is_shared(email: str, contacts: set[int]) -> bool:
    """Whether another contact has the address too, as the mailbox of a mission: what went there did not go to this one alone."""
    return Contact.objects.filter(email__iexact=email).exclude(pk__in=contacts).exists()


def _any(questions: Iterable[Q]) -> Q:
    """Whether one of them holds; never, for none."""
    found = Q(pk__in=())
    for question in questions:
        found |= question
    return found


def _is_named(held: str, person: str) -> bool:
    return spelling(held) == spelling(person)


def _is_any(held: str, people: Iterable[str]) -> bool:
    return any(_is_named(held, person) for person in people)


def _mentions(text: str, words: Iterable[str]) -> bool:
    said = spelling(text)
    return any(spelling(word) in said for word in words)
