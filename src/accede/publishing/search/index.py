"""An index of texts in memory: SQLite's FTS5, fed with words as they are compared. One for a register, day and language."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

from accede.publishing.search.synonyms import expanded
from accede.publishing.search.texts import Text
from accede.publishing.search.words import keys, words

AROUND = 110
"""Characters of a text that a snippet shows on each side of the first word found."""
_SHORTEST_LATIN, _SHORTEST_OTHER = 5, 3
"""From how many letters on a word may go on; other scripts write more in a letter, and words have more endings."""
_ON, _OFF = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet; `is_found` where the words stand that were asked for."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found, in a row of an index, by what was asked in FTS5's language."""

    text: Text
    index: Index
    asked: str
    row: int

    @property
    def snippet(self) -> tuple[Piece, ...]:
        """The text around the first word found, in pieces; cut when it is asked for, since thousands may be found."""
        return _snippet(self.text.body, self.index.marked(self.asked, self.row))


class Index:
    """Texts to be searched."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = tuple(texts)
        self._lock = Lock()
        self._held = sqlite3.connect(":memory:", check_same_thread=False)
        self._held.execute("CREATE VIRTUAL TABLE t USING fts5(title, body, beside, tokenize='porter unicode61')")
        self._held.execute("INSERT INTO t (t, rank) VALUES ('rank', 'bm25(6.0, 2.0, 1.0)')")
        rows = (tuple(" ".join(keys(part)) for part in (one.title, one.body, one.beside)) for one in self.texts)
        self._held.executemany("INSERT INTO t (title, body, beside) VALUES (?, ?, ?)", rows)

    def search(self, question: str) -> tuple[Hit, ...]:
        """The texts that hold all words of the question or words that ask for the same, the best first.

        A part in quotation marks must stand as it is; the other words may go on ("accede" finds "acceded").
        """
        asked = _expression(question)
        if not asked:
            return ()
        with self._lock:
            found = self._held.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank, rowid", (asked,)).fetchall()
        return tuple(Hit(self.texts[row - 1], self, asked, row) for (row,) in found)

    def marked(self, asked: str, row: int) -> str:
        """The words of a text as they are compared, those that were found between two signs."""
        with self._lock:
            (words,) = self._held.execute(
                f"SELECT highlight(t, 1, '{_ON}', '{_OFF}') FROM t WHERE t MATCH ? AND rowid = ?",  # noqa: S608  two constants
                (asked, row),
            ).fetchone()
        return str(words)


def _expression(question: str) -> str:
    """The question in FTS5's language; empty where it holds no word."""
    asked = []
    for number, part in enumerate(question.replace("“", '"').replace("”", '"').replace("„", '"').split('"')):
        given = tuple(keys(part))
        if number % 2 and given:
            asked.append(_phrase(given))
        elif given:
            asked += [f"({' OR '.join(map(_begun, phrases))})" for phrases in expanded(given)]
    return " AND ".join(asked)


def _phrase(given: Sequence[str]) -> str:
    return '"{}"'.format(" ".join(given))


def _begun(given: Sequence[str]) -> str:
    """A phrase whose last word may go on; a short one may not, or "with" would find "without"."""
    shortest = _SHORTEST_LATIN if given[-1].isascii() else _SHORTEST_OTHER
    return f"{_phrase(given)} *" if len(given[-1]) >= shortest else _phrase(given)


def _snippet(body: str, marked: str) -> tuple[Piece, ...]:
    """The part of a text around the first word found, whole words, with all words found in it set off."""
    at = list(words(body))
    found, inside = [], False
    for place, word in zip(at, marked.split(" "), strict=False):
        inside = inside or word.startswith(_ON)
        if inside:
            found.append(place)
        inside = inside and not word.endswith(_OFF)
    centre = found[0].start if found else 0
    start = max((place.start for place in at if place.start <= max(centre - AROUND, 0)), default=0)
    end = min((place.end for place in at if place.end >= centre + 2 * AROUND), default=len(body))
    start = 0 if start < AROUND // 4 else start
    pieces, here = [Piece("… ", False)] if start else [], start
    for place in found:
        if start <= place.start and place.end <= end:
            pieces += [Piece(body[here : place.start], False), Piece(body[place.start : place.end], True)]
            here = place.end
    pieces.append(Piece(body[here:end] + (" …" if end < len(body) else ""), False))
    return tuple(piece for piece in pieces if piece.text)
