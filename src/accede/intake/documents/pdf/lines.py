"""The lines of a page by where its words stand: words put together, raised figures as marks of footnotes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accede.intake.documents.marks import RAISED
from accede.intake.documents.pdf.content import in_reading_order, parts_a_word, parts_an_address
from accede.intake.documents.pdf.fonts import Style

SMALL = 0.87
"""Of the size of the line: a figure smaller than this, and higher up, is the mark of a footnote."""
NARROW = 0.42
"""Of the size: figures drawn raised in a font of the same size are narrower than this, all others wider."""
GLUED = 0.12
LABEL = re.compile(r"(?:\d{1,3}|[IVXLC]+|[A-Z])\.|\([a-z0-9]{1,4}\)|[•‣▪–-]")
TO_RAISED = str.maketrans("0123456789", RAISED)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    style: Style

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The size of most of it."""
        sizes = sorted((word.size, len(word.text)) for word in self.words)
        half = sum(length for _, length in sizes) / 2
        for size, length in sizes:
            half -= length
            if half <= 0:
                return size
        return sizes[-1][0]

    @property
    def top(self) -> float:
        return min(word.top for word in self._main())

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self._main())

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def is_bold(self) -> bool:
        return all(word.style == "bold" for word in self._main())

    def _main(self) -> list[Word]:
        size = self.size
        return [word for word in self.words if word.size >= size * SMALL] or list(self.words)

    def _is_mark(self, word: Word, before: Word | None) -> bool:
        """Whether it is small or narrow figures glued to the word before them, or at the beginning."""
        if not (word.text.isascii() and word.text.isdecimal() and len(word.text) < 4):
            return False
        is_small = word.size < self.size * SMALL or word.x1 - word.x0 < NARROW * word.size * len(word.text)
        return is_small and (before is None or word.x0 - before.x1 < GLUED * self.size)

    def parts(self, gap: float) -> list[Line]:
        """The line cut where words are farther apart than this. The number before a paragraph is no part of its own."""
        found: list[list[Word]] = [[self.words[0]]]
        for before, word in pairwise(self.words):
            if word.x0 - before.x1 > gap and not (before is self.words[0] and LABEL.fullmatch(before.text)):
                found.append([])
            found[-1].append(word)
        return [Line(tuple(words)) for words in found]

    def between(self, left: float, right: float) -> Line | None:
        """The part of the line whose words stand, by their middles, between two places; None where there are none."""
        words = tuple(word for word in self.words if left <= (word.x0 + word.x1) / 2 < right)
        return Line(words) if words else None

    def text(self) -> str:
        """The text form of the line: italics in `<i>`, marks of footnotes as raised figures glued to their word."""
        shown: list[str] = []
        italic = False
        last: Word | None = None
        for word in self.words:
            is_mark = self._is_mark(word, last)
            if last is not None and not is_mark and word.x0 - last.x1 > GLUED * min(word.size, last.size):
                shown.append(" ")
            if (word.style == "italic") is not italic and not is_mark:
                tag = "</i>" if italic else "<i>"
                at = len(shown) - 1 if italic and shown and shown[-1] == " " else len(shown)
                shown.insert(at, tag)
                italic = not italic
            shown.append(word.text.translate(TO_RAISED) if is_mark else word.text)
            last = word
        return in_reading_order("".join(shown)) + ("</i>" if italic else "")


def lines(words: Iterable[Word]) -> list[Line]:
    """The lines of words from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.x0)):
        row = next((row for row in rows[-4:] if _beside(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    found = [Line(tuple(sorted(row, key=lambda one: one.x0))) for row in rows]
    return sorted(found, key=lambda line: (line.middle, line.x0))


def running(found: Sequence[Line]) -> str:
    """The text form of lines that are one paragraph."""
    text = ""
    for line in found:
        part = line.text().strip()
        if part.startswith("<i>") and text.endswith("</i>"):
            text, part = text.removesuffix("</i>"), part.removeprefix("<i>")
        text += part if not text or parts_a_word(text) or parts_an_address(text, part) else f" {part}"
    return text


def _beside(row: Sequence[Word], word: Word) -> bool:
    """Whether most of the height of the smaller of two lies within that of the other."""
    other = max(row, key=lambda one: one.size)
    overlap = min(other.bottom, word.bottom) - max(other.top, word.top)
    return overlap > 0.5 * min(other.bottom - other.top, word.bottom - word.top)
