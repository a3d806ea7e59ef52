"""Lock an account, and unlock it."""

from __future__ import annotations

from datetime import UTC, datetime

from axes.models import AccessAttempt
from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.administrators import keep_one
from accede.accounts.entries import note
from accede.accounts.models import Happening, User
from accede.accounts.policy import Verb
from accede.accounts.sign_out import end_sessions
from accede.vocabulary.errors import Refused


def lock(actor: Actor, user: User, *, why: str, address: str | None = None) -> None:
    """Keep somebody out from now on: no sign-in, no session, no role. Raises NotAllowed; Refused without a reason, for one's
    own account, and for the last administrator's.
    """
    actor.must(Verb.ADMINISTER, where=user.username)
    if not why.strip():
        raise Refused("to lock an account needs a reason", where=user.username, remedy="Say why")
    if user.username == actor.name:
        raise Refused("this is your own account", where=user.username, remedy="Ask another administrator")
    with transaction.atomic():
        keep_one(datetime.now(UTC).date(), without_user=user.pk)
        user.is_active = False
        user.save(update_fields=["is_active"])
        end_sessions(user)
        note(actor.name, user.username, Happening.LOCKED, why.strip(), address=address)


def unlock(actor: Actor, user: User, *, address: str | None = None) -> None:
    """Let somebody sign in again, after `lock` as after too many failures. Raises NotAllowed."""
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        user.is_active = True
        user.save(update_fields=["is_active"])
        AccessAttempt.objects.filter(username=user.username).delete()
        note(actor.name, user.username, Happening.UNLOCKED, address=address)
