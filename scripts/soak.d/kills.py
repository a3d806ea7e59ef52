"""Kills the program (kill -9) at random moments of all that it does for long, and looks at what is left.

Set-up, import, restore, backup, publication, export, a check with its marked draft, a release, and a worker with its jobs. Each
time the register must open, `accede verify` must find nothing, the work must be there whole or not at all, nothing half
written may lie about, and doing it again must end well. With DATABASE_URL (`tests/postgresql.py`) the registers are databases
of that cluster, else files.

    python scripts/soak.d/kills.py [--minutes N | --times N] [--seed N] [--only WORK]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from counts import counted

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from program import CLUSTER, ROOT, Program  # the program as the tests start it

PUBLISHED = ROOT.parent / "shared/documents/000_144bfe5992db99ac.txt"
NOT_SET_UP = "no register is set up here yet"
FINDING = 1
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
"""How a work is started: in a session of its own."""
KEPT = ("sources", "editions", "letters", "mail")

FEW_PAGES = """
import sys
from dataclasses import replace
from pathlib import Path
from accede.publishing.site import publish as module
pages = module.pages.PAGES
module.pages.PAGES = {"home": pages["home"], "states": pages["states"]}
every = module.further.groups
module.further.groups = lambda now, days: [each for each in every(now, days) if each.about in ("search", "papers")]
module._broken = lambda made, state: ()
module.publish(Path(FOLDER), replace(module.publication(), days={}))
"""
"""Home and list of States alone: the other fifty thousand pages are the same work again."""

ASK = """
from accede.accounts.actor import operator
from accede.records.jobs import ask
from accede.workspace.work import kind_named
for key in ("verify", "backup", "verify"):
    kind = kind_named(key)
    ask(operator(f"ana {key}"), kind, kind.arguments())
"""
RECORD = """
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
for day in range(1, 29):
    fact = Report(treaty="apmbc", state="CUB", duty=ReportDuty.VOLUNTARY, report_state=ReportState.SUBMITTED,
        submitted=PartialDate.parse(f"2017-03-{day:02}"))
    record(operator("ana"), f"apmbc/CUB/report/2031-03-{day:02}", fact, source="18msp-statement")
"""
PASS_TIME = """
from accede.records.models import Job
Job.objects.filter(state="running").update(leased_until="2020-01-01T00:00:00Z")
Job.objects.filter(state="waiting").update(not_before="2020-01-01T00:00:00Z")
"""
TOLD = """
import json
from accede.records.models import Job
print(json.dumps([[job.kind, job.state, job.attempts, job.error] for job in Job.objects.order_by("pk")]))
"""
WAITS = """
import json
from accede.records.releasing import to_be_released
print(len(to_be_released()))
"""


class BrokenError(Exception):
    """The register is not as it must be after a kill."""


@dataclass
class Work:
    """What is killed. `look` tells whether the work is there ("whole") or not ("nothing"), and raises where it is neither.

    `begin` starts it in the folder of the home and gives its process; `again` does it once more, to its end.
    """

    name: str
    before: Program | None
    begin: Callable[..., subprocess.Popen[str]]
    again: Callable[[Program], None]
    look: Callable[[Program], str]
    seconds: float = 0.0
    left: Counter[str] = field(default_factory=Counter)


def command(
    name: str, before: Program | None, look: Callable[[Program], str], *arguments: str, codes: tuple[int, ...] = (0,)
) -> Work:
    """The work of a command; OUT in its arguments is a folder of the round's own."""

    def of(program: Program) -> list[str]:
        out(program).mkdir(exist_ok=True)
        return [each.replace("OUT", str(out(program))) for each in arguments]

    return Work(
        name,
        before,
        lambda program, **streams: program.start(*of(program), **QUIET | streams),
        lambda program: must(program, *of(program), codes=codes),
        look,
    )


