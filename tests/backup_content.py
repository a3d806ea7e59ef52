"""What a backup holds, to compare registers by: rows and hash of every table, kept files, the end of the chain, the schema."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

ENDED_BY_A_RESTORE = frozenset(
    {
        "accounts_invitation",
        "axes_accessattempt",
        "axes_accessattemptexpiration",
        "django_session",
        "outreach_delivery",
        "outreach_deliveryentry",
        "records_job",
        "usersessions_usersession",
    }
)
"""Sessions, open invitations, open jobs, letters that wait: a restore ends them (docs/decisions/0005), so these may differ once."""


@dataclass(frozen=True)
class Content:
    """`tables` are rows and hash by name; `kept` names files, whose names are their hashes; `head` is number and hash."""

    tables: dict[str, tuple[int, str]]
    kept: tuple[str, ...]
    head: tuple[int, str]
    migrations: tuple[tuple[str, str], ...]

    def differing(self, other: Content) -> set[str]:
        """What is not the same in another register that was restored from this one."""
        names = self.tables.keys() | other.tables.keys()
        found = {name for name in names if self.tables.get(name) != other.tables.get(name)} - ENDED_BY_A_RESTORE
        found |= {name for name in ("kept", "head", "migrations") if getattr(self, name) != getattr(other, name)}
        return found


def content(backup: Path) -> Content:
    """What its manifest tells; that it tells the truth is what a restore finds out."""
    with zipfile.ZipFile(backup) as archive:
        told = json.loads(archive.read("manifest.json"))
    return Content(
        tables={table["table"]: (table["rows"], table["sha256"]) for table in told["tables"]},
        kept=tuple(told["kept"]),
        head=(told["chain_number"], told["chain_hash"]),
        migrations=tuple((app, name) for app, name in told["migrations"]),
    )
