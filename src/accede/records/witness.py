"""A second memory of the audit chain's head, outside the database.

Whoever cuts entries off the end of the chain, with their rows, leaves a chain that is whole in itself. The witness is a
file in ACCEDE_HOME with two lines a transaction, "? 12 HASH" before it is committed and "12 HASH" after; `verify` compares
it. The process may die between the two, so an entry that was only expected may be there or not; one that was reached must.
A restore, which may lead back, is noted in the same way, and what was noted before stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

Link = tuple[int, str]
"""An entry's number and hash."""

_LINE = re.compile(r"(?P<expected>\? )?(?P<number>\d+) (?P<hash>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Noted:
    """What the witness says: the entry reached last, and the entries expected since. All empty: nothing was noted."""

    reached: Link | None = None
    expected: frozenset[Link] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.reached or self.expected)


def path() -> Path:
    """The witness of this database; test databases and PostgreSQL databases have one by their name."""
    name = Path(str(connection.settings_dict["NAME"])).stem
    return Path(settings.ACCEDE_HOME) / "logs" / f"chain-{name}.log"


def expect(number: int, chain_hash: str) -> None:
    """Note that the chain is about to end with this entry."""
    _note(f"? {number} {chain_hash}")


def reach(number: int, chain_hash: str) -> None:
    """Note that the chain has reached this entry."""
    _note(f"{number} {chain_hash}")


def noted() -> Noted:
    """What was noted. Half-written lines are passed over: the process died in them."""
    file = path()
    if not file.exists():
        return Noted()
    expected: set[Link] = set()
    for line in reversed(file.read_text(encoding="ascii", errors="replace").splitlines()):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        link = int(match["number"]), match["hash"]
        if not match["expected"]:
            return Noted(link, frozenset(expected))
        expected.add(link)
    return Noted(None, frozenset(expected))


def _note(line: str) -> None:
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="ascii") as lines:
        lines.write(f"{line}\n")
