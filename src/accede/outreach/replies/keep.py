"""Keep what came in: its bytes first, then the row that tells of it. The same message is kept once, whichever way it came twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import IntegrityError, transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.intake.copies import PASTED, safe_name
from accede.outreach.models import Incoming, IncomingKind, IncomingState
from accede.outreach.replies.head import Head, head_of, is_message
from accede.outreach.replies.match import MOST_IDS, match
from accede.outreach.sending.addresses import delivery_answered, mailbox
from accede.outreach.sending.returned import note_returned
from accede.records import kept
from accede.records.keep_source import LARGEST
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification

FOLDER = "mail"
MOST_LOOKED_AT = 20
"""Recipients at our own domain of which it is asked whether they are the address of a letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The number of the row that holds the message, and whether it was made now."""

    number: int
    is_new: bool


def keep_message(content: bytes, *, came_by: str, name: str = "message.eml", is_cut: bool = False) -> Kept:
    """Keep a message or a document, and match it as far as it tells by itself what it answers. Never raises for what it says."""
    held = Incoming.objects.filter(file_sha256=hashlib.sha256(content).hexdigest()).first()
    if held is not None and held.erased_at:
        return Kept(held.pk, is_new=False)
    sha256 = kept.keep(FOLDER, content)
    if held is not None:
        return Kept(held.pk, is_new=False)
    is_mail = is_message(content)
    head = head_of(content) if is_mail else Head(content_sha256=sha256)
    if is_mail and head.message_id:
        same = Incoming.objects.filter(content_sha256=head.content_sha256).first()
        if same is not None:
            return Kept(same.pk, is_new=False)
    row = _row(head, _kind(head, is_mail=is_mail), sha256, came_by=came_by, name=name)
    row.is_cut = is_cut
    return _kept(row)


def keep_upload(actor: Actor, content: bytes, *, name: str) -> Kept:
    """Keep a file that somebody uploaded. Raises NotAllowed; Refused for nothing, and for more than a source may have."""
    actor.must(Verb.RECORD, Classification.PRESIDENCY, where=name)
    if not content.strip():
        raise Refused("it is empty", where=name, remedy="Check that it is the file you mean")
    if len(content) > LARGEST:
        most = LARGEST // (1024 * 1024)
        raise Refused(
            f"it has more than the {most} MB that a source may have", where=name, remedy="Give the part you mean"
        )
    return keep_message(content, came_by=actor.name, name=safe_name(name))


def keep_note_verbale(actor: Actor, text: str, *, state: str, letter: str, title: str, on: date | None) -> Kept:
    """Keep a note verbale that somebody typed in. It is matched with the State and the letter (or "") that they named.

    Raises NotAllowed; Refused for one without words.
    """
    actor.must(Verb.RECORD, Classification.PRESIDENCY)
    if not text.strip():
        raise Refused("it has no words", remedy="Type in what the note verbale says")
    content = f"{title}\n\n{text.strip()}\n".encode() if title else f"{text.strip()}\n".encode()
    sha256 = kept.keep(FOLDER, content)
    head = Head(subject=title, sent_on=on, content_sha256=sha256)
    row = _row(head, IncomingKind.NOTE_VERBALE, sha256, came_by=actor.name, name=PASTED)
    row.of_state, row.letter = state, letter
    row.state, row.matched_by = IncomingState.MATCHED.value, f"person {actor.name}"
    return _kept(row)


def _row(head: Head, kind: IncomingKind, sha256: str, *, came_by: str, name: str) -> Incoming:
    return Incoming(
        kind=kind.value,
        message_id=head.message_id,
        in_reply_to=" ".join(head.answers),
        sender=head.sender,
        sender_name=head.sender_name,
        recipient=_ours_among(head.recipients),
        subject=head.subject,
        sent_on=head.sent_on,
        came_at=datetime.now(UTC),
        came_by=came_by[:150],
        file_sha256=sha256,
        content_sha256=head.content_sha256 or sha256,
        file_name=safe_name(name),
        state=IncomingState.HELD.value,
        note=" ".join(head.failed)[:2000],
    )


def _ours_among(recipients: Sequence[str]) -> str:
    """Of the recipients of a message the address for answers to a letter, else our own mailbox, else the first."""
    own = mailbox().lower()
    near = [each for each in recipients if own and each.rpartition("@")[2] == own.rpartition("@")[2]][:MOST_LOOKED_AT]
    marked = [each for each in near if delivery_answered(each)]
    return next(iter((*marked, *(each for each in near if each == own), *recipients)), "")


def _kind(head: Head, *, is_mail: bool) -> IncomingKind:
    if not is_mail:
        return IncomingKind.DOCUMENT
    if head.is_report:
        return IncomingKind.BOUNCE
    return IncomingKind.AUTOMATIC if head.is_automatic else IncomingKind.MESSAGE


def _kept(row: Incoming) -> Kept:
    """Insert the row, matched where what it answers is certain; where somebody was faster, theirs is it."""
    if row.state == IncomingState.HELD.value and row.kind != IncomingKind.DOCUMENT.value:
        found = match(row)
        row.letter, row.of_state = found.letter, found.state
        if found.state:
            row.matched_by = found.ground.value if found.ground else ""
            if not IncomingKind(row.kind).is_by_machine:
                row.state = IncomingState.MATCHED.value
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            if row.kind == IncomingKind.BOUNCE.value and row.of_state and row.note:  # it names whom it could not reach
                note_returned(row.in_reply_to.split()[:MOST_IDS], delivery_answered(row.recipient))
    except IntegrityError:
        return Kept(Incoming.objects.get(file_sha256=row.file_sha256).pk, is_new=False)
    return Kept(row.pk, is_new=True)


__all__ = ["FOLDER", "Kept", "keep_message", "keep_note_verbale", "keep_upload"]
