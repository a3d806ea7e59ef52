"""All that runs long, one part after the other, within the minutes that are given: kills, faults, many people, letters, bad input.

    python scripts/soak.d [MINUTES] [--only PART]... [--seed N]

Each part is a program of this folder that takes --minutes and --seed, prints what it found in its own words, ends with 0 where all
is well, and says with `counts.counted` how much it did. It gets its share of the minutes (`PARTS`), once for each database that it
is for; what one leaves of its time is for those after it. One that does not end in time is ended, and counts as one that
failed. The registers are folders and, by `tests/postgresql.py`, databases of a cluster of our own.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import counts

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PACKAGES = ROOT / ".venv" / "soak"
"""What fuzzing needs (requirements/soak.txt) and nothing else does."""

UNAVAILABLE = 69
"""A part's answer where the machine lacks what it needs (EX_UNAVAILABLE); it has said what."""
GRACE = 60.0
"""Seconds that a part may take beyond its minutes, to end what it has begun and to look at what is left."""
MINUTES = 30.0

SQLITE, POSTGRESQL, ITS_OWN = "SQLite", "PostgreSQL", "its own"
BOTH = (SQLITE, POSTGRESQL)
ALONE = (ITS_OWN,)
"""For a part that makes whatever databases and servers it needs."""


@dataclass(frozen=True)
class Part:
    """A program of this folder, its share of the time on each of its databases, and whether it needs the packages of fuzzing.

    `least` are the minutes without which it does not get to anything.
    """

    name: str
    share: float
    on: tuple[str, ...] = BOTH
    fuzzes: bool = False
    least: float = 1.0


PARTS = (
    Part("kills", 4, least=1.5),
    Part("serving", 2),
    Part("letters", 2, least=1.5),
    Part("writers", 3),
    Part("backups", 3),
    Part("upgrades", 1),
    Part("together", 1),
    Part("disks", 3, ALONE, least=1.5),
    Part("away", 2, ALONE),
    Part("damage", 1, ALONE, least=1.5),
    Part("mailbox", 1, ALONE),
    Part("long", 3, ALONE),
    Part("failover", 3, ALONE, least=4),
    Part("api", 2, ALONE),
    Part("wheel", 1, ALONE, least=2.0),
    Part("regular_expressions", 0.5, ALONE, least=0.5),
    Part("fuzz_readers", 4, ALONE, fuzzes=True),
)
"""Who adds a part adds a line."""


@dataclass(frozen=True)
class Ended:
    """How a part ended on a database."""

    part: str
    database: str
    seconds: float
    how: str
    is_well: bool


