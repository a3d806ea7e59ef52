"""Papers in PDF: tagged ones by their structure tree, others by where their words stand.

A PDF may come from anybody: it is looked at for its size unpacked, for pages and for a password before it is read, and
nothing in it is run or fetched.
"""

from __future__ import annotations

import io
import re
import warnings

import pikepdf

from accede.intake.documents.pdf import placed, tagged
from accede.intake.documents.pdf.bounds import MOST_CONTENT, refuse_oversized
from accede.intake.documents.pdf.content import Content
from accede.intake.documents.pdf.fonts import UNKNOWN, Unpacked
from accede.intake.documents.pdf.structure import Structure
from accede.paper.tree import Document, all_sections
from accede.vocabulary.errors import Unreadable

MOST_PAGES = 500
END, LAST = b"%%EOF", 4096
AS_PDF = "Save it as PDF again, or give the paper as .docx, .html, .md or .txt"
OURS = re.compile(r"([a-z][a-z_-]*), tree sha256 [0-9a-f]{64}")
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError, RecursionError)
"""What a damaged file may raise from the library or from a part that is not what it should be."""


def read(data: bytes, *, name: str) -> Document:
    """The tree of a PDF. Raises Unreadable."""
    refuse_oversized(data, name=name)
    if END not in data[-LAST:]:
        # The library would put together what is left, and nobody would see what is not.
        raise Unreadable("it is a PDF that is damaged or cut off: its end is missing", where=name, remedy=AS_PDF)
    try:
        with warnings.catch_warnings(action="ignore"), pikepdf.open(io.BytesIO(data)) as pdf:
            found = _tagged(pdf, name=name)
            details = _details(pdf)
    except pikepdf.PasswordError as error:
        raise Unreadable("it has a password", where=name, remedy="Save it without one and try again") from error
    except OverflowError as error:
        raise too_large(name) from error
    except BROKEN as error:
        raise Unreadable("it is a PDF that is damaged or cut off", where=name, remedy=AS_PDF) from error
    document = found if found is not None and any(_blocks(found)) else placed.read(data, name=name, **details)
    if not any(_blocks(document)):
        raise Unreadable(
            "it has no text: it is a picture of a paper",
            where=name,
            remedy="Have its text recognised by another program, and give that",
        )
    return document


def too_large(name: str) -> Unreadable:
    """The refusal of a file that unpacks to more than a paper may have."""
    return Unreadable(
        f"it unpacks to more than the {MOST_CONTENT // (1024 * 1024)} MB of text that a paper may have",
        where=name,
        remedy="Check that it is the paper you mean",
    )


def _tagged(pdf: pikepdf.Pdf, *, name: str) -> Document | None:
    """The tree by the structure of the file; None where it has none that serves."""
    if len(pdf.pages) > MOST_PAGES:
        raise Unreadable(
            f"it has {len(pdf.pages)} pages, more than the {MOST_PAGES} that are read",
            where=name,
            remedy="Give the part with the paper you mean",
        )
    content = Content(Unpacked(MOST_CONTENT))
    if not isinstance(pdf.Root.get("/StructTreeRoot"), pikepdf.Dictionary):
        return None
    for page in pdf.pages:
        content.page(page)
    shown = sum(len(piece.text) for pieces in content.pieces.values() for piece in pieces)
    if not shown:
        return None
    if sum(piece.text.count(UNKNOWN) for pieces in content.pieces.values() for piece in pieces) > shown / 50:
        return None
    details = _details(pdf)
    return tagged.read(Structure(pdf, content.pieces, name=name).root(), **details)


def _details(pdf: pikepdf.Pdf) -> dict[str, str]:
    """What the file tells of itself: the kind of a paper of ours, and the language."""
    told = OURS.match(str(pdf.docinfo.get("/Keywords", ""))) if pdf.docinfo is not None else None
    language = str(pdf.Root.get("/Lang", "") or "en").partition("-")[0].lower()
    return {"kind": told[1] if told else "", "language": language if language.isalpha() else "en"}


def _blocks(document: Document) -> list[object]:
    return [block for section in all_sections(document) for block in section.blocks]
