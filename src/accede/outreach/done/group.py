"""The working group: who comes in, who leaves."""

from __future__ import annotations

from dataclasses import replace

from accede.accounts.actor import Actor
from accede.activities.models import MembershipVersion
from accede.activities.threads import Membership
from accede.outreach.done.threads import members
from accede.outreach.done.written import begin, go_on, held_to_change
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate


def join_group(actor: Actor, membership: Membership) -> str:
    """A State (ISO alpha-3) or an organization comes in; returns the key ("apmbc/group/BEL/1").

    Raises NotAllowed, Refused for one that is in it.
    """
    member = membership.member.strip()
    where = f"{membership.treaty}/group/{member.replace(' ', '-')}"
    if not member:
        raise Refused("it is not said who comes in", remedy="Name a State or an organization")
    if any(each.fact.member == member for each in members(actor, membership.treaty)):
        raise Refused("it is a member already", where=where, remedy="Say when it left, if it did")
    return begin(actor, "join the group", where, replace(membership, member=member))


def leave_group(actor: Actor, key: str, until: PartialDate, *, expected_version: int) -> None:
    """A member leaves on a day. Raises NotAllowed, UnknownName, Refused where it ends before it began."""
    held: Membership = held_to_change(actor, MembershipVersion, key)
    since = held.since
    if since and since.earliest and until.latest and until.latest < since.earliest:
        raise Refused("it would leave before it came", where=key, remedy="Look at both days")
    go_on(
        actor,
        "leave the group",
        key,
        replace(held, until=until),
        expected_version=expected_version,
        reason="left the group",
    )
