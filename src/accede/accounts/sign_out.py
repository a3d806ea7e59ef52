"""End sessions."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.entries import note
from accede.accounts.models import Happening, User
from accede.accounts.policy import Verb


def sign_out_everywhere(actor: Actor, user: User, *, address: str | None = None) -> int:
    """End all sessions of somebody; returns how many there were. Raises NotAllowed."""
    actor.must(Verb.ADMINISTER, where=user.username)
    with transaction.atomic():
        ended = end_sessions(user)
        note(actor.name, user.username, Happening.SESSIONS_ENDED, str(ended), address=address)
    return ended


def end_sessions(user: User, *, but: str | None = None) -> int:
    """Delete the sessions of an account, but for the one with this key; returns how many there were."""
    known = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    ended: int = Session.objects.filter(session_key__in=known.values("session_key")).delete()[0]
    known.delete()
    return ended