def main() -> int:
    """Run the parts; 1 if any failed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("minutes", type=float, nargs="?", default=MINUTES)
    asked.add_argument("--only", action="append", choices=[part.name for part in PARTS])
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    wanted = [(part, database) for part in PARTS if part.name in (given.only or [part.name]) for database in part.on]
    parts = fitting(wanted, given.minutes, given.seed)
    with tempfile.TemporaryDirectory(prefix="accede-soak-") as folder:
        os.environ[counts.COUNTS] = str(Path(folder) / "counts")
        begun, ended = time.monotonic(), []
        print(f"{len(parts)} parts in {given.minutes:g} minutes, seed {given.seed}.", flush=True)
        if left := [f"{part.name} on {database}" for part, database in wanted if (part, database) not in parts]:
            print(f"Left out for want of time: {', '.join(left)}.", flush=True)
        try:
            for one in run(parts, begun + given.minutes * 60, given.seed):
                ended.append(one)
        except KeyboardInterrupt:
            print("Stopped.", flush=True)
        found = counts.together(Path(folder) / "counts")
    summary(ended, found, time.monotonic() - begun)
    if len(ended) < len(parts):
        return 130
    return 0 if all(one.is_well for one in ended) else 1


def fitting(wanted: list[tuple[Part, str]], minutes: float, seed: int) -> list[tuple[Part, str]]:
    """Those that come to something in the minutes; of too many, others with each seed, and one at least."""
    chosen: set[tuple[Part, str]] = set()
    for each in random.Random(seed).sample(wanted, len(wanted)):
        if not chosen or sum(part.least for part, _ in chosen) + each[0].least <= 0.9 * minutes:
            chosen.add(each)
    return [each for each in wanted if each in chosen]


def run(parts: list[tuple[Part, str]], end: float, seed: int) -> Iterator[Ended]:
    """Each part within its share of what is left; the last end of all is kept free for what they take beyond."""
    for number, (part, database) in enumerate(parts):
        shares = sum(each.share for each, _ in parts[number:])
        left = end - time.monotonic()
        grace = min(GRACE, left / 4)
        seconds = max(60 * part.least, (left - grace) * part.share / shares)
        seconds = max(0.0, min(seconds, left - grace))
        if seconds < 30 * part.least:  # those before took longer than they may, on a machine that is busy
            yield Ended(part.name, database, 0.0, "not reached", is_well=True)
            continue
        print(f"\n== {part.name} on {database}, {seconds / 60:.1f} minutes", flush=True)
        yield one_part(part, database, seconds, grace, seed + number)


def one_part(part: Part, database: str, seconds: float, grace: float, seed: int) -> Ended:
    """Run a part to its end, or end it."""
    if part.fuzzes and not has_packages():
        print("Left out: atheris cannot be installed here.", flush=True)
        return Ended(part.name, database, 0.0, "left out", is_well=True)
    command = [sys.executable, str(HERE / f"{part.name}.py"), "--minutes", f"{seconds / 60:.3f}", "--seed", str(seed)]
    if database == POSTGRESQL:
        command = [sys.executable, str(ROOT / "tests" / "postgresql.py"), *command]
    further = {"PYTHONPATH": str(PACKAGES)} if part.fuzzes else {}
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **further}, start_new_session=True)
    try:
        code = process.wait(seconds + grace)
    except BaseException as error:
        _end(process)
        if not isinstance(error, subprocess.TimeoutExpired):
            raise
        return Ended(part.name, database, time.monotonic() - begun, "did not end in its time", is_well=False)
    how = {0: "well", UNAVAILABLE: "left out"}.get(code, f"failed ({code})")
    return Ended(part.name, database, time.monotonic() - begun, how, is_well=code in (0, UNAVAILABLE))


def _end(process: subprocess.Popen[bytes]) -> None:
    """A part and whatever it started in its own session."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def has_packages() -> bool:
    """Whether the packages of fuzzing are there, or can be installed beside the others: what tests is not what is tested."""
    pins = ROOT / "requirements" / "soak.txt"
    pinned = PACKAGES / "pinned"
    if pinned.exists() and pinned.read_bytes() == pins.read_bytes():
        return True
    install = [sys.executable, "-m", "pip", "install", "-qq", "--upgrade", "--require-hashes", "--only-binary", ":all:"]
    if subprocess.run([*install, "--target", str(PACKAGES), "-r", str(pins)], check=False).returncode != 0:
        return False
    pinned.write_bytes(pins.read_bytes())
    return True


def summary(ended: list[Ended], found: dict[str, int], seconds: float) -> None:
    """A line for each part, and one over all."""
    print()
    for one in ended:
        print(f"  {one.part:<14} {one.database:<10} {one.seconds / 60:5.1f} min  {one.how}")
    failed = sum(not one.is_well for one in ended)
    missed = sum(one.how in ("not reached", "left out") for one in ended)
    told = ", ".join(f"{number} {what.replace('_', ' ')}" for what, number in sorted(found.items()))
    print(f"{len(ended)} parts in {seconds / 60:.1f} minutes: {told or 'nothing counted'}.")
    if failed:
        print(f"{failed} failed: see above.")
        return
    others = f", {missed} left out" if missed else ""
    print(f"0 acknowledged writes lost, 0 tracebacks: {len(ended) - missed} parts ended well{others}.")


if __name__ == "__main__":
    sys.exit(main())
