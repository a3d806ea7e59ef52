"""Invite somebody to have an account."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.grant import refuse_past
from accede.accounts.models import Happening, Invitation, User
from accede.accounts.policy import Role, Verb
from accede.vocabulary.errors import Refused, UnknownName

DAYS = 7
"""How long an invitation can be accepted."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation, and the token of its link: known now and never again."""

    invitation: Invitation
    token: str


def invite(
    actor: Actor,
    email: str,
    roles: Iterable[Role],
    *,
    presidency: str = "",
    until: date | None = None,
    address: str | None = None,
) -> Invited:
    """Invite somebody to these roles, from the day of accepting to the day `until` or until further notice.

    An earlier invitation of the same address is withdrawn. Raises NotAllowed; Refused for an address that cannot be or that
    has an account, for no role, and for a day that has passed.
    """
    email = email.strip()
    actor.must(Verb.ADMINISTER, where=email)
    wanted = [role for role in Role if role in set(roles)]
    _refuse(email, wanted)
    refuse_past(email, until)
    now, token = datetime.now(UTC), secrets.token_urlsafe(32)
    with transaction.atomic():
        for earlier in Invitation.objects.filter(email__iexact=email, used_at=None, withdrawn_at=None):
            _withdraw(actor.name, earlier, now, address)
        invitation = Invitation.objects.create(
            token_hash=hashed(token),
            email=email,
            roles=",".join(role.value for role in wanted),
            presidency=presidency.strip(),
            until=until,
            expires_at=now + timedelta(DAYS),
            invited_by=actor.name,
            invited_at=now,
        )
        details = ", ".join(filter(None, [invitation.roles, invitation.presidency, str(until or "")]))
        note(actor.name, email, Happening.INVITED, details, address=address)
    return Invited(invitation, token)


def withdraw(actor: Actor, invitation_id: int, *, address: str | None = None) -> Invitation:
    """Let an invitation lead nowhere any more. Raises NotAllowed, UnknownName; Refused where it was accepted."""
    actor.must(Verb.ADMINISTER, where=f"invitation {invitation_id}")
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().filter(pk=invitation_id).first()
        if invitation is None:
            raise UnknownName("there is no such invitation", where=str(invitation_id))
        if invitation.used_at is not None:
            raise Refused("it was accepted already", where=invitation.email, remedy="End the term of office instead")
        _withdraw(actor.name, invitation, datetime.now(UTC), address)
    return invitation


def hashed(token: str) -> str:
    """What is kept of a token. It is random and long, so that a hash without salt tells nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _withdraw(actor: str, invitation: Invitation, now: datetime, address: str | None) -> None:
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])
    note(actor, invitation.email, Happening.INVITATION_WITHDRAWN, address=address)


def _refuse(email: str, roles: list[Role]) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused("this is not an address for mail", where=email, remedy="Write it as name@example.org") from error
    if not roles:
        raise Refused("no role was named", where=email, remedy="Name at least one")
    if User.objects.filter(email__iexact=email).exists():
        raise Refused("somebody with this address has an account", where=email, remedy="Grant a term of office instead")