class Ground:
    """Registers that were prepared once, and what a round is held to."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.empty = nowhere(folder / "shipped"), nowhere(folder / "empty")
        must(self.shipped, "setup")
        must(self.empty, "setup", "--empty")
        self.paper = PUBLISHED if PUBLISHED.exists() else folder / "paper.md"
        if self.paper != PUBLISHED:
            must(self.shipped, "paper", "status", "--as-of", "2018-08-21", "-o", str(self.paper))
        self.imported, self.backup = copied(self.empty, folder / "imported"), str(folder / "imported.backup")
        must(self.imported, "import", str(self.paper), "--accept")
        must(self.imported, "backup", self.backup)
        self.headline = self.shipped.json("status")["counts"]
        self.asked = copied(self.shipped, folder / "asked")
        self.asked.python(ASK)
        must(self.shipped, "export", str(folder / "package"))
        self.states = (folder / "package" / "states.csv").read_bytes()
        self.accepted = copied(self.shipped, folder / "accepted")
        self.accepted.python(RECORD)
        must(self.accepted, "accept", "--all")
        report = self.accepted("release", "--all", "--json")
        if report.code != FINDING:
            raise BrokenError(f"nothing is to be released: {report.out} {report.err}")
        self.number = json.loads(report.out)["number"]

    def after_setup(self, program: Program) -> str:
        answer = program("status", "--json")
        if NOT_SET_UP in answer.err:
            return "nothing"
        found = program.json("status")["counts"]
        return whole_if(found == self.headline, "the register is set up, and not all of it is there")

    def after_import(self, program: Program) -> str:
        if program.head == self.empty.head:
            return "nothing"
        found = program.json("import", str(self.paper), "--dry-run")
        return whole_if(found["new"] == 0, f"{found['new']} proposals of the paper are not there")

    def after_restore(self, program: Program) -> str:
        if program.head == self.shipped.head:
            return "nothing"
        return whole_if(program.head == self.imported.head, "the chain ends in neither register")

    def after_backup(self, program: Program) -> str:
        file = out(program) / "register.backup"
        if not file.exists():
            return "nothing"
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            for table in manifest["tables"]:
                found = hashlib.sha256(archive.read(f"tables/{table['table']}.jsonl")).hexdigest()
                whole_if(found == table["sha256"], f"{table['table']} is not whole in the backup")
        return whole_if(manifest["chain_hash"] == program.head, "the backup is of another register")

    def after_publication(self, program: Program) -> str:
        site = out(program) / "site"
        if not site.exists():
            return "nothing"
        for path, held in json.loads((site / "manifest.json").read_bytes())["files"].items():
            found = hashlib.sha256((site / path).read_bytes()).hexdigest()
            whole_if(found == held["sha256"], f"{path} is not what the list of the publication says")
        return "whole"

    def after_export(self, program: Program) -> str:
        described = out(program) / "package" / "datapackage.json"
        if not described.exists():
            return "nothing"
        for each in json.loads(described.read_bytes())["resources"]:
            found = hashlib.sha256((described.parent / each["path"]).read_bytes()).hexdigest()
            whole_if(each["hash"] == f"sha256:{found}", f"{each['path']} is not what the description says")
        return whole_if((described.parent / "states.csv").read_bytes() == self.states, "the package is another")

    def after_check(self, program: Program) -> str:
        file = out(program) / "marked.html"
        return whole_if("</html>" in file.read_text(encoding="utf-8"), "half a draft") if file.exists() else "nothing"

    def after_release(self, program: Program) -> str:
        if program.head == self.accepted.head:
            return "nothing"
        return whole_if(program.python(WAITS) == "0", "part of what was to be released together is not")

    def after_jobs(self, program: Program) -> str:
        told = json.loads(program.python(TOLD))
        whole_if(all(state in ("waiting", "running", "done") for _, state, _, _ in told), f"a job ended: {told}")
        done = sum(state == "done" for _, state, _, _ in told)
        if done < len(told):
            return "some done" if done else "nothing"
        made = len(list((program.home / "backups").glob("*.zip")))
        return whole_if(made in (1, 2), f"{made} backups were made")  # killed between the file and the word that it is


def works(folder: Path) -> list[Work]:
    """All of them."""
    ground = Ground(folder)

    def code(program: Program) -> str:
        out(program).mkdir(exist_ok=True)
        return FEW_PAGES.replace("FOLDER", repr(str(out(program) / "site")))

    def work_again(program: Program) -> None:
        for _ in range(2):
            program.python(PASS_TIME)
            must(program, "work", "--once")

    paper, shipped = str(ground.paper), ground.shipped
    release = ("release", "--all", "--confirm", ground.number)
    return [
        command("setup", None, ground.after_setup, "setup"),
        command("import --accept", ground.empty, ground.after_import, "import", paper, "--accept"),
        command("restore", shipped, ground.after_restore, "restore", ground.backup, "--replace"),
        command("backup", shipped, ground.after_backup, "backup", "OUT/register.backup"),
        Work(
            "publish",
            shipped,
            lambda program, **streams: in_python(program, code(program), **QUIET | streams),
            lambda program: program.python(code(program)) and None,
            ground.after_publication,
        ),
        command("export", shipped, ground.after_export, "export", "OUT/package"),
        command("check -o", shipped, ground.after_check, "check", paper, "-o", "OUT/marked.html", codes=(0, FINDING)),
        Work(
            "work",
            ground.asked,
            lambda program, **streams: program.start("work", "--once", **QUIET | streams),
            work_again,
            ground.after_jobs,
        ),
        command("release", ground.accepted, ground.after_release, *release),
    ]


def out(program: Program) -> Path:
    """Where a round's work writes what is not of the register."""
    return program.home.with_name(program.home.name + "-out")


def in_python(program: Program, code: str, **streams: Any) -> subprocess.Popen[str]:
    """Python inside the register."""
    begin = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'accede.config.full'; django.setup()\n"
    return subprocess.Popen(
        [sys.executable, "-c", begin + code],
        env=program.environment,
        text=True,
        **streams,
    )


