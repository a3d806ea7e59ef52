"""All that the bytes of a page depend on, so that it is neither made nor sent again while none of it changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from accede.publishing.pages.kind import PageKind
from accede.publishing.standpoint import Standpoint
from accede.publishing.version import CODE


def identity(
    page: PageKind,
    now: Standpoint,
    *,
    language: str,
    as_of: date | None,
    of: Mapping[str, object],
    filters: Mapping[str, str],
) -> str:
    """A text that is the same for the same page of the same register, and for no other."""
    day = as_of.isoformat() if as_of else f"today {now.today.isoformat()}"
    return repr((CODE, now.key, page.name, language, day, sorted(of.items()), sorted(filters.items())))
