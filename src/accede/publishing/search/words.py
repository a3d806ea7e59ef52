"""Words of a text as they are compared: without case, accents and vowel signs; each Chinese character a word. Pure.

Arabic is compared without its article and with one form of alef, yeh and teh marbuta, as search engines for it do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[A-Za-z0-9]++|(?![{_HAN}])[^\W_]"
_WORD = re.compile(rf"[{_HAN}]|(?:{_LETTER})(?:{_LETTER}|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u0300-\u036f])*+")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_SHORTEST = 3


class Word(NamedTuple):
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    key: str


def words(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for match in _WORD.finditer(text):
        if key := _key(match[0]):
            yield Word(match.start(), match.end(), key)


def keys(text: str) -> list[str]:
    """The words as they are compared."""
    return [key for word in _WORD.findall(text) if (key := _key(word))]


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if not unicodedata.combining(c))
    bare = bare.translate(_ARABIC)
    if "\u0600" <= bare[:1] <= "\u06ff":
        article = next((each for each in _ARTICLES if bare.startswith(each)), "")
        if len(bare) - len(article) >= _SHORTEST:
            return bare.removeprefix(article)
    return bare
