"""Twenty people write at once in the browser's way while backups are made; then each backup is held to what they were answered.

Each backup is restored into an empty place (of a register on PostgreSQL every other into SQLite). There `accede verify` finds
nothing, the chain ends with an entry of the register's own chain, every write that was acknowledged before the backup began is
there once, and a backup of what was restored is the same by the hash of every table and file. Of the last one, copies are cut
short and single bits of copies are turned over: each is refused in one sentence and leaves nothing, or holds what it held.

    python scripts/soak.d/backups.py [--people 20] [--minutes 3] [--most 8] [--spoilt 20] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from counts import counted
from writers import HELD, MOVE_IN, Person

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from backup_content import content
from program import CLUSTER, Program, _drop, _new_database

Acknowledged = list[tuple[float, str, str]]
"""When it was known to be acknowledged, what it is (version, comment, acceptance), and its words."""


@dataclass(frozen=True)
class Taken:
    """A backup, and when its making began and ended."""

    file: Path
    began: float
    ended: float


class Remembering(Person):
    """Writes down when each answer came."""

    def remembered(self, until: float) -> Acknowledged:
        """Work until the time is over."""
        found: Acknowledged = []
        ways = (self.record, self.record, self.correct, self.correct, self.review, self.comment)
        while time.time() < until:
            before = Counter(self._told())
            self.random.choice(ways)()
            now = time.time()
            found += [(now, what, words) for what, words in Counter(self._told()) - before]
        return found

    def _told(self) -> Iterator[tuple[str, str]]:
        yield from (("version", token) for token in (*self.told.recorded, *self.told.corrected))
        yield from (("comment", token) for token in self.told.commented)
        yield from (("acceptance", f"{key} {version}") for key, version in self.told.accepted)


def sits_down(
    base: str,
    name: str,
    session: str,
    seed: int,
    until: float,
    told: multiprocessing.Queue[tuple[Acknowledged, list[str]]],
) -> None:
    """A person's process."""
    person = Remembering(base, name, session, seed)
    told.put((person.remembered(until), person.told.faults))


