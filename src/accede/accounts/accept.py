"""Accept an invitation."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from accede.accounts.entries import note
from accede.accounts.grant import add_terms
from accede.accounts.invite import hashed
from accede.accounts.make import save_new
from accede.accounts.models import Happening, Invitation, User
from accede.accounts.passwords import named, with_password
from accede.vocabulary.errors import UnknownName


def invitation_of(token: str) -> Invitation:
    """The invitation that a link leads to.

    Raises UnknownName, in the same words, where there is none and where it was used, withdrawn or has expired.
    """
    found = Invitation.objects.filter(token_hash=hashed(token)).first()
    if found is None or not found.is_open_at(datetime.now(UTC)):
        raise _closed()
    return found


def accept(token: str, name: str, password: str, *, language: str = "", address: str | None = None) -> User:
    """Make the account that the invitation is for, and its terms. Raises UnknownName; Refused for a name or password."""
    with transaction.atomic():
        invitation = invitation_of(token)
        user = with_password(named(name.strip(), invitation.email), password)
        user.language = language
        now = datetime.now(UTC)
        unused = Invitation.objects.filter(pk=invitation.pk, used_at=None)
        if not unused.update(used_at=now, used_by=user.username):
            raise _closed()  # somebody was quicker
        save_new(user)
        note(user.username, user.username, Happening.ACCEPTED, invitation.email, address=address)
        add_terms(
            invitation.invited_by,
            user,
            invitation.role_set,
            starts=now.date(),
            presidency=invitation.presidency,
            ends=invitation.until,
            address=address,
        )
    return user


def _closed() -> UnknownName:
    return UnknownName(
        "this invitation cannot be used: it was accepted, was withdrawn, or has expired",
        remedy="Ask who invited you for a new one",
    )
