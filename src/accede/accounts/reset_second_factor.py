"""Take away a second factor that somebody lost."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.models import Happening, User
from accede.accounts.policy import Verb
from accede.accounts.sign_out import end_sessions


def reset_second_factor(actor: Actor, user: User, *, address: str | None = None) -> int:
    """Remove applications, passkeys and recovery codes, and end all sessions; a new factor is set up at the next sign-in.

    Returns how many were removed. Raises NotAllowed.
    """
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        removed: int = Authenticator.objects.filter(user=user).delete()[0]
        end_sessions(user)
        note(actor.name, user.username, Happening.FACTORS_RESET, address=address)
    return removed
