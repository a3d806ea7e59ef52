"""A second memory of the audit chain's head, outside the database.

Whoever cuts entries off the end of the chain, with their rows, leaves a chain that is whole in itself. The witness
is a file in ACCEDE_HOME with a line a transaction; `verify` compares it. It may lag (the process died between commit
and line), it may never lead.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection


def path() -> Path:
    """The witness of this database; test databases and PostgreSQL databases have one by their name."""
    name = Path(str(connection.settings_dict["NAME"])).stem
    return Path(settings.ACCEDE_HOME) / "logs" / f"chain-{name}.log"


def append(number: int, chain_hash: str) -> None:
    """Note that the chain has reached this entry."""
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="ascii") as lines:
        lines.write(f"{number} {chain_hash}\n")


def last() -> tuple[int, str] | None:
    """The newest entry noted, None where nothing was. A half-written last line is passed over: the process died in it."""
    file = path()
    if not file.exists():
        return None
    for line in reversed(file.read_text(encoding="ascii", errors="replace").splitlines()):
        number, _, chain_hash = line.partition(" ")
        if number.isdigit() and len(chain_hash) == 64:
            return int(number), chain_hash
    return None


def start_over(number: int, chain_hash: str) -> None:
    """Forget what was noted, because another register has taken the place (restore)."""
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{number} {chain_hash}\n", encoding="ascii")
