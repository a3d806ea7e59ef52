"""Where a file of the site is found, as files that leave the site name it."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from django.conf import settings

from accede.publishing.data.seen import Seen

FOLDER = "data/"
"""The folder of the data as of today, from the root of the site."""


def host() -> str:
    """By whose name what leaves the site is called; one that there cannot be where nobody said where it stands."""
    return urlsplit(settings.ACCEDE_ADDRESS).hostname or "accede.invalid"


def root(seen: Seen) -> str:
    """The folder of the data as of the day."""
    return f"on/{seen.day.isoformat()}/{FOLDER}" if seen.day else FOLDER


def place(path: str, *, beside: str) -> str:
    """The whole address of a path; relative to the folder `beside` where nobody said where the site stands (ACCEDE_ADDRESS)."""
    if settings.ACCEDE_ADDRESS:
        return f"{settings.ACCEDE_ADDRESS}/{path}"
    held = posixpath.relpath(path or ".", beside or ".")
    return f"{held}/" if path.endswith("/") or not path else held
