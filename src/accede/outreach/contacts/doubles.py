"""Contacts that may be one and the same, and putting two together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from accede.accounts.actor import Actor
from accede.outreach.contacts.details import FIELDS, Details, details_of
from accede.outreach.contacts.keep import change
from accede.outreach.contacts.log import note
from accede.outreach.contacts.organization import language_of_mission
from accede.outreach.contacts.queries import contact_held, must_work_with
from accede.outreach.models import Contact, ContactHappening, Delivery
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import Post
from accede.vocabulary.spelling import spelling


def is_same(one: Details, other: Details) -> bool:
    """Whether two sets of details are of one contact: of one State, and the same person, or at the same post the same organization
    or the same address. A person at a post and the post itself are two, also with one address."""
    if one.state != other.state or bool(one.person) != bool(other.person):
        return False
    has_one_address = bool(one.email) and one.email.casefold() == other.email.casefold()
    if one.person:
        return spelling(one.person) == spelling(other.person) and (one.post is other.post or has_one_address)
    if one.post is not other.post or one.host != other.host:
        return False
    return has_one_address or _is_mission(one, other) or spelling(one.organization) == spelling(other.organization)


def may_be_same(one: Details, other: Details) -> bool:
    """The same, or two persons with one address whose names have a word in common ("A. Person", "Anna Person")."""
    if is_same(one, other):
        return True
    is_near = one.state == other.state and bool(one.email) and one.email.casefold() == other.email.casefold()
    return is_near and bool(_words(one.person) & _words(other.person))


def doubles(actor: Actor, among: Iterable[Contact] | None = None) -> tuple[tuple[Contact, Contact], ...]:
    """Pairs that may be one, the older first. Raises NotAllowed."""
    must_work_with(actor)
    held = sorted(Contact.objects.all() if among is None else among, key=lambda each: (each.state, each.pk))
    details = {each.pk: details_of(each) for each in held}
    return tuple(
        (one, other)
        for at, one in enumerate(held)
        for other in _of_same_state(held, at)
        if may_be_same(details[one.pk], details[other.pk])
    )


def put_together(actor: Actor, kept: int, gone: int, *, versions: tuple[int, int]) -> Contact:
    """Keep the one, filled up with what only the other has, and erase the other row. What both have is the kept one's.

    Letters that went to the other belong to the kept one from then on. Raises NotAllowed, UnknownName; Refused for contacts of two
    States, for one and the same, and where somebody changed one meanwhile.
    """
    first, second = contact_held(actor, kept), contact_held(actor, gone)
    if kept == gone or first.state != second.state:
        raise Refused(
            "these are not two contacts of one State", where=first.organization, remedy="Look at the list again"
        )
    if second.version != versions[1]:
        raise Refused(f"{second.changed_by} changed it meanwhile", where=second.organization, remedy="Look at it again")
    mine, others = details_of(first), details_of(second)
    filled = {name: getattr(others, name) for name in FIELDS if getattr(mine, name) in ("", None)}
    filled |= {"is_addressee": mine.is_addressee or others.is_addressee}
    if mine.keep_until and others.keep_until:
        filled["keep_until"] = max(mine.keep_until, others.keep_until)
    with transaction.atomic():
        held = change(
            actor,
            kept,
            replace(mine, **filled),
            expected_version=versions[0],
            happening=ContactHappening.MERGED,
        )
        note(actor, ContactHappening.ERASED, second, "merged")
        Delivery.objects.filter(contact=gone).update(contact=kept)
        second.delete()
    return held


def _of_same_state(held: list[Contact], at: int) -> list[Contact]:
    """Those behind it of the same State; they stand together."""
    found = []
    for other in held[at + 1 :]:
        if other.state != held[at].state:
            break
        found.append(other)
    return found


def _is_mission(*both: Details) -> bool:
    """Whether both are the mission of a State in Geneva or New York, of which there is one."""
    return all(
        each.post in (Post.GENEVA, Post.NEW_YORK)
        and bool(each.state)
        and (not each.organization or bool(language_of_mission(each.organization)))
        for each in both
    )


def _words(name: str) -> set[str]:
    return {word for word in spelling(name).split() if len(word) > 2}
