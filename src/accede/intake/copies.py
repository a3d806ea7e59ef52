"""The kept copy of a source, read again: its document, its paragraphs with anchors, its whole text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accede.intake.documents import document_of
from accede.intake.documents.door import PDF
from accede.intake.places import Place, places_of, text_of_places
from accede.intake.source import text_of_document
from accede.paper.tree import Document
from accede.records import kept
from accede.records.values import Source
from accede.vocabulary.errors import Damaged, Refused

NAMED = re.compile(r"\bimported from ([\w.-]+)")
"""Where the note of a source tells the name of its file, which tells the format of a text."""
PASTED = "pasted.txt"
READ_AT_ONCE = 12
"""Documents kept in memory: reading a long PDF takes seconds."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A kept copy as it was read."""

    document: Document
    places: tuple[Place, ...]

    @property
    def text(self) -> str:
        """All its text: that in which quotations must stand."""
        return f"{text_of_places(self.places)}\n{text_of_document(self.document)}"


def copy_of(source: Source) -> Copy:
    """The kept copy of a source. Raises Refused for a source without one, Unreadable, and Damaged where the file is gone."""
    if not source.kept_sha256:
        raise Refused("no copy of it is kept", where=source.title, remedy="Upload its file")
    return _read(source.kept_sha256, file_name(source))


def read_copy(content: bytes, name: str) -> Copy:
    """Bytes as a copy would be read. Raises Unreadable."""
    document = document_of(content, name=name)
    pages: tuple[str, ...] = ()
    if content.startswith(PDF):
        # The libraries for PDF are imported where one is read.
        from accede.intake.documents.pdf.pages import page_texts

        pages = page_texts(content, name=name)
    return Copy(document, places_of(document, pages))


def file_name(source: Source) -> str:
    """The name of the file as it came to us; that of a text where it is not told."""
    match = NAMED.search(source.note)
    return match[1].rstrip(".") if match else PASTED


def safe_name(name: str) -> str:
    """A file's name without folders and signs, so that it can stand in a note and in a header."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return re.sub(r"[^\w.-]", "_", last, flags=re.ASCII)[-120:].lstrip(".") or PASTED


@lru_cache(maxsize=READ_AT_ONCE)
def _read(copy: str, name: str) -> Copy:
    try:
        content = kept.read("sources", copy)
    except FileNotFoundError as error:
        raise Damaged(f"the kept copy sources/{copy} is gone", remedy=kept.REMEDY) from error
    return read_copy(content, name)
