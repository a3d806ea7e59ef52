"""One whole day, as the browser's own field sends it."""

from __future__ import annotations

from datetime import date

from accede.vocabulary.errors import Refused


def day_in(text: str) -> date | None:
    """The day of a field, None for an empty one. Raises Refused for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(f"“{text[:40]}” is no day", remedy="Give it as 2026-03-26") from error


__all__ = ["day_in"]
