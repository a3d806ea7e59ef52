"""What footnotes say: the day of the information, abbreviations, where the information comes from."""

import re

from accede.intake.status_paper.dates import DATE
from accede.paper.tree import Document, Footnote, paragraph_text, text_of
from accede.vocabulary.partial_date import PartialDate, read_date

INFORMATION = re.compile(rf"\binformation\b.{{0,40}}\b(?:as of|as at|until|up to)\s+(?P<date>{DATE})", re.IGNORECASE)
AS_OF = re.compile(rf"\bas of\s+(?P<date>{DATE})", re.IGNORECASE)

PATTERNS: tuple[re.Pattern[str], ...] = (
    INFORMATION,
    # An abbreviation written out.
    re.compile(
        r"(?:\w+: )?(?:Intersessional meetings?|Meetings? of the States Parties|Review Conferences?)\b.{0,20}",
        re.IGNORECASE,
    ),
    re.compile(r"Sources?(?: of information)?\b.*", re.IGNORECASE | re.DOTALL),
)
"""Footnotes that explain the paper and hold nothing else."""


def text_of_footnote(footnote: Footnote) -> str:
    return paragraph_text(footnote.paragraphs).strip()


def is_understood(text: str) -> bool:
    """Whether a footnote that no part has used explains the paper."""
    return any(pattern.match(text) for pattern in PATTERNS)


def information_as_of(document: Document) -> PartialDate | None:
    """The day up to which the paper has information: told by itself, a footnote, its title or subtitle.

    Raises InvalidDate for a day that cannot be.
    """
    if document.as_of:
        return PartialDate.parse(document.as_of)
    heads = (text_of(document.title), text_of(document.subtitle))
    notes = tuple(text_of_footnote(footnote) for footnote in document.footnotes)
    for text in (*notes, *heads):
        if match := INFORMATION.search(text):
            return read_date(match["date"])
    for text in heads:
        if match := AS_OF.search(text):
            return read_date(match["date"])
    return None
