"""What is held of the threads between a presidency and States, as a person may read it: notes, promises, offers, members."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, TypeVar

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.models import (
    InvitationVersion,
    MembershipVersion,
    NoteVersion,
    OfferVersion,
    PromiseVersion,
)
from accede.activities.threads import Invitation, Membership, Note, Offer, Promise
from accede.records.current import current
from accede.records.models import Version
from accede.records.values import Evidence, View
from accede.vocabulary.activities import OfferStanding, PromiseStanding

F = TypeVar("F")
Held = tuple[Evidence[F], ...]


def notes_of(actor: Actor, activity: str) -> Held[Note]:
    """The notes about an activity (its key) that this person may read, in the order in which they were written."""
    return _held(actor, NoteVersion, activity=activity)


def notes_about(actor: Actor, treaty: str, iso3: str) -> Held[Note]:
    """The notes about a State that belong to no activity."""
    return _held(actor, NoteVersion, treaty=treaty, state=iso3, activity="")


def promises(actor: Actor, treaty: str, *, state: str = "", made_in: str = "", is_open: bool = False) -> Held[Promise]:
    """What States and we promised, what is due first; `is_open` leaves out what was kept or given up.

    `state` are those that concern it, `made_in` those made in an activity. Who may not read the presidency's work gets none.
    """
    asked = {name: value for name, value in (("state", state), ("made_in", made_in)) if value}
    held: Held[Promise] = _held(actor, PromiseVersion, treaty=treaty, **asked)
    found = [each for each in held if not is_open or each.fact.standing is PromiseStanding.OPEN]
    return tuple(sorted(found, key=_due))


def offers(actor: Actor, treaty: str, *, state: str = "", is_open: bool = False) -> Held[Offer]:
    """Who offered to approach which State, in the order of the offers; `is_open` leaves out what was done or taken back."""
    asked = {"state": state} if state else {}
    held: Held[Offer] = _held(actor, OfferVersion, treaty=treaty, **asked)
    return tuple(each for each in held if not is_open or each.fact.standing is OfferStanding.OFFERED)


def members(actor: Actor, treaty: str, *, on: date | None = None) -> Held[Membership]:
    """Who takes part in the working group on a day (default: today)."""
    day = on or datetime.now(UTC).date()
    return tuple(each for each in memberships(actor, treaty) if _is_member(each.fact, day))


def memberships(actor: Actor, treaty: str) -> Held[Membership]:
    """Everybody who takes part or took part: States by their keys, then organizations by name."""
    held: Held[Membership] = _held(actor, MembershipVersion, treaty=treaty)
    return tuple(sorted(held, key=lambda each: (len(each.fact.member) != 3, each.fact.member, each.key)))


def invitations(actor: Actor, treaty: str, occasion: str) -> dict[str, Evidence[Invitation]]:
    """Who is invited to a meeting, and registered, by ISO alpha-3 key."""
    held: Held[Invitation] = _held(actor, InvitationVersion, treaty=treaty, occasion=occasion)
    return {each.fact.state: each for each in held}


def _is_member(membership: Membership, day: date) -> bool:
    since, until = membership.since, membership.until
    has_come = since is None or since.earliest is None or since.earliest <= day
    return has_come and (until is None or until.latest is None or until.latest > day)


def _due(promise: Evidence[Promise]) -> tuple[date, date, str]:
    due = promise.fact.due
    return due.counts_from if due else date.max, promise.fact.promised.counts_from, promise.key


def _held(actor: Actor, model: type[Version], **filters: Any) -> Held[Any]:
    """Nothing of it is ever released: who reads only what is released reads none of it."""
    if not actor.reads_unreleased:
        return ()
    view = View(as_of=date.max, known_on=datetime.now(UTC), classes=actor.classes(Verb.READ))
    return tuple(current(model, view, **filters))
