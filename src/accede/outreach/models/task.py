"""What is to be done."""

from __future__ import annotations

from django.db import models


class Task(models.Model):
    """Something that somebody is to do by a day. Work, not evidence: it is changed, done and deleted.

    What follows from the register by itself (replies due, meetings, windows of withdrawal) is computed and has no row here.
    """

    treaty = models.CharField(max_length=60, db_index=True)
    what = models.TextField()
    whose = models.CharField(max_length=150, blank=True, db_index=True)
    """The username; "" while nobody has taken it."""
    until = models.DateField(null=True)
    state = models.CharField(max_length=3, blank=True)
    about = models.TextField(blank=True)
    """The key of what it follows from: a promise, a letter, an activity."""
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    done_by = models.CharField(max_length=150, blank=True)
    done_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    """Counts the changes, so that nobody overwrites what somebody else wrote meanwhile."""

    class Meta:
        ordering = ["until", "pk"]
