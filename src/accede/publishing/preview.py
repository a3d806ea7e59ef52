"""A page of the public site as it would be: made from a register that is not public yet, and kept nowhere.

Its links lead to other pages of the same preview, so that nobody takes the one for the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.urls import Resolver404, resolve

from accede.overview.load import on_day
from accede.publishing.answers import day_of, filters_of, render
from accede.publishing.asked import Asked
from accede.publishing.held import loaded
from accede.publishing.languages import DEFAULT
from accede.publishing.pages.kind import PageKind
from accede.publishing.register import PublicRegister
from accede.records.values import View
from accede.vocabulary.date_parts import quoted
from accede.vocabulary.errors import UnknownName

STATIC = "static/"
_LINK = re.compile(rb'(\s(?:href|action)=")/([^"/][^"]*|)"')


@dataclass(frozen=True, slots=True)
class Preview:
    """A page with its links, and where its reader is to be sent instead ("" for nowhere else)."""

    body: bytes
    elsewhere: str = ""


def preview(view: View, path: str, query: Mapping[str, str], *, prefix: str) -> Preview:
    """The page at an address of the public site ("" for the first), in a public view that is about to be.

    `prefix` is where the preview is: "/workspace/…/". Raises UnknownName for what is no page, Refused for a day before the
    treaty, InvalidDate.
    """
    kind, of = _page(path)
    language, day = str(of.pop("language", DEFAULT)), cast("date | None", of.pop("as_of", None))
    asked_for = day_of(query["as_of"]) if kind.has_days and day is None and "as_of" in query else None
    register = loaded(view)
    on = asked_for or day
    asked = Asked(
        page=kind,
        register=cast(PublicRegister, on_day(register, on)) if on else register,
        today=view.as_of,
        language=language,
        day=on,
        of=of,
        filters=filters_of(query, kind),
    )
    if asked_for:
        return Preview(b"", prefix + asked.here.removeprefix("/"))
    return Preview(within(render(asked), prefix))


def within(body: bytes, prefix: str) -> bytes:
    """A page whose links lead to the preview; styles are those of the site."""

    def link(match: re.Match[bytes]) -> bytes:
        if match[2].startswith(STATIC.encode()):
            return match[0]
        return b'%s%s%s"' % (match[1], prefix.encode(), match[2])

    return _LINK.sub(link, body)


def _page(path: str) -> tuple[PageKind, dict[str, Any]]:
    """The kind of page at an address, and what the address names. Raises UnknownName."""
    try:
        found = resolve(f"/{path}", "accede.publishing.urls")
    except Resolver404 as error:
        raise UnknownName(f"the site has no page {quoted(path)}", remedy="Follow the links of the pages") from error
    kind = getattr(found.func, "page", None)
    if not isinstance(kind, PageKind):
        raise UnknownName(
            f"{quoted(path)} is no page, and a preview shows pages alone",
            remedy="Data and papers are made when something is released",
        )
    return kind, dict(found.kwargs)
