"""What of accounts must not come back with a backup."""

from __future__ import annotations

from datetime import UTC, datetime

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from accede.accounts.models import Invitation


def settle() -> None:
    """End every session, take back every invitation that is open, and forget failures to sign in.

    Somebody may have ended or withdrawn them since; a backup does not know it.
    """
    Session.objects.all().delete()
    UserSession.objects.all().delete()
    AccessAttempt.objects.all().delete()
    Invitation.objects.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=datetime.now(UTC))
