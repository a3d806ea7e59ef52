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
SOFT_BREAK = re.compile("\u00ad\\s+")
DOTS = r"\.(?: ?\.){2,3}"
ELLIPSIS = re.compile(rf" ?(?:\( ?{DOTS} ?\)|\[ ?{DOTS} ?\]|< ?{DOTS} ?>|{DOTS}) ?")
"""In folded text, where "…" is three dots."""
ENDS = " \"'.,;:()[]"
FARTHEST = 20_000
"""Characters that an ellipsis may leave out: what stands farther apart was not said together."""
SHORTEST = 2
"""Words that a piece beside an ellipsis must have to be a passage at all."""


def is_passage(text: str, source: str) -> bool:
    """Whether a text stands in a source as it is, but for typesetting and for what its ellipses leave out."""
    whole = _folded(source)
    paragraphs = [paragraph for paragraph in map(_folded, text.split("\n")) if paragraph.strip(ENDS)]
    return bool(paragraphs) and all(_stands(paragraph, whole) for paragraph in paragraphs)


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
    if _found(paragraph.strip(ENDS), whole):
        return True
    pieces = [piece for piece in (one.strip(ENDS) for one in ELLIPSIS.split(paragraph)) if piece]
    if len(pieces) < 2:
        return bool(pieces) and _found(pieces[0], whole) is not None
    if any(len(piece.split()) < SHORTEST for piece in pieces):
        return False
    begun = _found(pieces[0], whole)
    while begun:
        if _follow(pieces[1:], whole, begun[1]):
            return True
        begun = _found(pieces[0], whole, begun[0] + 1)
    return False


def _follow(pieces: list[str], whole: str, at: int) -> bool:
    """Whether the pieces stand one after the other behind a place, none too far from the one before it."""
    for piece in pieces:
        found = _found(piece, whole, at, at + FARTHEST + len(piece))
        if found is None:
            return False
        at = found[1]
    return True


def _found(piece: str, whole: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where a piece stands in the folded source first, from and to; None where it does not."""
    at = whole.find(piece, start, end)
    if at >= 0:
        return at, at + len(piece)
    if "- " not in whole:
        return None
    match = _parted(piece).search(whole, start, len(whole) if end is None else end)
    return match.span() if match else None


@lru_cache(maxsize=256)
def _parted(piece: str) -> re.Pattern[str]:
    """The piece as it stands where the ends of lines part its words: "humani- tarian", and "self- defence" at its own hyphen."""
    found = []
    for at, sign in enumerate(piece):
        before, after = piece[at - 1 : at], piece[at + 1 : at + 2]
        if sign == "-" and before.islower() and after.islower():
            found.append("- ?")
        else:
            found.append(re.escape(sign) + ("(?:- )?" if sign.islower() and after.islower() else ""))
    return re.compile("".join(found))


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    text = SOFT_BREAK.sub("", text).translate(SIGNS)
    return " ".join(unicodedata.normalize("NFKC", text).split())
