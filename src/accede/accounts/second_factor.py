"""Whether somebody has proved who they are by more than a password."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings

from accede.accounts.models import User

PROVING = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor; recovery codes only stand in for one that is lost."""


def is_set_up(user: User) -> bool:
    """Whether the account has a second factor. Signing in asks for it from then on, so a session that began later had it."""
    return bool(Authenticator.objects.filter(user=user, type__in=PROVING).exists())


def is_wanting(user: User) -> bool:
    """Whether the account must set one up before anything else."""
    return not settings.ACCEDE_SECOND_FACTOR_OPTIONAL and not is_set_up(user)
