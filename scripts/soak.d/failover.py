"""A primary and a standby of PostgreSQL: one of them is killed while people write, and the site goes on with the other.

The workspace runs under the application's role on whichever server takes writes (several hosts in DATABASE_URL), the public
site under the public role on the standby. Each round people write through the pages, and then (in the order of chance)

- the primary is killed with SIGKILL under load and the standby promoted: what the people were told is done must be there once,
- the standby is killed: the public site goes on from the primary, writes wait until nobody waits for the standby any more,
- the standby is cut off from its primary, which goes on without it: its pages are refused before they are older than may be.

What was released must be on the public pages at the very next request. `accede verify` must find nothing after each round.

    python scripts/soak.d/failover.py [--minutes N] [--seed N] [--people N]
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
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.synchronize import Event
from pathlib import Path

from counts import counted
from pair import Pair
from writers import HELD, MOVE_IN, Person, Told, compared

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from postgresql import UNAVAILABLE, UnavailableError
from program import Program

DATABASE = "register"
PRIMARY_KILLED = "primary killed"
TOO_OLD = 0.25
"""Minutes after which a standby without its primary shows nothing more."""

RELEASE = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.records.reference import Reference
from accede.records.release import release
from accede.records.review import accept
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
key = "apmbc/CUB/report/{day}"
fact = Report(treaty="apmbc", state="CUB", duty=ReportDuty.VOLUNTARY, report_state=ReportState.SUBMITTED,
              submitted=PartialDate.parse("{day}"))
record(operator("ana"), key, fact, source="18msp-statement")
accept(operator("ben"), [Reference("report", key, 1)])
release(operator("ana"), [Reference("report", key, 1)])
"""


class BrokenError(Exception):
    """Something is not as it must be."""


class Patient(Person):
    """A person who goes on when the site cannot answer. What came of a form that was not answered is unknown.

    `done_at` are the moments at which one was told that something is done.
    """

    def __init__(self, base: str, name: str, session: str, seed: int) -> None:
        super().__init__(base, name, session, seed)
        self.done_at: list[float] = []

    def ask(self, path: str, values: dict[str, str] | None = None) -> tuple[int, str]:
        before = self.told.unknown
        status, page = super().ask(path, values)
        failed = status == 0 or status >= 500
        self.told.unknown = before + (failed and values is not None)
        if failed:
            time.sleep(0.2)
        elif values is not None and status in (302, 303):
            self.done_at.append(time.time())
        return status, page


def sits_down(person: Patient, is_over: Event, told: multiprocessing.Queue[tuple[Told, list[float]]]) -> None:
    """A person's process."""
    while not is_over.is_set():
        person.work(time.time() + 0.5)
    told.put((person.told, person.done_at))


@dataclass
class Figures:
    """What is told at the end."""

    rounds: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    unanswered: int = 0
    pauses: list[float] = field(default_factory=list)
    fresh: int = 0
    public: Counter[int] = field(default_factory=Counter)


