"""Which contacts are held: of a State, those that letters go to, one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.models import Contact, Delivery
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.letters import Post
from accede.vocabulary.sources import Classification

POST_ORDER = (Post.GENEVA, Post.NEW_YORK, Post.CAPITAL)
"""Where a letter goes first; a contact at another post is written to where none of these is held."""


def must_work_with(actor: Actor) -> None:
    """Raises NotAllowed for whoever does not work on letters: contacts are personal data, not for all who may read."""
    actor.must(Verb.RECORD, Classification.PRESIDENCY, where="contacts")


def today() -> date:
    """The day by which terms end and data is looked at again (UTC)."""
    return datetime.now(UTC).date()


def contacts_of(actor: Actor, iso3: str) -> tuple[Contact, ...]:
    """All contacts of a State ("": of organizations that are no State's), by post; those whose term ended too.

    Raises NotAllowed.
    """
    must_work_with(actor)
    return tuple(sorted(Contact.objects.filter(state=iso3), key=lambda one: (_post_at(one, tuple(Post)), one.pk)))


def contact_held(actor: Actor, number: int) -> Contact:
    """One contact. Raises NotAllowed, UnknownName where it is not held, or not any more."""
    must_work_with(actor)
    found = Contact.objects.filter(pk=number).first()
    if found is None:
        raise UnknownName(
            "no such contact is held", where=str(number), remedy="It may have been erased: look at the list"
        )
    return found


def letters_to(actor: Actor, contact: Contact) -> tuple[Delivery, ...]:
    """Letters that went to a contact by mail or wait to go, the newest first. Raises NotAllowed."""
    must_work_with(actor)
    return tuple(Delivery.objects.filter(contact=contact.pk).order_by("-pk"))


def addressees(
    iso3s: Iterable[str], *, post_order: Sequence[Post] = POST_ORDER, on: date | None = None
) -> Mapping[str, tuple[Contact, ...]]:
    """To whom letters to each of these States go on a day (default: today), the best first; () where nobody is held.

    Only those that are marked as addressees and are in office on the day. By post in the order given, other posts behind; at
    one post who has an address for mail before who has none, and the post itself before a person at it.
    """
    asked, day = tuple(dict.fromkeys(iso3s)), on or today()
    found: dict[str, list[Contact]] = {iso3: [] for iso3 in asked}
    for each in Contact.objects.filter(state__in=[iso3 for iso3 in asked if iso3], is_addressee=True):
        if is_in_office(each, day):
            found[each.state].append(each)
    order = tuple(post_order)
    return {
        iso3: tuple(sorted(held, key=lambda one: (_post_at(one, order), not one.email, bool(one.person), one.pk)))
        for iso3, held in found.items()
    }


def is_in_office(contact: Contact, on: date) -> bool:
    """Whether its term has begun and not ended on the day, as far as it is known."""
    return (contact.since is None or contact.since <= on) and (contact.until is None or contact.until >= on)


def _post_at(contact: Contact, order: Sequence[Post]) -> int:
    post = Post(contact.post)
    return order.index(post) if post in order else len(order)
