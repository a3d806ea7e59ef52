"""Every page of the site as a file: each kind, in every language, today and on the days of the publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from accede.publishing.answers import render
from accede.publishing.asked import Asked
from accede.publishing.held import register_of
from accede.publishing.identity import identity
from accede.publishing.languages import LANGUAGES
from accede.publishing.pages import PAGES
from accede.publishing.pages.kind import PageKind
from accede.publishing.site.file import File, Group
from accede.publishing.site.links import file_of
from accede.publishing.standpoint import Standpoint


def groups(now: Standpoint, days: Mapping[date, str]) -> Iterator[Group]:
    """The pages by day and language."""
    for day in (None, *sorted(days)):
        for language in LANGUAGES:
            about = f"{language} {day.isoformat() if day else 'today'}"
            yield Group(about, partial(_pages, now, days, day, language))


def _pages(now: Standpoint, days: Mapping[date, str], day: date | None, language: str) -> Iterable[File]:
    register = register_of(now, day)
    for kind in PAGES.values():
        if day and not kind.has_days:
            continue
        for of in kind.every(register):
            asked = Asked(page=kind, register=register, today=now.today, language=language, day=day, of=of, days=days)
            same = identity(kind, now, language=language, as_of=day, of=of, filters={})
            yield File(
                path=file_of(asked.here),
                depends_on=f"{same} {tuple(days)}",
                make=partial(_page, now, asked),
                is_page=True,
            )


def _page(now: Standpoint, asked: Asked) -> bytes:
    """The page, which leads to itself only on those days on which it is there."""
    there = {on: occasion for on, occasion in (asked.days or {}).items() if _is_there(now, asked, on)}
    return render(replace(asked, days=there, is_there_today=_is_there(now, asked, None)))


def _is_there(now: Standpoint, asked: Asked, day: date | None) -> bool:
    return not asked.of or frozenset(asked.of.items()) in _named(now, asked.page, day)


@lru_cache(maxsize=1024)
def _named(now: Standpoint, kind: PageKind, day: date | None) -> frozenset[frozenset[tuple[str, object]]]:
    """What the pages of a kind name on a day."""
    return frozenset(frozenset(of.items()) for of in kind.every(register_of(now, day)))
