"""Where a file of the site is found, as files that leave the site name it."""

from __future__ import annotations

import posixpath

from django.conf import settings

from accede.publishing.data.seen import Seen

FOLDER = "data/"
"""The folder of the data as of today, from the root of the site."""


def root(seen: Seen) -> str:
    """The folder of the data as of the day."""
    return f"on/{seen.day.isoformat()}/{FOLDER}" if seen.day else FOLDER


def place(path: str, *, beside: str) -> str:
    """The whole address of a path; relative to the folder `beside` where nobody said under which address the site
    stands (ACCEDE_ADDRESS).
    """
    if settings.ACCEDE_ADDRESS:
        return f"{settings.ACCEDE_ADDRESS}/{path}"
    held = posixpath.relpath(path or ".", beside or ".")
    return f"{held}/" if path.endswith("/") or not path else held
