"""Which State a name means, and which it may mean: exact names decide, likeness only suggests. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from accede.vocabulary.errors import UnknownName
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import LONGEST_NAME, shipped_names

LEAST_LIKE = 60.0
"""Per cent of likeness below which a name is not suggested."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A State that a name may mean; `score` from 0 to 100, `match` only where the name is its own."""

    iso3: str
    score: float
    match: bool


def candidates(text: str, states: Iterable[str], limit: int) -> list[Candidate]:
    """The States of those given that a name or a key means or may mean, the likeliest first."""
    held = frozenset(states)
    key = text.strip().upper()
    if key in held and text.strip() == key:
        return [Candidate(key, 100.0, match=True)]
    meant = _meant(text)
    if meant in held:
        return [Candidate(meant, 100.0, match=True)]
    wanted = spelling(text[:LONGEST_NAME])
    if not wanted:
        return []
    best: dict[str, float] = {}
    found = process.extract(wanted, _names(), scorer=fuzz.WRatio, limit=200, score_cutoff=LEAST_LIKE)
    for _, score, place in found:
        iso3 = _states()[place]
        if iso3 in held:
            best[iso3] = max(best.get(iso3, 0.0), score)
    ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))
    # However like, a name that is not held is no match: 99 at the most.
    return [Candidate(iso3, round(min(score, 99.0), 1), match=False) for iso3, score in ranked[:limit]]


def beginning(prefix: str, states: Iterable[str], limit: int) -> list[str]:
    """The States with a name that begins so, or has a word that does; for a box that completes what is typed."""
    held, wanted = frozenset(states), spelling(prefix[:LONGEST_NAME])
    if not wanted:
        return []
    first: list[str] = []
    then: list[str] = []
    for name, iso3 in zip(_names(), _states(), strict=True):
        if iso3 in held and name.startswith(wanted):
            first.append(iso3)
        elif iso3 in held and f" {wanted}" in name:
            then.append(iso3)
    # The name by which a State is known comes before those that few would type: Armenia before the Arab Republic of Egypt.
    first.sort(key=lambda iso3: not spelling(shipped_names().short(iso3)).startswith(wanted))
    return list(dict.fromkeys((*first, *then)))[:limit]


def _meant(text: str) -> str:
    if len(text) > LONGEST_NAME:
        return ""
    try:
        return shipped_names().known(text) or ""
    except UnknownName:
        return ""


@cache
def _table() -> tuple[tuple[str, str], ...]:
    return tuple(sorted({(spelling(name.text), name.state) for name in shipped_names().all}))


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name, _ in _table())


@cache
def _states() -> tuple[str, ...]:
    return tuple(iso3 for _, iso3 in _table())
