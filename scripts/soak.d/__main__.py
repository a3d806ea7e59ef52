"""Kills the program (kill -9) at random moments of set-up, import and restore, and looks at what is left.

Each time the register must open, `accede verify` must find nothing, the work must be there whole or not at all, and doing it
again must end well. With DATABASE_URL (`tests/postgresql.py`) the registers are databases of that cluster, else files.

    python scripts/soak.d [--minutes N | --times N] [--seed N]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from program import CLUSTER, ROOT, Program  # the program as the tests start it

PUBLISHED = ROOT.parent / "shared/documents/000_144bfe5992db99ac.txt"
NOT_SET_UP = "no register is set up here yet"


class BrokenError(Exception):
    """The register is not as it must be after a kill."""


@dataclass
class Work:
    """What is killed. `look` tells whether the work is there ("whole") or not ("nothing"), and raises where it is neither."""

    name: str
    arguments: tuple[str, ...]
    before: Program | None
    look: Callable[[Program], str]
    seconds: float = 0.0
    left: Counter[str] = field(default_factory=Counter)


def works(folder: Path) -> list[Work]:
    """Set-up, import and restore, on registers prepared once."""
    shipped, ground = nowhere(folder / "shipped"), nowhere(folder / "ground")
    must(shipped, "setup")
    must(ground, "setup", "--empty")
    paper = PUBLISHED
    if not paper.exists():
        paper = folder / "paper.md"
        must(shipped, "paper", "status", "--as-of", "2018-08-21", "-o", str(paper))
    imported, backup = nowhere(folder / "imported"), str(folder / "imported.backup")
    must(imported, "setup", "--empty")
    must(imported, "import", str(paper), "--accept")
    must(imported, "backup", backup)
    headline = shipped.json("status")["counts"]

    def after_setup(program: Program) -> str:
        answer = program("status", "--json")
        if NOT_SET_UP in answer.err:
            return "nothing"
        return whole_if(
            program.json("status")["counts"] == headline, "the register is set up, and not all of it is there"
        )

    def after_import(program: Program) -> str:
        if program.head == ground.head:
            return "nothing"
        found = program.json("import", str(paper), "--dry-run")
        return whole_if(found["new"] == 0, f"{found['new']} proposals of the paper are not there")

    def after_restore(program: Program) -> str:
        if program.head == shipped.head:
            return "nothing"
        return whole_if(
            program.head == imported.head, "the chain ends in neither the old register nor the restored one"
        )

    return [
        Work("setup", ("setup",), None, after_setup),
        Work("import --accept", ("import", str(paper), "--accept"), ground, after_import),
        Work("restore", ("restore", backup, "--replace"), shipped, after_restore),
    ]


def one_round(work: Work, folder: Path, chance: random.Random) -> None:
    """Start the work, kill it, look, do it again, look again."""
    with copy_of(work.before, folder) as program:
        if not work.seconds:  # how long it takes undisturbed
            begun = time.monotonic()
            must(program, *work.arguments)
            work.seconds = time.monotonic() - begun
            sound(program)
            return
        running = program.start(*work.arguments, stdout=-3, stderr=-3, start_new_session=True)
        time.sleep(chance.uniform(0.35, 1.25) * work.seconds)  # most of the first third is the start of Python
        was_running = running.poll() is None
        os.killpg(running.pid, signal.SIGKILL) if was_running else None
        running.wait()
        left = work.look(program)
        if left == "whole" or work.before is not None:
            sound(program)
        if not was_running and left != "whole":
            raise BrokenError("the work had ended, and is not there")
        must(program, *work.arguments)
        sound(program)
        must(program, "status")
        if work.look(program) != "whole":
            raise BrokenError("the work was done again after the kill, and is not there")
        work.left[f"killed, {left}" if was_running else "ended before the kill"] += 1


def sound(program: Program) -> None:
    """The register opens, and `verify` finds nothing."""
    must(program, "verify")


def must(program: Program, *arguments: str) -> None:
    """Run a command that must succeed."""
    answer = program(*arguments)
    if answer.code != 0:
        raise BrokenError(f"accede {' '.join(arguments)}: {answer.code} {answer.out[-500:]} {answer.err[-500:]}")


def whole_if(is_whole: bool, otherwise: str) -> str:
    """ "whole", or BrokenError."""
    if not is_whole:
        raise BrokenError(otherwise)
    return "whole"


def nowhere(home: Path) -> Program:
    """A home without a register."""
    return Program(home, _database("template1") if CLUSTER else "")


@contextmanager
def copy_of(original: Program | None, home: Path) -> Iterator[Program]:
    """A register of its own with the same content, or none; gone afterwards, but kept where something was wrong."""
    program = nowhere(home) if original is None else Program(home, _database(_name(original.url)) if CLUSTER else "")
    if original is not None:
        shutil.copytree(original.home, home)
        if CLUSTER:  # the witness is named after the database
            logs = home / "logs"
            (logs / f"chain-{_name(original.url)}.log").rename(logs / f"chain-{_name(program.url)}.log")
    yield program
    shutil.rmtree(home, ignore_errors=True)
    if CLUSTER:
        with psycopg.connect(CLUSTER, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{_name(program.url)}" WITH (FORCE)')


def _database(template: str) -> str:
    name = f"soak{uuid.uuid4().hex}"
    with psycopg.connect(CLUSTER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return CLUSTER.rpartition("/")[0] + f"/{name}"


def _name(url: str) -> str:
    return url.rpartition("/")[2]


def main() -> int:
    """Rounds of the works in turn, until the number or the time is reached; 1 as soon as something is wrong."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=0.0)
    asked.add_argument("--times", type=int, default=50)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    database = "PostgreSQL" if CLUSTER else "SQLite"
    print(f"{database}, seed {given.seed} (--seed {given.seed} repeats the moments)", flush=True)
    chance = random.Random(given.seed)
    folder = Path(tempfile.mkdtemp(prefix="accede-soak-"))
    all_works = works(folder)
    for work in all_works:
        one_round(work, folder / f"undisturbed {work.name}", chance)
    begun, times = time.monotonic(), 0
    while times < given.times if not given.minutes else time.monotonic() - begun < given.minutes * 60:
        work = all_works[times % len(all_works)]
        times += 1
        home = folder / f"round-{times}"
        try:
            one_round(work, home, chance)
        except (BrokenError, AssertionError) as why:
            print(f"Round {times}, {work.name}: {why}\nThe register is left in {home}.", flush=True)
            return 1
    for work in all_works:
        left = ", ".join(f"{count} {what}" for what, count in sorted(work.left.items()))
        print(f"  {work.name} ({work.seconds:.1f} s undisturbed): {left or 'not reached'}")
    print(
        f"{times} rounds on {database} in {time.monotonic() - begun:.0f} s: every register opened and verified.",
        flush=True,
    )
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
