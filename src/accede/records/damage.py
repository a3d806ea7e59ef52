"""Whether an error says that what is stored cannot be read any more: a disk, or somebody, has changed the bytes of the database."""

from __future__ import annotations

import traceback
from pathlib import Path

from django import db as django_db
from django.db import DatabaseError

_SAID = (
    "malformed",  # SQLite: a page is not what the pages around it say
    "not a database",
    "could not decode",  # SQLite: a text that is none
    "invalid page",  # PostgreSQL: a page does not have its checksum
    "could not read block",
    "compressed pglz data",
    "toast value",
    "tuple concurrently",
)
_CORRUPTED = ("XX001", "XX002")
"""PostgreSQL's codes: data_corrupted, index_corrupted."""
_DJANGO = str(Path(django_db.__file__).parent)


def damage(error: BaseException) -> str:
    """What an error says of damage, in a few words; "" where it says something else (the server is away, the disk is full)."""
    if isinstance(error, DatabaseError):
        said = " ".join(str(error).split()).rstrip(".")
        is_of_bytes = getattr(error.__cause__, "sqlstate", None) in _CORRUPTED
        return said if is_of_bytes or any(word in said.lower() for word in _SAID) else ""
    if isinstance(error, ValueError | TypeError | OverflowError) and _is_of_reading(error):
        return str(error) or "a value is none of its kind"
    return ""


def _is_of_reading(error: BaseException) -> bool:
    """Whether it was raised while Django made a value of what a row of the database holds ("from_db", a converter)."""
    frames = traceback.extract_tb(error.__traceback__)
    return any(
        frame.filename.startswith(_DJANGO) and frame.name in ("apply_converters", "cursor_iter", "fetchmany", "from_db")
        for frame in frames
    )
