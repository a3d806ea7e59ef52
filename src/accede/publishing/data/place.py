"""Where a file of the site is found, as files that leave the site name it."""

from __future__ import annotations

import posixpath

from django.conf import settings

from accede.publishing.data.seen import Seen


def root(seen: Seen) -> str:
    """The folder of the data as of the day, from the root of the site."""
    return f"on/{seen.day.isoformat()}/data/" if seen.day else "data/"


def place(path: str, seen: Seen | None = None, *, beside: str = "") -> str:
    """The whole address of a path; relative to the folder `beside` (default: that of the data) where nobody said
    under which address the site stands (ACCEDE_ADDRESS).
    """
    if settings.ACCEDE_ADDRESS:
        return f"{settings.ACCEDE_ADDRESS}/{path}"
    folder = beside or (root(seen) if seen else "")
    held = posixpath.relpath(path or ".", folder or ".")
    return f"{held}/" if path.endswith("/") or not path else held
