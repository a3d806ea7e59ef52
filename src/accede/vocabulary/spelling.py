"""One spelling for all the ways in which a name is typed, printed and footnoted."""

import re
import unicodedata
from functools import lru_cache

MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹*†‡§"
"""Footnote marks that papers glue to a name; numbers in square brackets as well."""

_GLUED_MARKS = re.compile(rf"(?:\s*(?:[{MARKS}]|\[[0-9]{{1,3}}\]))+$")
_UNIFIED = str.maketrans(
    dict.fromkeys("’‘ʼ`´′", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u200e\u200f\u200b\u2060\ufeff\u00ad", "")
)
_COMBINING = re.compile("[\u0300-\u036f\u0653-\u0655\u064b-\u0652\u0670\u20d0-\u20f0]+")


@lru_cache(maxsize=8192)
def spelling(text: str) -> str:
    """The text as names are compared by: without case, accents, footnote marks at its end and the article "the".

    Apostrophes, dashes and white space are one kind each. Two texts of one spelling are one name.
    """
    line = text.strip()
    if line[-1:] in MARKS or line[-1:] == "]":
        line = _GLUED_MARKS.sub("", line)
    if not line.isascii():
        line = _COMBINING.sub("", unicodedata.normalize("NFKD", line.translate(_UNIFIED)))
    line = " ".join(line.casefold().replace("`", "'").split())
    if not line.isascii():  # the Turkish capital I falls apart in small letters only
        line = _COMBINING.sub("", line)
    return line[4:] if line.startswith("the ") and len(line) > 4 else line
