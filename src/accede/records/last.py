"""When something was last done here, by whom- or whatever: a small file in ACCEDE_HOME/logs that machines which watch look at.

A backup that a timer writes to another place leaves no trace in the register; neither does a check that finds nothing.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from accede.records.home import home

What = Literal["backup", "verify"]


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """`at` when it ended, `ok` whether the register was whole, `entry` the end of the audit chain then (0: not told)."""

    at: datetime
    ok: bool
    entry: int = 0


def note(what: What, *, ok: bool = True, entry: int = 0) -> None:
    """Note that it was done just now. Where that cannot be written, what was done is done all the same."""
    place = _place(what)
    written = place.with_name(f".{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        written.write_bytes(msgspec.json.encode(Last(at=datetime.now(UTC), ok=ok, entry=entry)))
        written.replace(place)


def last(what: What) -> Last | None:
    """When it was last done; None where nobody knows."""
    try:
        return msgspec.json.decode(_place(what).read_bytes(), type=Last)
    except (OSError, msgspec.DecodeError):
        return None


def _place(what: What) -> Path:
    return home() / "logs" / f"last-{what}.json"
