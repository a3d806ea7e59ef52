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


class IncomingKind(Labelled):
    """What it is. What a machine wrote is told by its head, and is never offered as an answer of a State."""

    MESSAGE = "message", "message"
    DOCUMENT = "document", "document"
    NOTE_VERBALE = "note_verbale", "note verbale, typed in"
    AUTOMATIC = "automatic", "automatic answer or circular"
    BOUNCE = "bounce", "report of the mail service"

    @property
    def is_by_machine(self) -> bool:
        """Whether nobody wrote it to us."""
        return self in (IncomingKind.AUTOMATIC, IncomingKind.BOUNCE)


class Incoming(models.Model):
    """A message or a document that may be an answer. Its bytes are kept in the folder of mail, and can be erased.

    The row stays when they are, so that the same message is not fetched again.
    """

    kind = models.CharField(max_length=20)
    """A value of IncomingKind."""
    message_id = models.CharField(max_length=250, blank=True, db_index=True)
    in_reply_to = models.TextField(blank=True)
    """Message-IDs it answers or refers to, a space between."""
    sender = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=300, blank=True)
    recipient = models.CharField(max_length=320, blank=True)
    """The address of ours that it was sent to, else the first it names."""
    subject = models.TextField(blank=True)
    sent_on = models.DateField(null=True)
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=150)
    """The mailbox, or who uploaded it."""
    file_sha256 = models.CharField(max_length=64, unique=True)
    content_sha256 = models.CharField(max_length=64, db_index=True)
    """Of what was said, without the traces of its way: the same message that came twice has the same."""
    file_name = models.CharField(max_length=200)
    is_cut = models.BooleanField(default=False)
    """Whether only its beginning is kept, as it was too large; the whole is in the mailbox."""
    state = models.CharField(max_length=10, db_index=True)
    """A value of IncomingState."""
    version = models.PositiveIntegerField(default=1)
    """Counts the changes, so that of two persons the second is told."""
    of_state = models.CharField(max_length=3, blank=True)
    letter = models.TextField(blank=True)
    matched_by = models.TextField(blank=True)
    """By what, or by whom, it was matched."""
    source = models.TextField(blank=True)
    """The key of the source it became."""
    note = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-came_at", "-pk"]
