"""Where in the text of its source a record stands: the passage by its anchor, or the lines that name what it is about. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accede.evidence.quotation import DOTS, SIGNS

AROUND = 6
"""Paragraphs shown before and after the passage."""
MOST = 60
"""Paragraphs shown of a source in which nothing was found."""
_ELLIPSIS = re.compile(rf" ?(?:\( ?{DOTS} ?\)|\[ ?{DOTS} ?\]|{DOTS}) ?")
_END = 40
"""Characters by which the beginning and the end of a passage are found where its middle is set otherwise."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What to look for: the words of the record with those before and after it, else `names`: of what it is about."""

    words: str = ""
    prefix: str = ""
    suffix: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraphs to show. `is_exact`: the words of the record stand there; else only names of what it is about."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    before: int = 0
    after: int = 0
    is_found: bool = False
    is_exact: bool = False


def passage(text: str, anchor: Anchor, *, whole: bool = False) -> Passage:
    """The passage of a source with what stands around it; all of the source where it is asked for whole."""
    spans = _spans(text, anchor)
    is_exact = bool(spans)
    lines = _lines(text)
    if not spans:
        spans = _best_line(text, lines, anchor.names)
    if not spans:
        shown = lines if whole else lines[:MOST]
        return Passage(tuple(_marked(text, line, ()) for line in shown), after=len(lines) - len(shown))
    starts = [line[0] for line in lines]
    first = max(bisect_right(starts, spans[0][0]) - 1, 0)
    last = max(bisect_left(starts, spans[-1][1]) - 1, first)
    from_, to = (0, len(lines)) if whole else (max(first - AROUND, 0), min(last + AROUND + 1, len(lines)))
    return Passage(
        tuple(_marked(text, line, spans) for line in lines[from_:to]),
        before=from_,
        after=len(lines) - to,
        is_found=True,
        is_exact=is_exact,
    )


def _spans(text: str, anchor: Anchor) -> list[tuple[int, int]]:
    """Where the words stand, from and to in the text, in order; empty where they do not."""
    if not anchor.words.strip():
        return []
    folded, places = _folded(text)
    wanted = [
        piece for line in anchor.words.split("\n") for piece in _ELLIPSIS.split(_folded(line)[0]) if piece.strip()
    ]
    before, behind = _folded(anchor.prefix)[0].strip(), _folded(anchor.suffix)[0].strip()
    found: list[tuple[int, int]] = []
    at = _begin(folded, wanted, before, behind)
    for piece in wanted:
        span = _find(folded, piece.strip(), at)
        if span is None:
            return []
        found.append((places[span[0]], places[span[1] - 1] + 1))
        at = span[1]
    return found


def _begin(folded: str, wanted: Sequence[str], before: str, behind: str) -> int:
    """From where to look, so that of several places the one between the anchor's words is found."""
    if not wanted or not (before or behind):
        return 0
    first, last = wanted[0].strip(), wanted[-1].strip()
    at = folded.find(first)
    while at >= 0:
        end = folded.find(last, at) + len(last)
        if folded[:at].rstrip().endswith(before) and folded[end:].lstrip().startswith(behind):
            return at
        at = folded.find(first, at + 1)
    return 0


def _find(folded: str, piece: str, start: int) -> tuple[int, int] | None:
    at = folded.find(piece, start)
    if at >= 0:
        return at, at + len(piece)
    if len(piece) < 3 * _END:
        return None
    begun = folded.find(piece[:_END], start)
    ended = folded.find(piece[-_END:], begun + _END) if begun >= 0 else -1
    is_near = begun >= 0 and ended >= 0 and ended - begun < 2 * len(piece)
    return (begun, ended + _END) if is_near else None


def _best_line(text: str, lines: Sequence[tuple[int, int]], names: Iterable[str]) -> list[tuple[int, int]]:
    """The names in the line that has the most of them; at least two of several, or the only one."""
    wanted = [name for name in dict.fromkeys(names) if len(name) > 1]
    best: list[tuple[int, int]] = []
    for start, end in lines:
        line = text[start:end]
        found = [(at, at + len(name)) for name in wanted if (at := line.find(name)) >= 0]
        if len(found) > len(best):
            best = [(start + at, start + to) for at, to in sorted(found)]
    return best if len(best) >= min(len(wanted), 2) else []


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match[0].strip()]


def _marked(text: str, line: tuple[int, int], spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces, at = [], line[0]
    for start, end in spans:
        from_, to = max(start, at), min(end, line[1])
        if from_ >= to:
            continue
        if from_ > at:
            pieces.append(Piece(text[at:from_], is_marked=False))
        pieces.append(Piece(text[from_:to], is_marked=True))
        at = to
    if at < line[1]:
        pieces.append(Piece(text[at : line[1]], is_marked=False))
    return tuple(pieces)


@lru_cache(maxsize=8)
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text without what typesetting changes, and for each of its characters the place it has in the text."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        told = unicodedata.normalize("NFKC", sign.translate(SIGNS))
        for each in told:
            if each.isspace():
                if signs and signs[-1] == " ":
                    continue
                each = " "  # any white space is one space
            signs.append(each)
            places.append(place)
    return "".join(signs), places
