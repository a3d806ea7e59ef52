"""The words that a text must have, in their order, for a pattern to match: read off the pattern, which is not compiled. Pure.

Only what stands in every match counts: literals outside optional parts and outside what is looked at before and behind;
of alternatives, one word each. What is not understood asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Words = tuple[str, ...]
Anchors = tuple[Words, ...]
"""A text has one word of the first group, behind it one of the second, and so on."""
SHORTEST = 2
"""Characters; a shorter word stands in most texts."""
MOST = 64
"""Words of a group; more take longer than they tell."""

_PLAIN = r"[^()[\]\\]|\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]"
_GROUP = rf"\((?:{_PLAIN})*+\)"
_TOKEN = re.compile(
    rf"\((?:{_PLAIN}|{_GROUP})*+\)(?P<left_out>[?*])"  # a group that may be left out, of groups within groups only
    r"|\(\?:(?P<words>[^\\[\](){}|*+?.^$]+(?:\|[^\\[\](){}|*+?.^$]+)*)\)(?![*+?{])"
    r"|(?P<text>[^\\[\](){}|*+?.^$]+)(?![*+?{])|(?P<letter>[^\\[\](){}|*+?.^$])"
    r"|(?P<open>\((?!\?)|\(\?(?::|P<\w+>))|(?P<bar>\|)|(?P<close>\))"
    r"|(?P<maybe>(?:[*?]|\{0*(?:,\d*)?\})[?+]?)|(?P<times>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<one>\\(?:u.{4}|U.{8}|x..|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$\]{}])"
    r"|(?P<look>\(\?<?[=!])|(?P<other>.)",
    re.DOTALL,
)
"""What a pattern is made of: `letter` and `one` stand for one character, `maybe` and `times` say how often what is before them."""


class _UnreadError(Exception):
    """The pattern has a form that is not read here."""


def anchors(source: str, flags: int = 0) -> Anchors:
    """The anchors of a pattern; none where any text may match, or where the pattern is not understood."""
    if flags & re.VERBOSE:
        return ()
    try:
        found = _read(_TOKEN.finditer(source))
    except _UnreadError:
        return ()
    fold = folded if flags & re.IGNORECASE else str
    return tuple(tuple(dict.fromkeys(map(fold, words))) for words in found)


def has(text: str, wanted: Anchors) -> bool:
    """Whether a text has the anchors of a pattern; for one that ignores case the text must be folded."""
    for words in wanted:  # in any order first: most texts lack a word altogether
        for word in words:
            if word in text:
                break
        else:
            return False
    at = 0
    for words in wanted:
        ends = [found + len(word) for word in words if (found := text.find(word, at)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """A text in which all letters are one that are so to a pattern which ignores case."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def _read(tokens: Iterator[re.Match[str]]) -> list[Words]:
    """What the tokens up to the end of their group ask for."""
    branches: list[list[Words]] = []
    branch: list[Words] = []
    before = 0
    for token in tokens:
        kind = token.lastgroup
        if kind == "maybe":
            del branch[before:]
        elif kind == "close":
            break
        elif kind != "left_out":
            before = len(branch)
            match kind:
                case "text":
                    _ask(branch, (token[0],))
                case "words":
                    _ask(branch, tuple(token["words"].split("|")))
                case "open":
                    branch += _read(tokens)
                case "bar":
                    branches.append(branch)
                    branch, before = [], 0
                case "look":
                    _read(tokens)
                case "other":
                    raise _UnreadError
    return _one_of([*branches, branch]) if branches else branch


def _ask(branch: list[Words], words: Words) -> None:
    if len(words) <= MOST and min(map(len, words)) >= SHORTEST:
        branch.append(words)


def _one_of(branches: list[list[Words]]) -> list[Words]:
    """What alternatives ask for: the word of each that tells most."""
    if not all(branches):
        return []
    asked: list[Words] = []
    _ask(
        asked,
        tuple(word for branch in branches for word in (branch[0] if len(branch) == 1 else max(branch, key=_telling))),
    )
    return asked


def _telling(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)
