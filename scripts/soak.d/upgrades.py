"""Registers of every handed-over state, made by the programme as it was, are brought to this version: by restore and by set-up.

Of each there is a backup (`tests/registers_of_old`). It is restored, and set-up brings the newer shipped data in; and its tables
are put up as they were, and set-up brings these to this version. Afterwards what people did stands, what they left alone is up
to date, the old chain is the beginning of the new, and `accede verify` finds nothing.

    python scripts/soak.d/upgrades.py [--minutes N]    those that are not begun by then are named
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from backups import register
from counts import counted

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from old_registers import BACKUPS, stand_as_it_was, wrong_after_setup
from program import CLUSTER, Program


def main() -> int:
    """Exit 0: every register of old became one of this version."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0, help="taken, and changes nothing")
    asked, begun = parser.parse_args(), time.monotonic()
    print("PostgreSQL" if CLUSTER else "SQLite", flush=True)
    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="accede-upgrades-") as folder:
        for backup in BACKUPS:
            for way in (by_restore, by_setup):
                if time.monotonic() > begun + asked.minutes * 60:
                    print(f"  {backup.stem} {way.__name__}: left out for want of time", flush=True)
                    continue
                with register(Path(folder) / f"{backup.stem}-{way.__name__}", on_postgresql=bool(CLUSTER)) as place:
                    wrong = way(place, backup)
                print(f"  {backup.stem} {way.__name__}: {'; '.join(wrong) or 'well'}", flush=True)
                problems += wrong
                counted(upgrades=1)
    return 1 if problems else 0


def by_restore(place: Program, backup: Path) -> list[str]:
    """Restore the backup, then set up."""
    done = place.cold("restore", backup)
    return wrong_after_setup(place, backup, place.json("setup")) if done.code == 0 else [done.err.strip()]


def by_setup(place: Program, backup: Path) -> list[str]:
    """Put the tables up as they were, then set up."""
    stand_as_it_was(place, backup)
    return wrong_after_setup(place, backup, place.json("setup"))


if __name__ == "__main__":
    sys.exit(main())
