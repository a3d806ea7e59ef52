"""The log of contacts."""

from __future__ import annotations

from django.db import models

from accede.vocabulary.label import Labelled


class ContactHappening(Labelled):
    """What can happen to a contact."""

    ADDED = "added", "added"
    CHANGED = "changed", "changed"
    TAKEN_IN = "taken_in", "taken in"
    TAKEN_BACK = "taken_back", "taking in undone"
    ENDED = "ended", "term ended"
    KEPT = "kept", "kept longer"
    MERGED = "merged", "put together with another"
    ERASED = "erased", "erased"
    GIVEN_OUT = "given_out", "given out"


class ContactEntry(models.Model):
    """Who did what to which contact when: names of fields and numbers, and never what stood in them.

    It outlives the contact, so it must tell nothing of a person. Rows are only ever inserted.
    """

    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=150)
    happening = models.CharField(max_length=20)
    """A value of ContactHappening."""
    contact = models.BigIntegerField(null=True, db_index=True)
    """No foreign key, as the contact may be erased; None for what was done to many."""
    state = models.CharField(max_length=3, blank=True)
    details = models.TextField(blank=True)
    """Names of fields, a space between; or a number and a format ("33 csv")."""
    batch = models.CharField(max_length=32, blank=True, db_index=True)
    """Of those that were taken in at once."""

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "contact entries"
