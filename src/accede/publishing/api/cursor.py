"""Where a list goes on: from the same standpoint and day, whatever is released meanwhile. Opaque to readers. Pure."""

from __future__ import annotations

import base64
import binascii
from datetime import date, datetime

import msgspec
from msgspec import Struct


class Cursor(Struct, frozen=True, array_like=True):
    """The standpoint and the day of the first answer, how many rows were given, and a digest of what was asked."""

    known_on: datetime
    changes: int
    as_of: date
    given: int
    asked: str


def written(cursor: Cursor) -> str:
    """The cursor as an address carries it."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def read(text: str) -> Cursor | None:
    """The cursor of a text; None where it is none of ours."""
    try:
        told = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        found = msgspec.json.decode(told, type=Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        return None
    return found if found.given >= 0 and found.known_on.tzinfo else None
