"""What came in, as it is read by a person: its own words, what it quotes, its files, and what the reader of replies finds in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from accede.evidence.values import Confirmation, Statement
from accede.intake import replies
from accede.intake.copies import PASTED, read_copy
from accede.intake.documents.message import ATTACHED, EMAIL, QUOTED
from accede.intake.findings import DocumentKind
from accede.intake.ground import Ground
from accede.intake.places import PlaceKind
from accede.intake.propose import ground_of
from accede.outreach.models import Incoming, IncomingKind
from accede.outreach.replies.attachments import Attachment, attachments, text_size
from accede.outreach.replies.keep import FOLDER
from accede.paper.tree import Block, Document, Paragraph, Run, text_of
from accede.records import kept
from accede.records.lock import head
from accede.records.values import View
from accede.vocabulary.errors import AccedeError, Damaged, Refused

MOST_PARAGRAPHS = 400
LONGEST_PARAGRAPH = 20_000
MOST_TEXT = 2_000_000
"""Bytes of text of a message that are read; a State writes a few thousand."""
MOST_LOOKED_THROUGH = 60_000
"""Characters in which it is looked for what the State says: a page must not keep anybody waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`named` is the State (ISO alpha-3) that it names as its sender, `citation` how the reader would cite it.

    `unchanged` are the words that say that nothing changed; "" for what is not found. `unread` says why its text cannot be read.
    """

    own: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    named: str = ""
    citation: str = ""
    unchanged: str = ""
    unread: str = ""


def content_of(row: Incoming) -> bytes:
    """The bytes of what came in. Raises Refused where they were erased, Damaged where the file is gone."""
    if row.erased_at:
        raise Refused("it was erased", where=str(row.pk), remedy="Only that it came is still known")
    try:
        return kept.read(FOLDER, row.file_sha256)
    except FileNotFoundError as error:
        raise Damaged(f"the kept file {FOLDER}/{row.file_sha256} is gone", remedy=kept.REMEDY) from error


def message_of(row: Incoming, treaty: str) -> Message:
    """What came in, read; whatever is wrong with it is told in `unread`, and its files are listed all the same. Raises Damaged."""
    if row.erased_at:
        return Message(unread=Refused("it was erased").told)
    newest = head()
    content_of(row)
    return _read(row.file_sha256, row.file_name, IncomingKind(row.kind), treaty, newest.hash if newest else "")


@lru_cache(maxsize=4)
def _read(sha256: str, name: str, kind: IncomingKind, treaty: str, newest: str) -> Message:
    """A kept file, read. The name of mail says nothing of its form where it came by IMAP: it is read as the message that it is."""
    content = kept.read(FOLDER, sha256)
    is_mail = kind not in (IncomingKind.DOCUMENT, IncomingKind.NOTE_VERBALE)
    named = name if not is_mail or name.lower().endswith((".eml", ".msg")) else "message.eml"
    files = attachments(content) if is_mail else ()
    if is_mail and text_size(content) > MOST_TEXT:
        return Message(
            files=files, unread=Refused("its text is too long to be read here", remedy="Save it as it came").told
        )
    try:
        copy = read_copy(content, PASTED if kind is IncomingKind.NOTE_VERBALE else named)
    except AccedeError as error:
        return Message(files=files, unread=error.told)
    if copy.document.kind != EMAIL:
        texts = [place.text for place in copy.places if place.kind is not PlaceKind.CELL]
        return Message(own=_bounded(texts))
    findings = replies.read(_beginning(copy.document), _ground(treaty, newest), DocumentKind.REPLY)
    facts = [one.fact for one in findings.proposals]
    said = next((one for one in facts if isinstance(one, Confirmation | Statement)), None)
    unchanged = next((one.text for one in facts if isinstance(one, Confirmation)), "")
    return Message(
        own=_bounded(_paragraphs(copy.document, quoted=False)),
        quoted=_bounded(_paragraphs(copy.document, quoted=True)),
        files=files,
        named=findings.states[0] if findings.states else "",
        citation=said.citation if said else "",
        unchanged=unchanged,
    )


def _beginning(document: Document) -> Document:
    """A message with as much of its text as is looked through; its head and the names of its files stay."""
    left = MOST_LOOKED_THROUGH
    sections = []
    for section in document.sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                blocks.append(block)
            elif left > 0:
                text = text_of(block.inlines)
                blocks.append(block if len(text) <= left else replace(block, inlines=(Run(text[:left]),)))
                left -= len(text)
        sections.append(replace(section, blocks=tuple(blocks)))
    return replace(document, sections=tuple(sections))


def _paragraphs(document: Document, *, quoted: bool) -> list[str]:
    """The text of a message: its own, or what it repeats of earlier ones."""
    found = []
    for section in document.sections:
        heading = text_of(section.heading)
        if heading == ATTACHED or (heading == QUOTED) is not quoted:
            continue
        found += [text_of(block.inlines).strip() for block in section.blocks if isinstance(block, Paragraph)]
    return found


def _bounded(texts: list[str]) -> tuple[str, ...]:
    return tuple(text[:LONGEST_PARAGRAPH] for text in texts if text.strip())[:MOST_PARAGRAPHS]


@lru_cache(maxsize=2)
def _ground(treaty: str, newest: str) -> Ground:
    """What readers are given of the register, as it is since the last write."""
    return ground_of(treaty, View(as_of=date.max, known_on=datetime.now(UTC)))


__all__ = ["Message", "content_of", "message_of"]