def one_round(work: Work, folder: Path, chance: random.Random) -> bool:
    """Start the work, kill it, look, do it again, look again; whether it was killed."""
    with copy_of(work.before, folder) as program:
        begun = time.monotonic()
        running = work.begin(program)
        if not work.seconds:  # how long it takes undisturbed
            running.wait()
            work.seconds = time.monotonic() - begun
            if work.look(program) != "whole" and work.name != "work":
                raise BrokenError("the work was done, and is not there")
            return False
        time.sleep(chance.uniform(0.15, 0.95) * work.seconds)  # most of the first part is the start of Python
        was_running = running.poll() is None
        # The power fails for all at once, or the system kills one process and the others see it.
        whom = os.killpg if chance.random() < 0.6 else os.kill
        whom(running.pid, signal.SIGKILL) if was_running else None
        running.wait()
        _end_all_of(running.pid)
        left = work.look(program)
        if left == "whole" or work.before is not None:
            sound(program)
        if not was_running and left != "whole":
            raise BrokenError("the work had ended, and is not there")
        work.again(program)
        sound(program)
        if work.look(program) != "whole":
            raise BrokenError("the work was done again after the kill, and is not there")
        tidy(program)
        work.left[f"killed, {left}" if was_running else "ended before the kill"] += 1
        return was_running


def _end_all_of(session: int) -> None:
    """Wait until the processes that a killed one started have seen it; they may take some seconds to end."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise BrokenError("a process that the killed one had started goes on")


def sound(program: Program) -> None:
    """The register opens, and `verify` finds nothing."""
    must(program, "verify")


def tidy(program: Program) -> None:
    """Nothing half written is left once the work was done again."""
    kept = [file for folder in KEPT for file in (program.home / folder).glob("*") if len(file.name) != 64]
    beside = [*program.home.glob("restoring*"), *out(program).glob(".*"), *(program.home / "backups").glob(".*")]
    if left := [str(path) for path in (*kept, *beside)]:
        raise BrokenError(f"left lying: {', '.join(left)}")


def must(program: Program, *arguments: str, codes: tuple[int, ...] = (0,)) -> None:
    """Run a command that must succeed."""
    answer = program(*arguments)
    if answer.code not in codes or "Traceback" in answer.err:
        raise BrokenError(f"accede {' '.join(arguments)}: {answer.code} {answer.out[-500:]} {answer.err[-500:]}")


def whole_if(is_whole: bool, otherwise: str) -> str:
    """ "whole", or BrokenError."""
    if not is_whole:
        raise BrokenError(otherwise)
    return "whole"


def nowhere(home: Path) -> Program:
    """A home without a register."""
    return Program(home, _database("template1") if CLUSTER else "")


def copied(original: Program, home: Path) -> Program:
    """A register of its own with the same content."""
    program = Program(home, _database(_name(original.url)) if CLUSTER else "")
    shutil.copytree(original.home, home)
    if CLUSTER:  # the witness is named after the database
        logs = home / "logs"
        (logs / f"chain-{_name(original.url)}.log").rename(logs / f"chain-{_name(program.url)}.log")
    return program


@contextmanager
def copy_of(original: Program | None, home: Path) -> Iterator[Program]:
    """A register of its own with the same content, or none; gone afterwards, but kept where something was wrong."""
    program = nowhere(home) if original is None else copied(original, home)
    yield program
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(out(program), ignore_errors=True)
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
    asked.add_argument("--times", type=int, default=45)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    database = "PostgreSQL" if CLUSTER else "SQLite"
    print(f"{database}, seed {given.seed} (--seed {given.seed} repeats the moments)", flush=True)
    chance = random.Random(given.seed)
    folder = Path(tempfile.mkdtemp(prefix="accede-soak-"))
    begun, times, kills, longest = time.monotonic(), 0, 0, 0.0
    all_works = [work for work in works(folder) if given.only in work.name]
    chance.shuffle(all_works)  # a short run gets to others each time
    while time.monotonic() - begun + longest < given.minutes * 60 if given.minutes else times < given.times:
        work = all_works[times // 2 % len(all_works)] if times < 2 * len(all_works) else chance.choice(all_works)
        times += 1
        home, before = folder / f"round-{times}", time.monotonic()
        try:
            kills += one_round(work, home, chance)
        except (BrokenError, AssertionError, OSError, ValueError, KeyError) as why:
            print(
                f"Round {times}, {work.name}: {type(why).__name__} {why}\nThe register is left in {home}.", flush=True
            )
            counted(kills=kills)
            return 1
        longest = max(longest, time.monotonic() - before)
    for work in all_works:
        left = ", ".join(f"{count} {what}" for what, count in sorted(work.left.items()))
        print(f"  {work.name} ({work.seconds:.1f} s undisturbed): {left or 'not reached'}")
    print(
        f"{times} rounds, {kills} kills on {database} in {time.monotonic() - begun:.0f} s: every register opened and verified.",
        flush=True,
    )
    counted(kills=kills)
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
