"""Days and instants as the API is asked for them. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)
"""The instants that can be told."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})", re.IGNORECASE)


def read_day(given: object) -> date:
    """A day, as 2018-08-21. Raises ValueError with a clause that says what it must be."""
    text = str(given)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError("it must be a day of the calendar, as 2018-08-21")


def read_instant(given: object) -> datetime:
    """An instant with its offset from UTC, or a day, which means its end. Raises ValueError.

    An instant before the year 1 in UTC is the first that can be told; a leap second is the second before it.
    """
    text = str(given).upper()
    if _DAY.fullmatch(text):
        return datetime.combine(read_day(text), time.max, UTC)
    if _INSTANT.fullmatch(text):
        try:
            instant = datetime.fromisoformat(re.sub(r"(:\d{2}):60", r"\1:59", text))
        except ValueError:
            pass
        else:
            try:
                return instant.astimezone(UTC)
            except OverflowError:
                return FIRST if instant.year == 1 else LAST
    raise ValueError("it must be an instant with its offset, as 2018-08-21T12:00:00Z, or a day, which means its end")
