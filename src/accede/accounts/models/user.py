"""An account."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person with an account: ours from the first migration, because Django cannot change the user model later.

    The username is how the records and the log name who did something; an account is locked (`is_active`), never deleted.
    What it may do follows from its terms of office alone: Django's groups, permissions and superusers are not used.
    """

    language = models.CharField(max_length=2, blank=True)
    """The language of the workspace for this person, a value of Language; "": what the browser asks for."""
    wants_digest = models.BooleanField(default=False)
    """Whether a daily mail says what waits for this person."""
    digest_on = models.DateField(null=True, blank=True)
    """The day (UTC) of the last one: there is never a second on a day."""
