"""Erase a message that is done with: its bytes, and what the row says of persons. That it came, and what was recorded, stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from accede.accounts.actor import Actor
from accede.outreach.models import Incoming, Submission
from accede.outreach.replies.held import OPEN, changing
from accede.outreach.replies.keep import FOLDER
from accede.vocabulary.errors import Refused


def erase(actor: Actor, number: int, *, expected_version: int) -> None:
    """Erase it. The same message is not fetched again, as its hash is kept.

    Raises NotAllowed, UnknownName, Refused for what is still in work, and where somebody else was faster.
    """
    with changing(actor, number, expected_version=expected_version) as row:
        if row.state in OPEN:
            raise Refused("it is still in work", where=str(number), remedy="Record it or set it aside first")
        empty(row)


def empty(row: Incoming) -> None:
    """Take out of a row what it says of persons, and remove its file once the transaction ends; the row is saved by who asks."""
    row.sender = row.sender_name = row.recipient = row.subject = row.note = row.message_id = row.in_reply_to = ""
    row.file_name = "erased"
    row.erased_at = datetime.now(UTC)
    if not Submission.objects.filter(files__contains=row.file_sha256).exists():
        file = Path(settings.ACCEDE_HOME) / FOLDER / row.file_sha256
        transaction.on_commit(lambda: file.unlink(missing_ok=True))


__all__ = ["empty", "erase"]
