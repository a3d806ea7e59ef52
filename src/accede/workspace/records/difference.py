"""How two texts differ, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|[\u2e80-\u9fff\uf900-\ufaff]|[^\W\u2e80-\u9fff\uf900-\ufaff]+|[^\w\s]")
"""White space, a character of Chinese, a word of another language, a sign."""
MOST = 4_000_000
"""Pairs of words that are compared one by one; of longer texts what lies between their equal ends is told as a whole."""

LEAST = 1 / 3
"""Share of the words that two texts must have in common: of fewer, one sentence replaced the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of both texts (`how` is "same"), of the first alone ("gone") or of the second alone ("new")."""

    how: str
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in their order; white space alone is no difference."""
    return tuple(_joined(_pieces(_WORD.findall(before), _WORD.findall(after))))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    yield Piece("same", "".join(old[:start]))
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    yield Piece("same", "".join(old[len(old) - end :]))


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    if len(old) * len(new) > MOST:
        yield Piece("gone", "".join(old))
        yield Piece("new", "".join(new))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    same = sum(bool(word.strip()) for at, _, size in matcher.get_matching_blocks() for word in old[at : at + size])
    if same < LEAST * max(_words(old), _words(new)):
        yield Piece("gone", "".join(old))
        yield Piece("new", "".join(new))
        return
    for how, from_, to, at, until in matcher.get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(old[from_:to]))
            continue
        gone, came = "".join(old[from_:to]), "".join(new[at:until])
        if not gone.strip() and not came.strip():
            yield Piece("same", came)
            continue
        yield Piece("gone", gone)
        yield Piece("new", came)


def _words(tokens: list[str]) -> int:
    return sum(bool(word.strip()) for word in tokens)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and last.how == piece.how:
            last = Piece(last.how, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
