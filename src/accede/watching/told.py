"""How records of Python's logging are written: ours, Django's, the server's, those of every library.

A sentence is written without the texts in it and an error without its message; both may repeat what somebody sent.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from accede.records import faults
from accede.watching import log

_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")
_OURS = ("django", "accede")
"""Loggers whose sentences without values are written by programmers; those of others may have been put together."""
_log = logging.getLogger("django.accede")


class Told(logging.Formatter):
    """A line with instant, number and what it is about, and the way through the code."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        what = " ".join(filter(None, (faults.doing() or route_of(record), sentence(record))))
        return "\n".join((f"{faults.instant()} {faults.number()} {what}", *(faults.told(error) if error else ())))


class ToldInForm(Told):
    """The same as an event of the structured log, where that is asked for (ACCEDE_LOG)."""

    def format(self, record: logging.LogRecord) -> str:
        if log.form() is log.Form.NONE:
            return super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        about: dict[str, Any] = {"route": route_of(record), "of": faults.doing()}
        return log.line(
            "fault" if record.levelno >= logging.ERROR else "warning",
            number=faults.number(),
            **{name: value for name, value in about.items() if value},
            logger=record.name,
            said=sentence(record),
            **({"trace": faults.told(error)} if error else {}),
        )


class Stderr(logging.StreamHandler[TextIO]):
    """Whoever watches stderr may have gone away; that stops nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(ToldInForm())

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Nobody is left to tell."""


def of_thread(about: threading.ExceptHookArgs) -> None:
    """What a thread ended with that nobody waits for, in place of Python's own line, which has the message."""
    if about.exc_value is not None:
        _log.error("a thread ended", exc_info=about.exc_value)


def sentence(record: logging.LogRecord) -> str:
    """What was said: its numbers stay, its texts do not. Of a program of others without values to tell apart: where it was."""
    if faults.is_told_whole():
        return record.getMessage()
    status = getattr(record, "status_code", None)
    if status is not None:
        return f"answered with {status}"
    if record.args:
        values = _values(record.args)
        return _PLACEHOLDER.sub(lambda _: next(values, "…"), str(record.msg))
    if record.name.partition(".")[0] in _OURS:
        return str(record.msg)
    return f"{record.name}: {record.module}, line {record.lineno}"


def route_of(record: logging.LogRecord) -> str:
    """The route of the request that it is about: the pattern, and never the address."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(getattr(match, "route", "") or "")


def _values(given: tuple[object, ...] | Mapping[str, object]) -> Iterator[str]:
    if isinstance(given, Mapping):
        return
    for each in given:
        yield str(each) if isinstance(each, int | float) else "…"
