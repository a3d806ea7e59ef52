"""Whether our own mailbox has the copy of a message that we sent: then the mail server took it."""

from __future__ import annotations

from accede.outreach.replies.fetch import mailbox_set
from accede.outreach.replies.mailbox import opened
from accede.vocabulary.errors import Refused


def has_copy(message_id: str) -> bool | None:
    """Whether a message with this Message-ID is in the mailbox; None where nobody can tell: none is set, or it does not answer.

    False says that it is not there now; a copy may still be on its way.
    """
    try:
        address = mailbox_set()
        if address is None or not message_id.strip("<> "):
            return None
        with opened(address) as mailbox:
            return any(mailbox.folder(name).has(message_id) for name in address.folders)
    except (OSError, Refused):
        return None


__all__ = ["has_copy"]
