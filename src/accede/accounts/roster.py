"""All accounts, as an administrator sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Count, Q

from accede.accounts.models import Invitation, Term, User
from accede.accounts.policy import Role
from accede.accounts.second_factor import PROVING
from accede.accounts.terms import roles_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account on a day. `terms` are all, the earliest first; `roles` those of the terms that run."""

    name: str
    email: str
    roles: tuple[Role, ...]
    terms: tuple[Term, ...]
    is_locked: bool
    has_second_factor: bool
    sessions: int
    last_sign_in: datetime | None


def roster(today: date) -> tuple[Account, ...]:
    """Every account by name, in three queries however many there are."""
    proved = set(Authenticator.objects.filter(type__in=PROVING).values_list("user_id", flat=True))
    counted = dict(UserSession.objects.values_list("user_id").annotate(Count("pk")))
    return tuple(
        _account(user, today, user.pk in proved, counted.get(user.pk, 0))
        for user in User.objects.prefetch_related("terms").order_by("username")
    )


def open_invitations(now: datetime) -> tuple[Invitation, ...]:
    """Those that can still be accepted, the newest first."""
    return tuple(Invitation.objects.filter(used_at=None, withdrawn_at=None, expires_at__gt=now))


def presidencies(today: date) -> tuple[str, ...]:
    """The presidencies that have a term which runs or is to come."""
    running = Term.objects.filter(Q(ends=None) | Q(ends__gte=today), ended_at=None).exclude(presidency="")
    return tuple(running.order_by("presidency").values_list("presidency", flat=True).distinct())


def _account(user: User, today: date, has_second_factor: bool, sessions: int) -> Account:
    roles = roles_of(user, today)
    return Account(
        name=user.username,
        email=user.email,
        roles=tuple(role for role in Role if role in roles),
        terms=tuple(user.terms.all()),
        is_locked=not user.is_active,
        has_second_factor=has_second_factor,
        sessions=sessions,
        last_sign_in=user.last_login,
    )
