"""The gate of quotations: what is recorded as a State's words must stand, letter by letter, in the source that is kept. Pure.

What typesetting changes does not count: kinds of quotation marks and dashes, white space, composed letters, soft hyphens,
a word parted at the end of a line. An ellipsis ("(...)", "[...]", "…") leaves words out and changes none: what stands on
either side of it must follow each other in the source.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from accede.evidence.values import Statement
from accede.vocabulary.errors import Refused
from accede.vocabulary.statements import TextKind

SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u00ad": None, "\u200b": None, "\ufeff": None,
    }
)  # fmt: skip
ELLIPSIS = re.compile(r"\s*(?:\(\s*(?:\.{3}|…)\s*\)|\[\s*(?:\.{3}|…)\s*\]|\.{3}|…)\s*")
ENDS = " \"'.,;:()[]"
FARTHEST = 20_000
"""Characters that an ellipsis may leave out: what stands farther apart was not said together."""
SHORTEST = 2
"""Words that a piece beside an ellipsis must have to be a passage at all."""


def is_passage(text: str, source: str) -> bool:
    """Whether a text stands in a source as it is, but for typesetting and for what its ellipses leave out."""
    whole = _joined(source)
    return all(_stands(paragraph, whole) for paragraph in text.split("\n") if _folded(paragraph).strip(ENDS))


def refuse_misquotation(statement: Statement, source: str | None, *, where: str) -> None:
    """Raises Refused for a quotation that is no passage of the text of its kept source, or has no such source (None)."""
    if statement.text_kind is not TextKind.QUOTATION or not statement.text:
        return
    if source is None:
        raise Refused(
            "a quotation is recorded only from a source that is kept",
            where=where,
            remedy="Import the source, or record it as reported speech or as a summary",
        )
    if not is_passage(statement.text, source):
        raise Refused(
            f"“{statement.text[:80]}” is not a passage of the source: these words do not stand in it in this order",
            where=where,
            remedy="Quote what the source says, or record it as reported speech or as a summary",
        )


def _stands(paragraph: str, whole: str) -> bool:
    sought = _folded(paragraph).strip(ENDS)
    if sought in whole:
        return True
    pieces = [piece for piece in (one.strip(ENDS) for one in ELLIPSIS.split(_folded(paragraph))) if piece]
    if len(pieces) < 2 or any(len(piece.split()) < SHORTEST for piece in pieces):
        return False
    begun = whole.find(pieces[0])
    while begun >= 0:
        if _follow(pieces[1:], whole, begun + len(pieces[0])):
            return True
        begun = whole.find(pieces[0], begun + 1)
    return False


def _follow(pieces: list[str], whole: str, at: int) -> bool:
    """Whether the pieces stand one after the other behind a place, none too far from the one before it."""
    for piece in pieces:
        found = whole.find(piece, at, at + FARTHEST + len(piece))
        if found < 0:
            return False
        at = found + len(piece)
    return True


@lru_cache(maxsize=4)
def _joined(source: str) -> str:
    """The source folded, with words that the end of a line parted made whole beside their parted form."""
    folded = _folded(source)
    return f"{folded}\n{re.sub(r'(?<=[a-z])- (?=[a-z])', '', folded)}" if "- " in folded else folded


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.translate(SIGNS)).split())
