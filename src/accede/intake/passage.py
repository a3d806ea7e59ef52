"""Passages of a source and whether two are the same words."""

from __future__ import annotations

import unicodedata

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "..."})


def folded(text: str) -> str:
    """A passage without what typesetting changes: kinds of quotation marks and dashes, white space, composed letters."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_SIGNS)).split())


def same_words(one: str, other: str) -> bool:
    """Whether two passages are the same words, letter by letter, but for typesetting."""
    return folded(one) == folded(other)
