"""The log of accounts."""

from __future__ import annotations

from django.db import models

from accede.vocabulary.label import Labelled


class Happening(Labelled):
    """What can happen to an account."""

    MADE = "made", "account made"
    INVITED = "invited", "invited"
    INVITATION_WITHDRAWN = "invitation_withdrawn", "invitation withdrawn"
    ACCEPTED = "accepted", "invitation accepted"
    GRANTED = "granted", "term of office granted"
    ENDED = "ended", "term of office ended"
    LOCKED = "locked", "account locked"
    UNLOCKED = "unlocked", "account unlocked"
    FACTOR_ADDED = "factor_added", "second factor added"
    FACTOR_REMOVED = "factor_removed", "second factor removed"
    FACTORS_RESET = "factors_reset", "second factor reset"
    PASSWORD_CHANGED = "password_changed", "password changed"
    SIGNED_IN = "signed_in", "signed in"
    SIGNED_OUT = "signed_out", "signed out"
    REFUSED = "refused", "sign-in refused"
    LOCKED_OUT = "locked_out", "locked out for a while after failures"
    SESSIONS_ENDED = "sessions_ended", "sessions ended"
    CHANGED = "changed", "account changed"


class AccountEntry(models.Model):
    """Who did what to which account when, and from which address. Rows are only ever inserted.

    Outside the audit chain, since it is about persons: the register's chain must never have to be cut for one of them.
    """

    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=150)
    """The username, or who was at the command line; "" where nobody was signed in."""
    account = models.CharField(max_length=254, db_index=True)
    """The username, or the invited address where there is no account yet."""
    happening = models.CharField(max_length=30)
    """A value of Happening."""
    details = models.TextField(blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "account entries"
