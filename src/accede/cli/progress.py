"""Progress of long work, on stderr and only where a person looks on."""

from __future__ import annotations

import sys


class Progress:
    """Says on one line what is being done; the line is cleared at the end. Call it with what, and how many so far."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._is_seen = sys.stderr.isatty()

    def __call__(self, what: str, count: int) -> None:
        if self._is_seen:
            sys.stderr.write(f"\r\033[K{self._doing} {what}: {count:,}".replace(",", "\u00a0"))
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *about: object) -> None:
        if self._is_seen:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
