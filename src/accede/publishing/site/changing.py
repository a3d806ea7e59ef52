"""Which pages of the site a release would change: made from both registers and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accede.evidence.values import RollCall
from accede.publishing.addresses import slug
from accede.publishing.asked import Asked
from accede.publishing.languages import DEFAULT
from accede.publishing.pages import PAGES
from accede.publishing.pages.kind import PageKind
from accede.publishing.register import PublicRegister
from accede.publishing.roll_call import key_of
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused, UnknownName

LEFT_OUT = frozenset({"data", "table", "search", "embed-map", "embed-states"})
"""They tell what other pages tell."""
ONE_OF_MANY = frozenset({"state", "joining-state", "meeting", "rollcall"})
"""Kinds with a page for each State, meeting or vote: only those that a record is about are looked at."""
MOST = 12
"""Pages of one such kind that are looked at: a page takes as long as it takes to read it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that would read otherwise: its kind, what its address names, its address and title; whether it is there yet."""

    page: str
    address: str
    title: str
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Changing:
    """The pages that would change, in the order of the menu, and how many that a record is about were not looked at."""

    pages: tuple[Changed, ...]
    not_looked_at: int


def changing(
    before: PublicRegister, after: PublicRegister, records: Iterable[Evidence[Any]], *, language: str = DEFAULT
) -> Changing:
    """The pages of today in a language that would change if these records appeared."""
    about = frozenset(named for each in records for named in _named(each))
    found, left = [], 0
    for kind in PAGES.values():
        if kind.name in LEFT_OUT:
            continue
        pages = {tuple(sorted(of.items())): of for register in (before, after) for of in kind.every(register)}
        if kind.name in ONE_OF_MANY:
            pages = {named: of for named, of in pages.items() if about & {str(value) for value in of.values()}}
            left += max(len(pages) - MOST, 0)
        for of in list(pages.values())[:MOST]:
            changed = _changed(kind, of, before, after, language)
            if changed:
                found.append(changed)
    return Changing(tuple(found), left)


def _changed(
    kind: PageKind, of: Mapping[str, object], before: PublicRegister, after: PublicRegister, language: str
) -> Changed | None:
    was, old = _made(kind, of, before, language)
    will, new = _made(kind, of, after, language)
    if was == will:
        return None
    shown = will if will is not None else was
    return Changed(kind.name, new.here if will is not None else old.here, shown.title, was is None, will is None)


def _made(kind: PageKind, of: Mapping[str, object], register: PublicRegister, language: str) -> tuple[Any, Asked]:
    """What the page tells, None where it is not there, and as what it was asked."""
    asked = Asked(page=kind, register=register, today=register.view.as_of, language=language, of=of)
    try:
        return kind.make(asked), asked
    except (UnknownName, Refused):
        return None, asked


def _named(each: Evidence[Any]) -> Iterable[str]:
    """What pages about a record name in their addresses."""
    fact = each.fact
    if isinstance(fact, RollCall):
        return (key_of(fact.body, fact.session), *(iso3 for iso3, _ in fact.ballots))
    told = [getattr(fact, name, "") for name in ("state", "iso3", "country", "about_state")]
    occasion = getattr(fact, "occasion", "")
    return (*(str(value) for value in told if value), *((slug(occasion),) if occasion else ()), slug(each.key))
