"""The number by which a page, a sentence and a log tell of the same fault, and what a log may say of an error.

What a log says holds no text that somebody typed, sent or keeps here: an error is told by its kind and by where it happened,
and not by its message, which repeats what it was about ("Key (email)=(ana@example.org) already exists"). Whoever must read the
messages for a while, on a machine of their own, sets ACCEDE_FAULTS=whole.
"""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

_doing: ContextVar[tuple[str, str]] = ContextVar("doing", default=("", ""))
"""The number of what is being done, and what it is: a command, a job; "" for a request, which is known by its route."""

DEEPEST = 8
"""Errors behind errors that are told."""


def begin(what: str = "") -> str:
    """A new number, for what begins here: a request, a command, a job. Random, so that it tells nobody how many there were."""
    number = os.urandom(5).hex()
    _doing.set((number, what))
    return number


def going_on(what: str) -> None:
    """Say more exactly what is being done under the number."""
    _doing.set((number(), what))


def number() -> str:
    """The number of what is being done; a new one where nobody has begun anything."""
    return _doing.get()[0] or begin()


def doing() -> str:
    """What is being done under it."""
    return _doing.get()[1]


def is_told_whole() -> bool:
    """Whether somebody wants the messages of errors in the log."""
    return os.environ.get("ACCEDE_FAULTS") == "whole"


def told(error: BaseException) -> list[str]:
    """An error as lines of a log: of it and of those behind it, the way through the code and the kind."""
    if is_told_whole():
        return "".join(traceback.format_exception(error)).splitlines()
    lines: list[str] = []
    for each in _chain(error):
        frames = traceback.StackSummary.extract(traceback.walk_tb(each.__traceback__), capture_locals=False)
        lines += ["", *"".join(frames.format()).splitlines()] if lines else "".join(frames.format()).splitlines()
        lines.append(": ".join(filter(None, (kind_of(each), _named(each, frames)))))
    return lines


def kind_of(error: BaseException) -> str:
    """The kind of an error, and what the system or the database calls it: "OSError (ENOSPC)"."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    number = error.errno if isinstance(error, OSError) else None
    called = (
        errno.errorcode.get(number, "") if number else "",
        getattr(error, "sqlite_errorname", ""),  # SQLITE_CONSTRAINT_UNIQUE
        getattr(error, "sqlstate", ""),  # 23505
    )
    also = next((each for each in called if isinstance(each, str) and each), "")
    return f"{name} ({also})" if also else name


def _named(error: BaseException, frames: traceback.StackSummary) -> str:
    """The attribute, name or key that was not there, if the line of code itself has it: then nobody typed it."""
    name = error.args[0] if isinstance(error, KeyError) and error.args else getattr(error, "name", None)
    line = frames[-1].line if frames else None
    return name if isinstance(name, str) and name and line and name in line else ""


def write(home: Path, error: BaseException) -> Path:
    """Append an error to the log of faults of a home; returns its place. Raises OSError where that cannot be written."""
    place = home / "logs" / "faults.log"
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8") as log:
        log.write("\n".join((f"{instant()} {number()} {doing()}", *told(error), "")))
    return place


def instant() -> str:
    """Now, as each log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came from, the first cause first, as Python tells it."""
    found: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in found and len(found) < DEEPEST:
        found.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return reversed(found)
