"""What a publication holds beside its pages: the page for what is not there, robots.txt, the sitemap,
the texts that its search looks through, and the papers' files.
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
from accede.publishing.asked import Asked
from accede.publishing.held import register_of
from accede.publishing.identity import identity
from accede.publishing.languages import DEFAULT, LANGUAGES
from accede.publishing.pages import PAGES
from accede.publishing.refusals import told
from accede.publishing.search.script import script
from accede.publishing.site.file import File, Group
from accede.publishing.site.links import INDEX, file_of
from accede.publishing.standpoint import Standpoint
from accede.publishing.version import CODE


def groups(now: Standpoint, days: Mapping[date, str]) -> Iterator[Group]:
    """The files by what they are."""
    yield Group("not found and sitemap", partial(_files, now))
    yield Group("search", partial(_searched, now, days))
    yield Group("papers", partial(_papers, now))


def _files(now: Standpoint) -> Iterator[File]:
    same = f"{CODE} {now.key} {settings.ACCEDE_ADDRESS}"
    yield File(path="404.html", depends_on=same, make=not_found, is_page=True)
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
        for of in kind.every(register):
            for language in LANGUAGES:
                place = settings.ACCEDE_ADDRESS + address(kind.route, of, language=language, as_of=None)
                lines.append(f"<url><loc>{place}</loc><lastmod>{changed}</lastmod></url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