def main() -> int:
    """Exit 0: every backup is whole, of one instant, and has what was acknowledged before it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--most", type=int, default=8, help="backups")
    parser.add_argument("--spoilt", type=int, default=20, help="copies that are cut or changed")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    begun = time.monotonic()
    database = "PostgreSQL" if CLUSTER else "SQLite"
    print(f"{database}, {asked.people} people, {asked.minutes:g} minutes, seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="accede-backups-") as name:
        folder = Path(name)
        with register(folder / "home", on_postgresql=bool(CLUSTER)) as program:
            # What is restored and looked at afterwards takes longer than what was written.
            taken, acknowledged, problems = written(
                program, folder, asked.people, asked.minutes * 24, asked.most, asked.seed
            )
            chain = json.loads(program.python(CHAIN))
        restored = tried = refused = 0
        for number, one in enumerate(reversed(taken)):
            if number and time.monotonic() > begun + asked.minutes * 48:
                break
            into = bool(CLUSTER) and number % 2 == 0
            with register(folder / f"restored-{number}", on_postgresql=into) as place:
                problems += looked_at(place, one, acknowledged, chain, asked.people)
            restored += 1
        while taken and tried < asked.spoilt and time.monotonic() < begun + asked.minutes * 60:
            with register(folder / f"spoilt-{tried}", on_postgresql=bool(CLUSTER)) as place:
                wrong, was_refused = spoilt(place, taken[-1].file, random.Random(asked.seed + tried))
            problems += wrong
            refused += was_refused
            tried += 1
    for problem in problems[:20]:
        print(f"  {problem}")
    during = sum(any(one.began < at < one.ended for at, _, _ in acknowledged) for one in taken)
    print(
        f"{len(taken)} backups, {during} of them while writes were acknowledged, {restored} of them restored; "
        f"{len(acknowledged)} acknowledged writes; {refused} of {tried} spoilt copies refused, the others hold what they held; "
        + (f"{len(problems)} problems." if problems else "each backup is whole and of one instant."),
        flush=True,
    )
    counted(backups_restored=restored, spoilt_backups=tried, acknowledged_writes=len(acknowledged))
    return 1 if problems or not taken else 0


CHAIN = """
import json
from accede.records.models import AuditEntry
print(json.dumps(dict(AuditEntry.objects.values_list("number", "hash"))))
"""


def written(
    program: Program, folder: Path, people: int, seconds: float, most: int, seed: int
) -> tuple[list[Taken], Acknowledged, list[str]]:
    """Let them write, and make backups meanwhile."""
    done = program.cold("setup")
    assert done.code == 0, done.err
    sessions = json.loads(program.python(MOVE_IN.format(people=people)))
    server = program.start("serve", "--port", "0", "--workers", "4", stdout=subprocess.PIPE)
    assert server.stdout
    found = re.search(r"http://[\d.:]+", server.stdout.readline())
    assert found
    queue: multiprocessing.Queue[tuple[Acknowledged, list[str]]] = multiprocessing.Queue()
    until = time.time() + seconds
    workers = [
        multiprocessing.Process(target=sits_down, args=(found[0], name, session, seed + number, until, queue))
        for number, (name, session) in enumerate(sessions.items())
    ]
    taken: list[Taken] = []
    problems: list[str] = []
    try:
        for worker in workers:
            worker.start()
        for number in range(most):
            time.sleep(max(0.0, until - time.time()) / (most - number + 1))
            file, began = folder / f"{number}.backup", time.time()
            made = program.cold("backup", file)
            if made.code != 0:
                problems.append(f"backup {number}: {made.err.strip()}")
            else:
                taken.append(Taken(file, began, time.time()))
            if time.time() > until:
                break
        told = [queue.get(timeout=seconds + 180) for _ in workers]
        for worker in workers:
            worker.join()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    problems += [fault for _, faults in told for fault in faults]
    return taken, sorted(one for acknowledged, _ in told for one in acknowledged), problems


def looked_at(
    place: Program, taken: Taken, acknowledged: Acknowledged, chain: dict[str, str], people: int
) -> Iterator[str]:
    """Restore a backup; a sentence for each thing that is not as it must be."""
    name = taken.file.name
    restored = place.cold("restore", taken.file)
    if restored.code != 0:
        yield f"{name}: {restored.err.strip()}"
        return
    verified = place.cold("verify", "--json")
    yield from (f"{name}: {problem}" for problem in json.loads(verified.out)["problems"])
    told = content(taken.file)
    if chain.get(str(told.head[0])) != told.head[1]:
        yield f"{name} ends with entry {told.head[0]}, which the register never had"
    held = json.loads(place.python(HELD.format(people=people)))
    there = Counter(("version", note) for _, _, note in held["versions"])
    there += Counter(
        ("comment", reason) if happening == "comment" else ("acceptance", f"{key} {version}")
        for happening, key, version, reason in held["events"]
    )
    due = {(what, words) for at, what, words in acknowledged if at < taken.began}
    yield from (
        f"{name}: the {what} “{words}” is there {there[what, words]} times"
        for what, words in due
        if there[what, words] != 1
    )
    again = taken.file.with_suffix(".again")
    place.cold("backup", again)
    if differing := told.differing(content(again)):
        yield f"{name} and a backup of what was restored from it differ in {', '.join(sorted(differing))}"


def spoilt(place: Program, backup: Path, chance: random.Random) -> tuple[list[str], bool]:
    """Restore a copy that was cut short or has one bit turned over; what was wrong, and whether it was refused."""
    copy, whole = backup.with_suffix(".spoilt"), bytearray(backup.read_bytes())
    at = chance.randrange(len(whole))
    if chance.random() < 0.25:
        how, whole = f"cut after byte {at}", whole[:at]
    else:
        bit = chance.randrange(8)
        whole[at] ^= 1 << bit
        how = f"bit {bit} of byte {at} turned over"
    copy.write_bytes(whole)
    done = place.cold("restore", copy)
    if done.code == 0:  # a byte that says nothing, such as the hour in a list of files
        again = backup.with_suffix(".again")
        place.cold("backup", again, "--replace")
        differing = content(backup).differing(content(again))
        return ([f"{how}: restored, and {', '.join(sorted(differing))} differ"] if differing else []), False
    problems = []
    if done.code != 2 or done.err.count("\n") != 1 or done.out:
        problems.append(f"{how}: exit status {done.code}, {done.err.strip()!r}")
    if place.cold("verify").code != 2 or list(place.home.glob("restoring*")):
        problems.append(f"{how}: refused, and something is there")
    return problems, True


@contextmanager
def register(home: Path, *, on_postgresql: bool) -> Iterator[Program]:
    """A place for a register, gone afterwards."""
    url = _new_database("template1") if on_postgresql else ""
    try:
        yield Program(home, url)
    finally:
        if url:
            _drop(url)


if __name__ == "__main__":
    sys.exit(main())
