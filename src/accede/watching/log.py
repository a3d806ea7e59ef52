"""The structured log: a line an event on stderr, where ACCEDE_LOG asks for it.

What is told of: requests, commands, jobs, slow statements, faults. Never: an address (its route is told), a query, a name of an
account, a network address, a text of a form, a parameter of a statement, a message of an error.
"""

from __future__ import annotations

import json
import os
import sys
from enum import Enum

from accede.records import faults


class Form(Enum):
    """How lines are written; NONE: faults alone are."""

    NONE = ""
    PLAIN = "plain"
    JSON = "json"


_FORMS = frozenset(each.value for each in Form)


def form() -> Form:
    """What ACCEDE_LOG says; NONE for what it cannot say, which `require_form` refuses."""
    asked = os.environ.get("ACCEDE_LOG", "")
    return Form(asked) if asked in _FORMS else Form.NONE


def require_form() -> None:
    """Raises SystemExit for a form that there is not."""
    if os.environ.get("ACCEDE_LOG", "") not in _FORMS:
        raise SystemExit("ACCEDE_LOG: only json and plain are understood. Unset it to have faults alone.")


def tell(what: str, /, **of: object) -> None:
    """Write a line, if somebody wants it."""
    if form() is not Form.NONE:
        write(line(what, **of))


def line(what: str, /, **of: object) -> str:
    """The line of an event: instant, what it is, then what is known of it."""
    about = {"at": faults.instant(), "what": what, **of}
    if form() is Form.JSON:
        return json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    trace = about.pop("trace", ())
    words = " ".join(f"{name}={value}" for name, value in of.items() if name in about and value != "")
    return "\n".join((f"{about['at']} {what} {words}", *map(str, trace if isinstance(trace, list) else ())))


def write(told: str) -> None:
    """In one piece, so that lines of several processes do not mix. Who watches may have gone away: that stops nothing."""
    try:
        os.write(sys.stderr.fileno(), f"{told}\n".encode())
    except (OSError, ValueError):
        return
