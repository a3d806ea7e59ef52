"""Make an account, as only an administrator or the command line does; others accept an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import IntegrityError, transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.grant import add_terms
from accede.accounts.models import Happening, User
from accede.accounts.passwords import taken
from accede.accounts.policy import Role, Verb


def make_account(actor: Actor, user: User, roles: Iterable[Role], *, address: str | None = None) -> User:
    """Keep a new account (`passwords.named`, `with_password`), with terms from today on, if any. Raises NotAllowed, Refused."""
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        save_new(user)
        note(actor.name, user.username, Happening.MADE, address=address)
        given = list(roles)
        if given:
            add_terms(actor.name, user, given, starts=datetime.now(UTC).date(), address=address)
    return user


def save_new(user: User) -> None:
    """Insert the account. Raises Refused where somebody has just taken its name."""
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise taken(user.username) from error
