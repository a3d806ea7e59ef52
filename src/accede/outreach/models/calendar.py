"""The secret address of somebody's calendar."""

from __future__ import annotations

from django.db import models


class CalendarAddress(models.Model):
    """Whoever has the address reads the days of one person's work. It is not kept, only its SHA-256; a new one ends the old."""

    username = models.CharField(max_length=150, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    tells_words = models.BooleanField(default=False)
    """Whether the calendar has the words of tasks and promises; else only of what kind they are, about which State."""
