"""What the site, its worker and its server write of what goes wrong: on stderr, and in the log of faults in ACCEDE_HOME."""

from __future__ import annotations

import logging
import re
from io import TextIOWrapper
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any, TextIO

from accede.records import faults
from accede.watching import log

_PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")
_OURS = ("django", "accede")
"""Loggers whose sentences without values are written by programmers."""


class Told(logging.Formatter):
    """A line with instant, number and what it is about, and the way through the code. No value and no message: see `faults`."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        what = " ".join(filter(None, (faults.doing() or _route(record), _sentence(record))))
        return "\n".join((f"{faults.instant()} {faults.number()} {what}", *(faults.told(error) if error else ())))


class ToldInForm(Told):
    """The same as a line of the structured log, where that is asked for (ACCEDE_LOG)."""

    def format(self, record: logging.LogRecord) -> str:
        if log.form() is log.Form.NONE:
            return super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        of: dict[str, Any] = {"route": _route(record), "of": faults.doing()}
        return log.line(
            "fault" if record.levelno >= logging.ERROR else "warning",
            number=faults.number(),
            logger=record.name,
            said=_sentence(record),
            **{name: value for name, value in of.items() if value},
            **({"trace": faults.told(error)} if error else {}),
        )


class FaultsLog(WatchedFileHandler):
    """Appends to `logs/faults.log` in a home; made at the first fault, and anew where somebody has moved it away."""

    def __init__(self, home: Path) -> None:
        super().__init__(Path(home) / "logs" / "faults.log", encoding="utf-8", delay=True)
        self.setFormatter(Told())

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """On a full disk stderr alone tells; Python would print the values there as well."""


class Stderr(logging.StreamHandler[TextIO]):
    """Whoever watches stderr may have gone away; that stops nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Nobody is left to tell."""


def _sentence(record: logging.LogRecord) -> str:
    """What was said, without the values in it; of a program of others, whose sentences may have values inside, where it was."""
    if faults.is_told_whole():
        return record.getMessage()
    status = getattr(record, "status_code", None)
    if status is not None:
        return f"answered with {status}"
    if record.args:
        return _PLACEHOLDER.sub("…", str(record.msg))
    if record.name.partition(".")[0] in _OURS:
        return str(record.msg)
    return f"{record.name}: {record.module}, line {record.lineno}"


def _route(record: logging.LogRecord) -> str:
    """The route of the request that it is about: the pattern, and never the address."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(getattr(match, "route", "") or "")
