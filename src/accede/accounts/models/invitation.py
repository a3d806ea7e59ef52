"""An invitation to have an account."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from accede.accounts.policy import Role


class Invitation(models.Model):
    """A link that makes one account, once, before it expires. The link itself is not kept: `token_hash` is its SHA-256.

    The account gets `roles` (values of Role, parted by commas), to the day `until` or until further notice.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    roles = models.CharField(max_length=200)
    presidency = models.CharField(max_length=100, blank=True)
    until = models.DateField(null=True, blank=True)
    expires_at = models.DateTimeField()
    invited_by = models.CharField(max_length=150)
    invited_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at", "-pk"]

    @property
    def role_set(self) -> tuple[Role, ...]:
        """The roles, in the order of the policy."""
        given = set(self.roles.split(","))
        return tuple(role for role in Role if role.value in given)

    def is_open_at(self, now: datetime) -> bool:
        """Whether it can still be accepted."""
        return self.used_at is None and self.withdrawn_at is None and now < self.expires_at
