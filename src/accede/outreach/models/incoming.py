"""What came in: mail, files, notes verbales that were typed in."""

from __future__ import annotations

from django.db import models

from accede.vocabulary.label import Labelled


class IncomingState(Labelled):
    """Where it stands."""

    HELD = "held", "not matched"
    MATCHED = "matched", "matched with a State"
    DONE = "done", "recorded"
    ASIDE = "aside", "set aside"


class Incoming(models.Model):
    """A message or a document that may be an answer. Its bytes are kept in the folder of mail, and can be erased."""

    message_id = models.CharField(max_length=250, blank=True, db_index=True)
    in_reply_to = models.TextField(blank=True)
    """Message-IDs it answers or refers to, a space between."""
    sender = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=300, blank=True)
    recipient = models.CharField(max_length=320, blank=True)
    subject = models.TextField(blank=True)
    sent_on = models.DateField(null=True)
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=150)
    """The mailbox, or who uploaded it."""
    file_sha256 = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, db_index=True)
    """A value of IncomingState."""
    of_state = models.CharField(max_length=3, blank=True)
    letter = models.TextField(blank=True)
    matched_by = models.TextField(blank=True)
    """By what, or by whom, it was matched."""
    source = models.TextField(blank=True)
    """The key of the source it became."""
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-came_at", "-pk"]
