"""Addresses of the live site as links between the files of a publication, so that it works from any folder.

`/fr/states/MAR/` in a page becomes `../../fr/states/MAR/index.html`: a browser that opened the page from a USB stick finds it,
and so does one that asks a web server in whatever folder the publication lies.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings

_LINK = re.compile(rb'(\s(?:href|src|action)=")/([^"/][^"]*|)"')
_ENDS = re.compile(r"[?#].*", re.DOTALL)
INDEX = "index.html"
NOT_FOUND = "404.html"
"""What a server sends for addresses of any depth: its links begin at the root of the site, the only ones that do."""


def file_of(address: str) -> str:
    """The file that an address of the site is: `/states/MAR/` is `states/MAR/index.html`."""
    path = _ENDS.sub("", address.lstrip("/"))
    return f"{path}{INDEX}" if path.endswith("/") or not path else path


def relative(body: bytes, path: str, assets: Mapping[str, str]) -> tuple[bytes, set[str]]:
    """A page with links that are relative to `path`, and the files they lead to.

    `assets` gives the name with which a file of `static/` is published.
    """
    up = _root() if path == NOT_FOUND else b"../" * path.count("/")
    found: set[str] = set()

    def link(match: re.Match[bytes]) -> bytes:
        address = match[2].decode()
        target = file_of(address)
        target = assets.get(target, target)
        found.add(target)
        ends = _ENDS.search(address)
        return b'%s%s%s%s"' % (match[1], up, target.encode(), ends[0].encode() if ends else b"")

    return _LINK.sub(link, body), found


def _root() -> bytes:
    """The path at which readers find the site: that of its address."""
    return f"{urlsplit(settings.ACCEDE_ADDRESS).path.rstrip('/')}/".encode()


def file_beside(path: str, link: str) -> str:
    """The file that a link of a stylesheet in `path` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), _ENDS.sub("", link)))
