"""Bytes on the disk become others: pages of a SQLite file, of PostgreSQL's tables (with checksums), kept files, logs, a backup.

Whatever is hit, no command has a fault: each answers or says in one sentence that the register is damaged. `accede verify` finds
what was changed of tables, chain and kept files (a byte that nothing uses may be missed), a damaged register is not backed up,
half a backup is not restored; the good backup is, and the register is whole again.

    python scripts/soak.d/damage.py [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
from cluster import Cluster, cluster, postgresql
from counts import counted
from kills import BrokenError, Program, must, sound

PAPER = Path(__file__).parents[2].parent / "shared/documents/000_144bfe5992db99ac.txt"
PAGE, HEAP_PAGE = 4096, 8192
TABLES = ("evidence_statementversion", "records_auditentry", "register_nameversion", "evidence_ballot", "records_event")
COMMANDS = (("status",), ("state", "MAR"), ("votes",), ("changes",), ("gaps",))


def main() -> int:
    """1 where a command had a fault, or damage was not found."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    print(f"Damage, seed {given.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="accede-damage-"))
    try:
        with cluster() as server:
            return Damage(folder, given, server).soak()
    except postgresql.UnavailableError as why:
        print(f"Without PostgreSQL ({why}).")
        return Damage(folder, given, None).soak()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Damage:
    """Rounds of damage to copies of one register."""

    def __init__(self, folder: Path, given: argparse.Namespace, server: Cluster | None) -> None:
        self.folder, self.given, self.server = folder, given, server
        self.chance, self.told = random.Random(given.seed), Counter()
        self.original, self.backup = Program(folder / "original"), folder / "register.backup"
        must(self.original, "setup")
        if PAPER.exists():
            must(self.original, "import", str(PAPER), "--accept")
        must(self.original, "backup", str(self.backup))
        with closing(sqlite3.connect(self.original.home / "accede.sqlite3")) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.on_server = Program(folder / "on-server", server.url) if server else None
        if self.on_server:
            must(self.on_server, "setup")

    def soak(self) -> int:
        """One kind of damage after the other."""
        begun, times, longest = time.monotonic(), 0, 0.0
        kinds: list[Callable[[Path], None]] = [self.of_sqlite, self.of_sqlite, self.of_kept, self.of_backup]
        kinds += [self.of_postgresql] if self.server else []
        while not times or time.monotonic() - begun + longest < self.given.minutes * 60:
            kind, before = kinds[times % len(kinds)], time.monotonic()
            times += 1
            home = self.folder / f"round-{times}"
            try:
                kind(home)
            except (BrokenError, AssertionError, OSError, ValueError) as why:
                print(f"Round {times}, {kind.__name__}: {type(why).__name__} {why}", flush=True)
                counted(faults=times)
                return 1
            shutil.rmtree(home, ignore_errors=True)
            longest = max(longest, time.monotonic() - before)
        for what, number in sorted(self.told.items()):
            print(f"  {number:3} {what}")
        print(f"{times} times damaged in {time.monotonic() - begun:.0f} s: no fault, and the good backup was restored.")
        counted(faults=times)
        return 0

    def of_sqlite(self, home: Path) -> None:
        """Some bytes, a part or a page of the file, or its end."""
        shutil.copytree(self.original.home, home)
        program, file = Program(home), home / "accede.sqlite3"
        content = bytearray(file.read_bytes())
        at = self.chance.choice((self.chance.randrange(PAGE), self.chance.randrange(len(content))))
        how = self.chance.choice(("bits", "a part", "a page", "the end"))
        if how == "bits":
            for _ in range(8):
                content[min(len(content) - 1, at + self.chance.randrange(64))] ^= 1 << self.chance.randrange(8)
        elif how == "a part":
            content[at : at + 512] = bytes(len(content[at : at + 512]))
        elif how == "a page":
            content[at // PAGE * PAGE : (at // PAGE + 1) * PAGE] = self.chance.randbytes(PAGE)
        else:
            del content[at:]
        is_same_end = not content
        file.write_bytes(content)
        found = self.asked(program, home)
        if not found and how != "bits" and not is_same_end:
            self.told["SQLite: changed where nothing is held, and the register answers"] += 1
        self.told[f"SQLite, {how}: {'found' if found else 'nothing of it is used'}"] += 1
        must(program, "restore", str(self.backup), "--replace")
        sound(program)

    def of_postgresql(self, home: Path) -> None:
        """A page of a table; its checksum tells."""
        assert self.server
        assert self.on_server
        table = self.chance.choice(TABLES)
        with psycopg.connect(self.server.url, autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            (place,) = connection.execute("SELECT pg_relation_filepath(%s)", [table]).fetchone() or ("",)
        self.server.stop("fast")
        file = self.server.data / place
        pages = file.stat().st_size // HEAP_PAGE
        if pages:
            with file.open("r+b") as opened:
                opened.seek(self.chance.randrange(pages) * HEAP_PAGE + self.chance.randrange(100, HEAP_PAGE - 64))
                opened.write(self.chance.randbytes(64))
        self.server.start()
        if pages:
            if not self.asked(self.on_server, home.with_suffix(".x")):
                raise BrokenError(f"verify does not find a damaged page of {table}")
            self.told[f"PostgreSQL, a page of {table}: found"] += 1
        must(self.on_server, "restore", str(self.backup), "--replace")
        sound(self.on_server)

    def of_kept(self, home: Path) -> None:
        """A kept source, the witness, or the secret key."""
        shutil.copytree(self.original.home, home)
        program = Program(home)
        kept = [file for folder in ("sources", "editions", "letters") for file in (home / folder).glob("*")]
        file = self.chance.choice([*kept, *(home / "logs").glob("chain-*.log")])
        how = self.chance.choice(("bits", "half", "gone"))
        if how == "bits":
            content = bytearray(file.read_bytes())
            content[self.chance.randrange(len(content))] ^= 64
            file.write_bytes(content)
        elif how == "half":
            os.truncate(file, file.stat().st_size // 2)
        else:
            file.unlink()
        found = self.asked(program, home, may_answer=True)
        if not found and file.parent.name != "logs":
            raise BrokenError(f"verify does not find that {file} is {how}")
        self.told[f"{file.parent.name}, {how}: {'found' if found else 'passed over'}"] += 1
        must(program, "restore", str(self.backup), "--replace")
        sound(program)

    def of_backup(self, home: Path) -> None:
        """A backup that was copied in part, or changed."""
        shutil.copytree(self.original.home, home)
        program, half = Program(home), home / "half.backup"
        content = bytearray(self.backup.read_bytes())
        at = self.chance.randrange(1, len(content))
        if self.chance.random() < 0.5:
            del content[at:]
        else:
            content[at : at + 64] = self.chance.randbytes(len(content[at : at + 64]))
        half.write_bytes(content)
        head = program.head
        done = program("restore", str(half), "--replace")
        if done.code == 0:  # what was changed is read by nobody: the times of a member
            self.told["a backup changed where nothing is read: restored"] += 1
        else:
            told_rightly(("restore",), done, (2,))
            if program.head != head:
                raise BrokenError("half a backup changed the register")
            self.told["half a backup: refused"] += 1
        sound(program)

    def asked(self, program: Program, home: Path, *, may_answer: bool = False) -> bool:
        """Whether `verify` finds damage; every other command answers or says so, and no backup is made of what is damaged."""
        found = program("verify")
        told_rightly(("verify",), found, (0, 1))
        for command in COMMANDS:
            told_rightly(command, program(*command), (0, 2))
        backup = home.with_suffix(".backup")
        made = program("backup", str(backup))
        told_rightly(("backup",), made, (0, 2))
        if found.code == 1 and made.code == 0:
            raise BrokenError("a backup was made of a register that does not verify")
        backup.unlink(missing_ok=True)
        return found.code == 1


def told_rightly(command: tuple[str, ...], done: object, codes: tuple[int, ...]) -> None:
    """Raise BrokenError for another exit status, a traceback, or more than a sentence."""
    if done.code not in codes or "Traceback" in done.err or (done.code == 2 and done.err.count("\n") != 1):
        raise BrokenError(f"accede {' '.join(command)}: {done.code} {done.out[-300:]} {done.err[-600:]}")


if __name__ == "__main__":
    sys.exit(main())
