"""Offers: a member of the working group approaches a State, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from accede.accounts.actor import Actor
from accede.activities.models import OfferVersion
from accede.activities.threads import Offer
from accede.outreach.done.written import begin, go_on, held_to_change
from accede.records.reference import newest
from accede.vocabulary.activities import OfferStanding
from accede.vocabulary.errors import Refused
from accede.vocabulary.state_names import shipped_names


def make_offer(actor: Actor, offer: Offer) -> str:
    """Record that a member offers to approach a State; returns its key ("apmbc/offer/KGZ/1").

    Raises NotAllowed, UnknownName for a State that is none, Refused where the same member offered it already.
    """
    shipped_names().short(offer.state)
    where = f"{offer.treaty}/offer/{offer.state}"
    if not offer.by.strip():
        raise Refused("it is not said who offers it", where=where, remedy="Name the member")
    open_ones = OfferVersion.objects.filter(treaty=offer.treaty, state=offer.state, by=offer.by)
    if any(newest(OfferVersion.record_kind(), row.key).standing == OfferStanding.OFFERED for row in open_ones):  # type: ignore[attr-defined]
        raise Refused("the same member has offered it already", where=where, remedy="Say what became of that offer")
    return begin(actor, "record an offer", where, offer)


def settle_offer(actor: Actor, key: str, standing: OfferStanding, *, expected_version: int, note: str = "") -> None:
    """Say what became of an offer. Raises NotAllowed, UnknownName, Refused where somebody else was faster."""
    held: Offer = held_to_change(actor, OfferVersion, key)
    if held.standing is standing:
        raise Refused(f"the offer is {standing.label} already", where=key, remedy="Look at it again")
    settled = replace(held, standing=standing, note=note.strip() or held.note)
    go_on(actor, "settle an offer", key, settled, expected_version=expected_version, reason=standing.label)
