"""Kills `accede work` (kill -9) at random instants while it sends letters, and counts what a real mail server got.

Each round: letters to the States not party, each cleared and queued; the worker is killed six times; what is in doubt is decided by
whether our own mailbox has the copy. At the end each letter must have come once, by Message-ID and by State, and the log must
say so. With DATABASE_URL (`tests/postgresql.py`) the registers are databases of that cluster, else files.

    python scripts/soak.d/letters.py [--minutes N | --times N] [--letters 15] [--kills 6] [--seed N]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from counts import counted

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from post_office import post_office
from program import CLUSTER, Program, _new_database, copied
from sending_killed import killed_while_sending


def main() -> int:
    """Rounds until the number or the time is reached; 1 as soon as a letter went twice or not at all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=0.0)
    asked.add_argument("--times", type=int, default=1)
    asked.add_argument("--letters", type=int, default=15)
    asked.add_argument("--kills", type=int, default=6)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    database = "PostgreSQL" if CLUSTER else "SQLite"
    print(f"{database}, seed {given.seed}", flush=True)
    begun, folder = time.monotonic(), Path(tempfile.mkdtemp(prefix="accede-letters-"))
    prepared = Program(folder / "prepared", _new_database("template1") if CLUSTER else "")
    assert prepared("setup").code == 0
    times, kills, longest, moments = 0, 0, 0.0, Counter[str]()
    while not times or (
        times < given.times if not given.minutes else time.monotonic() - begun + longest < given.minutes * 60
    ):
        times, before = times + 1, time.monotonic()
        home = folder / f"round-{times}"
        home.mkdir()
        with copied(prepared, home) as program, post_office() as office:
            chance = random.Random(f"{given.seed} {times}")
            try:
                done = killed_while_sending(program, office, letters=given.letters, kills=given.kills, chance=chance)
            except AssertionError as why:
                print(f"Round {times}: {why}\nThe register is left in {home}.", flush=True)
                return 1
        moments += done.moments
        kills += done.kills
        longest = max(longest, time.monotonic() - before)
        print(f"  {times}: {given.letters} letters, each once; {done}", flush=True)
        shutil.rmtree(home, ignore_errors=True)
    seconds = time.monotonic() - begun
    print(f"{times} rounds on {database}, {kills} kills in {seconds:.0f} s: every letter came once.", flush=True)
    for moment, number in moments.most_common():
        print(f"  {number:4} {moment}")
    counted(kills=kills, letters_that_came_once=times * given.letters)
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