class Site:
    """The two servers of the program over a pair of databases, and who asks them."""

    def __init__(self, pair: Pair, folder: Path, chance: random.Random) -> None:
        self.pair, self.chance, self.told, self.figures = pair, chance, list[Told](), Figures()
        self.problems: list[str] = []
        self.program = Program(folder / "home", pair.url("office", DATABASE))
        self.reader = Program(folder / "home", pair.url("readers", DATABASE))
        self.people, self.moved_in, self.released = 0, dict[str, str](), 0

    def set_up(self) -> None:
        """Roles, the database, the shipped register: as the how-to on deployment says."""
        for name in ("owner", "office", "readers"):
            self.pair.primary.ask(f"CREATE ROLE {name} LOGIN PASSWORD '{self.pair.password}'")
        self.pair.primary.ask(f"CREATE DATABASE {DATABASE} OWNER owner")
        owner = Program(self.program.home, self.pair.primary.url("owner", DATABASE))
        must(owner, "setup", "--application-role", "office", "--public-role", "readers")

    def move_in(self, people: int) -> None:
        self.moved_in = json.loads(self.program.python(MOVE_IN.format(people=people)))
        self.people = people

    @contextmanager
    def served(self) -> Iterator[None]:
        """The workspace, and the public site; their addresses are `office` and `site`."""
        office = self.program.start("serve", "--port", "0", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        arguments = ["serve", "--public", "--port", "0"]
        around = {**self.reader.environment, "ACCEDE_STANDBY_MINUTES": str(TOO_OLD)}
        site = subprocess.Popen(
            [*self.reader.command, *arguments], env=around, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            self.office, self.site = said_address(office).rstrip("/"), said_address(site)
            yield
        finally:
            for each in (office, site):
                each.send_signal(signal.SIGINT)
            for each in (office, site):
                each.wait(60)

    def round(self, kind: str, event: Callable[[], None], people: list[str], seconds: float) -> None:
        """Let people write, let something happen a third of the way, and hold the register against what they were told."""
        told: multiprocessing.Queue[tuple[Told, list[float]]] = multiprocessing.Queue()
        is_over = multiprocessing.Event()
        seated = [Patient(self.office, name, self.moved_in[name], self.chance.getrandbits(30)) for name in people]
        processes = [multiprocessing.Process(target=sits_down, args=(each, is_over, told)) for each in seated]
        for each in processes:
            each.start()
        try:
            time.sleep(seconds * self.chance.uniform(0.3, 0.5))
            event()
            time.sleep(seconds * 0.5)
        finally:
            is_over.set()
        answers = [told.get(timeout=180) for _ in processes]
        for each in processes:
            each.join()
        done = sorted(at for _, times in answers for at in times)
        before, after = ([at for at in done if (at > self.happened_at) is is_after] for is_after in (False, True))
        if not before or not after:
            raise BrokenError(f"{kind}: {len(before)} writes before it, {len(after)} after it")
        if kind == PRIMARY_KILLED:
            self.figures.pauses.append(after[0] - before[-1])
        print(
            f"  {kind}: {len(before)} writes before it, {len(after)} after it, {after[0] - before[-1]:.1f} s between",
            flush=True,
        )
        self.told += [one for one, _ in answers]
        self.figures.rounds[kind] += 1
        self.look()

    def look(self) -> None:
        """Everything that was acknowledged is there once, nothing else is, and the register verifies."""
        self.problems += compared(self.told, json.loads(self.program.python(HELD.format(people=self.people))))
        verified = self.program("verify", "--json")
        self.problems += json.loads(verified.out)["problems"] if verified.code in (0, 1) else [verified.err]

    def release_and_look(self) -> None:
        """What is released is public at the next request."""
        self.released += 1
        day = f"2019-{self.released % 12 + 1:02}-{self.released % 28 + 1:02}"
        self.program.python(RELEASE.format(day=day))
        status, _ = self.ask("reports/?state=CUB")
        rows = self.ask("api/v1/reports?state=CUB&limit=200")[1]
        if status != 200 or day not in rows:
            self.problems.append(f"what was released ({day}) is not on the public site ({status})")
        self.figures.fresh += 1

    def ask(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.site + path, timeout=30) as answer:
                status, page = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, page = error.code, error.read().decode(errors="replace")
        except OSError as error:
            status, page = 0, str(error)
        self.figures.public[status] += 1
        return status, page

    def primary_killed(self) -> None:
        self.pair.primary.kill()
        self.happened_at = time.time()
        time.sleep(self.chance.uniform(0.2, 2.0))  # until somebody, or something, decides
        self.read_on("the primary is gone")
        self.pair.promote()

    def standby_killed(self) -> None:
        self.happened_at = time.time()
        self.pair.standby.kill()
        time.sleep(2)
        self.pair.alone()
        self.read_on("the standby is gone")

    def standby_cut_off(self) -> None:
        """The primary goes on without it, and it does not know."""
        self.happened_at = time.time()
        self.pair.alone()
        self.pair.standby.ask("ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'")
        self.pair.standby.ask("SELECT pg_reload_conf()")
        begun = time.monotonic()
        while self.ask("states/")[0] == 200:
            if time.monotonic() - begun > TOO_OLD * 60 + 30:
                raise BrokenError("a standby that was cut off goes on showing pages")
            time.sleep(0.5)
        status, said = self.ask("readyz")
        if (status, said.strip()) != (503, "the standby has lost its primary"):
            raise BrokenError(f"/readyz of a standby that was cut off: {status} {said}")

    def read_on(self, why: str) -> None:
        """Readers are answered; those whose connection broke in the middle may have to ask once more, in each process."""
        for _ in range(12):
            if all(self.ask("states/CUB/")[0] == 200 for _ in range(4)):
                return
        raise BrokenError(f"the public site does not answer where {why}")

    def mend(self) -> None:
        """The other server follows again, whatever became of it."""
        self.pair.standby.stop()
        self.pair.follow()


def said_address(server: subprocess.Popen[str]) -> str:
    assert server.stdout
    found = re.search(r"http://[\d.:]+/", server.stdout.readline())
    if not found:
        raise BrokenError("the server does not start")
    return found[0]


def must(program: Program, *arguments: str) -> None:
    done = program(*arguments)
    if done.code:
        raise BrokenError(f"accede {' '.join(arguments)}: {done.code} {done.err[-500:]}")


def main() -> int:
    """Exit 0: nothing acknowledged was lost or doubled, nothing old was shown, the register verifies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--only", default="", help="what happens in every round, as standby cut off")
    asked = parser.parse_args()
    print(f"A primary and its standby, {asked.people} people, seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="accede-failover-") as folder:
        try:
            pair = Pair(Path(folder))
        except UnavailableError as why:
            print(f"Left out: {why}")
            return UNAVAILABLE
        try:
            return soak(
                Site(pair, Path(folder), random.Random(asked.seed)), asked.minutes * 60, asked.people, asked.only
            )
        finally:
            pair.stop()


def soak(site: Site, seconds: float, people: int, only: str) -> int:
    """Rounds until the time is over, at least one of the primary."""
    end = time.monotonic() + seconds
    site.set_up()
    site.pair.follow()
    rounds = [
        (PRIMARY_KILLED, site.primary_killed),
        ("standby killed", site.standby_killed),
        ("standby cut off", site.standby_cut_off),
    ]
    rounds = [each for each in rounds if only in ("", each[0])]
    later = [*rounds, rounds[0], rounds[0]]
    site.chance.shuffle(later)
    site.move_in(people * 40)
    names = iter(site.moved_in)
    with site.served():
        number, longest = 0, 0.0
        while number == 0 or (number < 40 and time.monotonic() + longest < end):
            kind, event = rounds[0] if number == 0 else later[number % len(later)]
            begun = time.monotonic()
            for _ in range(3):
                site.release_and_look()
            site.round(
                kind,
                event,
                [next(names) for _ in range(people)],
                12 if kind != "standby cut off" else TOO_OLD * 60 + 10,
            )
            site.mend()
            longest = max(longest, time.monotonic() - begun)
            number += 1
            if site.problems:
                break
    report(site)
    return 1 if site.problems else 0


def report(site: Site) -> None:
    """The figures, and each problem."""
    figures, told = site.figures, site.told
    acknowledged = sum(len(each) for one in told for each in (one.recorded, one.corrected, one.accepted, one.commented))
    unknown = sum(one.unknown for one in told)
    rounds = ", ".join(f"{number} times the {kind}" for kind, number in figures.rounds.items())
    print(f"{rounds}; {acknowledged} acknowledged writes, {unknown} that nobody answered")
    if figures.pauses:
        pauses = sorted(figures.pauses)
        print(f"from the last write before a promotion to the first after it: {pauses[0]:.1f} to {pauses[-1]:.1f} s")
    print(
        f"{figures.fresh} releases were public at the next request; public answers {dict(sorted(figures.public.items()))}"
    )
    for problem in site.problems[:20]:
        print(f"  {problem}")
    print(
        "Nothing is lost or doubled, and the register verifies."
        if not site.problems
        else f"{len(site.problems)} problems."
    )
    counted(failovers=figures.rounds[PRIMARY_KILLED], acknowledged_writes=acknowledged)


if __name__ == "__main__":
    sys.exit(main())
