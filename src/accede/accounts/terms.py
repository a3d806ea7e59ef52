"""Which roles somebody has on a day: those of the terms of office that run."""

from __future__ import annotations

from datetime import date

from accede.accounts.actor import Actor
from accede.accounts.models import User
from accede.accounts.policy import Role


def roles_of(user: User, today: date) -> frozenset[Role]:
    """The roles of the terms that run on that day; none of an account that is locked."""
    if not user.is_active:
        return frozenset()
    return frozenset(Role(term.role) for term in user.terms.all() if term.runs_on(today))


def actor_of(user: User, today: date) -> Actor:
    """The account as the use cases know it: its name for the audit trail, and its roles on that day."""
    return Actor(user.username, roles_of(user, today))
