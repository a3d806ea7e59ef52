"""Every page of the site as a file: each kind, in every language, today and on the days of the publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache, partial

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
    """The pages by day and kind."""
    for day in (None, *sorted(days)):
        for kind in PAGES.values():
            if kind.has_days or not day:
                about = f"{kind.name} {day.isoformat() if day else 'today'}"
                yield Group(about, partial(_pages, now, days, day, kind))


def _pages(now: Standpoint, days: Mapping[date, str], day: date | None, kind: PageKind) -> Iterable[File]:
    """A page in every language before the next one: what is folded for it is folded once."""
    register = register_of(now, day)
    on = f"{tuple(days)}"
    for of in kind.every(register):
        there = _There(now, kind, of, days)
        for language in LANGUAGES:
            asked = Asked(page=kind, register=register, today=now.today, language=language, day=day, of=of, days=days)
            same = identity(kind, now, language=language, as_of=day, of=of, filters={})
            yield File(
                path=file_of(asked.here), depends_on=f"{same} {on}", make=partial(_page, asked, there), is_page=True
            )


def _page(asked: Asked, there: _There) -> bytes:
    """The page, which leads to itself only on those days on which it is there."""
    return render(replace(asked, days=there.days, is_there_today=there.is_today))


class _There:
    """On which days a page is there; looked up when the first language of it is made."""

    def __init__(self, now: Standpoint, kind: PageKind, of: Mapping[str, object], days: Mapping[date, str]) -> None:
        self.now, self.kind, self.of, self.all = now, kind, of, days

    @cached_property
    def days(self) -> Mapping[date, str]:
        """Those days of the publication, each with its occasion."""
        return {on: occasion for on, occasion in self.all.items() if self._is(on)}

    @cached_property
    def is_today(self) -> bool:
        """Whether it is there without a day."""
        return self._is(None)

    def _is(self, day: date | None) -> bool:
        return not self.of or frozenset(self.of.items()) in _named(self.now, self.kind, day)


@lru_cache(maxsize=1024)
def _named(now: Standpoint, kind: PageKind, day: date | None) -> frozenset[frozenset[tuple[str, object]]]:
    """What the pages of a kind name on a day."""
    return frozenset(frozenset(of.items()) for of in kind.every(register_of(now, day)))
