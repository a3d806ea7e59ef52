"""Read the mailbox: every message that came since it was last read is kept. What we sent ourselves is passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.conf import settings

from accede.outreach.models import Delivery, MailboxFolder
from accede.outreach.replies.address import MailboxAddress, mailbox_address
from accede.outreach.replies.keep import keep_message
from accede.outreach.replies.mailbox import Folder, Mailbox, NotGiven, opened
from accede.vocabulary.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How many messages were new, held already, our own copies, gone meanwhile, not given by the server."""

    new: int = 0
    again: int = 0
    own: int = 0
    gone: int = 0
    not_given: int = 0


Told = Callable[[int], None]
"""Called with the number of messages that were looked at."""


def mailbox_set() -> MailboxAddress | None:
    """The mailbox of this installation (ACCEDE_IMAP); None where none is set. Raises Refused for an address that is none."""
    return mailbox_address(settings.ACCEDE_IMAP) if settings.ACCEDE_IMAP else None


def fetch(told: Told = lambda number: None) -> Fetching:
    """Read the folders of the mailbox to their end. What was kept stays kept, wherever it ends.

    Raises Refused where no mailbox is set or it lets nobody in, OSError where it does not answer.
    """
    address = mailbox_set()
    if address is None:
        raise Refused("no mailbox is set", remedy="Set ACCEDE_IMAP")
    done = Fetching()
    with opened(address) as mailbox:
        for name in address.folders:
            done = _folder(mailbox, name, done, told)
    return done


def _folder(mailbox: Mailbox, name: str, done: Fetching, told: Told) -> Fetching:
    place = _place(mailbox, name)
    folder = mailbox.folder(name)
    if folder.validity != place.validity:
        # The server numbers its messages anew: all are looked at again, and those that are held are known by their content.
        place.validity, place.last_uid = folder.validity, 0
    counted = {"new": done.new, "again": done.again, "own": done.own, "gone": done.gone, "not_given": done.not_given}
    is_whole, kept = True, []
    for uid in folder.uids(place.last_uid, _since()):
        try:
            what = _one(folder, uid, mailbox.address.name)
        except NotGiven:
            what, is_whole = "not_given", False
        counted[what] += 1
        kept.append(uid)
        if is_whole:
            place.last_uid = uid
            place.save()
        told(sum(counted.values()))
    place.last_uid = max(place.last_uid, folder.next_uid - 1) if is_whole else place.last_uid
    place.read_at = datetime.now(UTC)
    place.save()
    if settings.ACCEDE_IMAP_MARKS_READ:
        mailbox.mark_read(name, kept)
    return Fetching(**counted)


def _one(folder: Folder, uid: int, came_by: str) -> str:
    """Keep a message; says what became of it. Raises NotGiven."""
    about = folder.message_id(uid)
    if about is None:
        return "gone"
    message_id, size = about
    if message_id and Delivery.objects.filter(message_id=message_id).exists():
        return "own"
    fetched = folder.message(uid, size)
    if fetched is None:
        return "gone"
    done = keep_message(fetched.content, came_by=came_by, is_cut=fetched.is_cut)
    return "new" if done.is_new else "again"


def _place(mailbox: Mailbox, name: str) -> MailboxFolder:
    about = {"mailbox": mailbox.address.name, "folder": name}
    return MailboxFolder.objects.filter(**about).first() or MailboxFolder(**about, validity=0)


def _since() -> date | None:
    """The day from which the mailbox is read (ACCEDE_IMAP_SINCE); None: all of it."""
    text = settings.ACCEDE_IMAP_SINCE
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refused("this is no day", where="ACCEDE_IMAP_SINCE", remedy="Write it as 2026-11-23") from error


__all__ = ["Fetching", "fetch", "mailbox_set"]
