"""Statements of the database: how many a request asks, and which of them take long."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection

from accede.records import faults
from accede.watching import log, tally

LONGEST = 2000
"""Characters of a statement that are told."""
_TEXTS = re.compile(r"'(?:[^']|'')*'")


class _Asked(threading.local):
    """How many statements this thread has asked."""

    number = 0
    route: Callable[[], str] = staticmethod(lambda: "")


_asked = _Asked()


def watch() -> None:
    """Count the statements of this thread's connection from now on."""
    wrappers = connection.execute_wrappers
    if _counted not in wrappers:
        wrappers.insert(0, _counted)  # not at the end: whoever wraps for a while takes away the last


def number() -> int:
    """How many statements this thread has asked so far."""
    return _asked.number


def during(route: Callable[[], str]) -> None:
    """What this thread's statements are asked for, from now on; looked at only where one takes long."""
    _asked.route = route


def _counted(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    _asked.number += 1
    bound = settings.ACCEDE_SLOW_QUERY_MS
    if not bound:
        return execute(sql, params, many, context)
    began = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        milliseconds = (perf_counter() - began) * 1000
        if milliseconds >= bound:
            _tell(sql, milliseconds)


def _tell(sql: str, milliseconds: float) -> None:
    """The statement as it was prepared: its values stand apart from it, and texts that stand in it are left out."""
    tally.counts().note_slow()
    statement = " ".join(_TEXTS.sub("'…'", str(sql)).split())[:LONGEST]
    log.write(
        log.line(
            "slow statement",
            number=faults.number(),
            of=faults.doing() or _asked.route(),
            ms=round(milliseconds, 1),
            statement=statement,
        )
    )
