"""How far a folder of the mailbox has been read."""

from __future__ import annotations

from django.db import models


class MailboxFolder(models.Model):
    """A folder: up to which message it was read. The numbers hold as long as the server's UIDVALIDITY is the same."""

    mailbox = models.CharField(max_length=250)
    """user@host, without the password."""
    folder = models.CharField(max_length=250)
    validity = models.BigIntegerField()
    last_uid = models.BigIntegerField(default=0)
    read_at = models.DateTimeField(null=True)
    """When it was last read to its end."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailbox", "folder"], name="mailbox_folder_once")]
