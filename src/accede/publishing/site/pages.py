"""Every page of the site as a file: each kind, in every language, today and on the days of the publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from accede.publishing.answers import render
from accede.publishing.asked import Asked
from accede.publishing.held import register_of
from accede.publishing.identity import identity
from accede.publishing.languages import LANGUAGES
from accede.publishing.pages import PAGES
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
                path=file_of(asked.here), depends_on=f"{same} {tuple(days)}", make=partial(render, asked), is_page=True
            )
