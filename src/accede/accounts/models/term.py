"""A term of office."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models


class Term(models.Model):
    """A role that somebody has for a while: from the day `starts` to the day `ends`, both included, or until further notice.

    `presidency` names the presidency that it belongs to ("Norway 2026"), "" where it belongs to none: the ISU's. A term
    ended before its time has `ended_at`, and does not run from that instant on. Nothing is deleted.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="terms")
    role = models.CharField(max_length=20)
    """A value of Role."""
    presidency = models.CharField(max_length=100, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    granted_by = models.CharField(max_length=150)
    granted_at = models.DateTimeField()
    ended_by = models.CharField(max_length=150, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)
    """Why it ended before its time."""

    class Meta:
        ordering = ["starts", "pk"]

    def runs_on(self, day: date) -> bool:
        """Whether the role is held on that day, as far as is known now."""
        return self.ended_at is None and self.starts <= day and (self.ends is None or day <= self.ends)

    @property
    def is_over(self) -> bool:
        """Whether somebody ended it before its time."""
        return self.ended_at is not None
