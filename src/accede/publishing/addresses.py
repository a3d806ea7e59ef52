"""Addresses of pages: language, day, and the page's own route.

`/states/MAR/` is today in English, `/fr/on/2018-08-21/states/MAR/` that day in French. An address with a day in it always
means that day. Built here and not by Django's `reverse`: a page may carry hundreds of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlencode

from accede.publishing.languages import DEFAULT

API = "/api/v1/"
"""Where the open API is."""

_NAMED = re.compile(r"<(?:\w+:)?(\w+)>")


def slug(key: str) -> str:
    """A key of the register as an address carries it: `SC June 2008` is `SC-June-2008`, `UNGA60/C1` is `UNGA60_C1`."""
    return key.replace(" ", "-").replace("/", "_")


def filled(route: str, of: Mapping[str, object]) -> str:
    """A route with what it names: `states/<iso3:iso3>/` and MAR give `states/MAR/`. Raises KeyError for what is missing."""
    return _NAMED.sub(lambda match: quote(slug(str(of[match[1]]))), route) if "<" in route else route


def address(
    route: str, of: Mapping[str, object], *, language: str, as_of: date | None, query: Mapping[str, str] | None = None
) -> str:
    """An address from the root of the site; `as_of` None: today."""
    before = "" if language == DEFAULT else f"{language}/"
    day = f"on/{as_of.isoformat()}/" if as_of else ""
    asked = f"?{urlencode(query)}" if query else ""
    return f"/{before}{day}{filled(route, of)}{asked}"
