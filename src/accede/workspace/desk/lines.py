"""Things to do as a page lists them: a heading with their number, the first of them in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 8
"""Lines of one kind that the desk shows; the rest is behind the heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: a sentence, what is known of it, and where it is done; `key` names a record without quoting it."""

    words: str
    detail: str
    address: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tasks:
    """Things of one kind: their heading with the number of all, the page of all, the first of them."""

    heading: str
    number: int
    address: str
    lines: tuple[Line, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.lines)


def tasks_with(heading: str, address: str, lines: Sequence[Line]) -> Tasks:
    """All of the lines counted, the first of them shown."""
    return Tasks(heading, len(lines), address, tuple(lines[:LONGEST]))
