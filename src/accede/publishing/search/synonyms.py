"""Words that ask for the same. Each group is of one language or of several; they come from the field's own vocabulary."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from accede.publishing.search.words import keys

FILE = "synonyms.txt"


@cache
def groups() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Each group with its phrases, each phrase as the words that are compared."""
    lines = (files("accede") / "data" / FILE).read_text(encoding="utf-8").splitlines()
    held = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(tuple(dict.fromkeys(tuple(keys(phrase)) for phrase in line.split(","))) for line in held)


@cache
def _by_phrase() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for group in groups():
        for phrase in group:
            found[phrase] = tuple(dict.fromkeys((*found.get(phrase, ()), *group)))
    return found


@cache
def _longest() -> int:
    return max(map(len, _by_phrase()), default=1)


def expanded(given: tuple[str, ...]) -> list[tuple[tuple[str, ...], ...]]:
    """The words asked for, one entry each (or a phrase that has synonyms), with all phrases that ask for the same."""
    found: list[tuple[tuple[str, ...], ...]] = []
    at = 0
    while at < len(given):
        for length in range(min(_longest(), len(given) - at), 0, -1):
            phrase = given[at : at + length]
            if phrase in _by_phrase():
                found.append(_by_phrase()[phrase])
                break
        else:
            phrase = given[at : at + 1]
            found.append((phrase,))
        at += len(phrase)
    return found
