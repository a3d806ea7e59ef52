"""What a publication holds beside its pages: the page for what is not there, robots.txt, the sitemap,
the texts that its search looks through, the papers' files, the data, feeds, calendar, and what the API answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from accede.publishing import editions
from accede.publishing.addresses import address
from accede.publishing.api.published import answers
from accede.publishing.asked import Asked
from accede.publishing.data import atom, days_ahead
from accede.publishing.data.files import files as data_files
from accede.publishing.data.seen import Seen
from accede.publishing.held import register_of
from accede.publishing.identity import identity
from accede.publishing.languages import DEFAULT, LANGUAGES
from accede.publishing.pages import PAGES
from accede.publishing.refusals import told
from accede.publishing.search.script import script
from accede.publishing.site.file import File, Group
from accede.publishing.site.links import INDEX, NOT_FOUND, file_of
from accede.publishing.standpoint import Standpoint
from accede.publishing.version import CODE


def groups(now: Standpoint, days: Mapping[date, str]) -> Iterator[Group]:
    """The files by what they are."""
    yield Group("not found and sitemap", partial(_files, now))
    yield Group("search", partial(_searched, now, days))
    yield Group("papers", partial(_papers, now))
    yield Group("data", partial(_data, now))
    for language in LANGUAGES:
        yield Group(f"feeds {language}", partial(_feeds, now, language))
    yield Group("API", partial(_answers, now))


def _files(now: Standpoint) -> Iterator[File]:
    same = f"{CODE} {now.key} {settings.ACCEDE_ADDRESS}"
    yield File(path=NOT_FOUND, depends_on=same, make=not_found, is_page=True)
    yield File(path="robots.txt", depends_on=same, make=robots)
    if settings.ACCEDE_ADDRESS:
        yield File(path="sitemap.xml", depends_on=same, make=partial(sitemap, now))


def _searched(now: Standpoint, days: Mapping[date, str]) -> Iterator[File]:
    kind = PAGES["search"]
    for language in LANGUAGES:
        asked = Asked(page=kind, register=register_of(now), today=now.today, language=language, days=days)
        same = identity(kind, now, language=language, as_of=None, of={}, filters={})
        yield File(
            path=f"{file_of(asked.here).removesuffix(INDEX)}texts.js", depends_on=same, make=partial(script, asked)
        )


def _papers(now: Standpoint) -> Iterator[File]:
    for path, edition, suffix in editions.paths(register_of(now)):
        made = partial(editions.content, edition, suffix)
        yield File(path=path, depends_on=f"{CODE} {edition.tree_sha256}", make=made)


def _data(now: Standpoint) -> Iterator[File]:
    seen = Seen(now)
    for name, file in data_files(seen.treaty).items():
        yield File(path=f"data/{name}", depends_on=f"{seen.key} {name}", make=partial(file.bytes_of, seen))
    yield File(
        path=days_ahead.NAME, depends_on=f"{seen.key} {days_ahead.NAME}", make=partial(days_ahead.days_ahead, seen)
    )


def _feeds(now: Standpoint, language: str) -> Iterator[File]:
    seen = Seen(now)
    for name in atom.names(seen):
        path = atom.feed_path(name, language)
        yield File(path=path, depends_on=f"{seen.key} {path}", make=partial(atom.feed, seen, name, language))


def _answers(now: Standpoint) -> Iterator[File]:
    same = f"{CODE} {now.key} {now.today.isoformat()} {settings.ACCEDE_TREATY}"
    for path, make in answers(now):
        yield File(path=path, depends_on=f"{same} {path}", make=make)


def not_found() -> bytes:
    """The page that a server shows for an address that there is not."""
    with override(DEFAULT):
        return render_to_string("publishing/not_found.html", told(DEFAULT)).encode()


def robots() -> bytes:
    """Everybody may read everything."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.ACCEDE_ADDRESS:
        lines.append(f"Sitemap: {settings.ACCEDE_ADDRESS}/sitemap.xml")
    return "\n".join([*lines, ""]).encode()


def sitemap(now: Standpoint) -> bytes:
    """Today's pages in every language; past days are found from them. The form is that of sitemaps.org."""
    register = register_of(now)
    changed = now.known_on.date().isoformat()
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for kind in PAGES.values():
        if kind.may_be_framed:
            continue
        for of in kind.every(register):
            for language in LANGUAGES:
                place = settings.ACCEDE_ADDRESS + address(kind.route, of, language=language, as_of=None)
                lines.append(f"<url><loc>{place}</loc><lastmod>{changed}</lastmod></url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
