"""The text of each page of a PDF, in the order in which it is drawn: enough to find a paragraph's page by its words."""

from __future__ import annotations

import io
import warnings

import pdfplumber

from accede.intake.documents.pdf.bounds import refuse_oversized
from accede.intake.documents.pdf.placed import BROKEN, MOST_CHARACTERS
from accede.vocabulary.errors import Unreadable


def page_texts(data: bytes, *, name: str) -> tuple[str, ...]:
    """The characters of each page, as drawn. Empty for a PDF in which they cannot be told apart by page. Raises Unreadable."""
    refuse_oversized(data, name=name)
    found: list[str] = []
    left = MOST_CHARACTERS
    try:
        with warnings.catch_warnings(action="ignore"), pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                found.append("".join(str(one["text"]) for one in page.chars))
                left -= len(page.chars)
                page.close()
                if left < 0:
                    raise Unreadable("it has more text than any paper", where=name, remedy="Give the part you mean")
    except BROKEN:
        return ()
    return tuple(found)
