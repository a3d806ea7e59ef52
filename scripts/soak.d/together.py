"""What must not happen at once happens at once: set-ups, workers, restores beside a server; and the clock goes back.

Several set-ups of one place leave one register, several workers do each job once, a restore while people write either takes the
place of the register whole, under a server that goes on with it, or is refused, and nothing that was acknowledged afterwards is
lost. A clock that is set back by days (libfaketime, where it is installed) leaves the instants of the chain in order, and
what is recorded then is there. With DATABASE_URL (`tests/postgresql.py`) on databases of that cluster, else on files.

    python scripts/soak.d/together.py [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from away import Tolerant
from counts import counted
from kills import ASK, CLUSTER, TOLD, BrokenError, copy_of, must, nowhere, sound
from serving import serve
from writers import HELD, MOVE_IN

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
RECORD = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.full"
django.setup()
from accede.accounts.actor import operator
from accede.evidence.record import record
from accede.evidence.values import Report
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
fact = Report(treaty="apmbc", state="CUB", duty=ReportDuty.VOLUNTARY, report_state=ReportState.SUBMITTED,
    submitted=PartialDate.parse("2017-03-0{number}"))
record(operator("ana"), "{key}", fact, source="18msp-statement")
"""
INSTANTS = """
from accede.records.models import AuditEntry
instants = list(AuditEntry.objects.order_by("number").values_list("at", flat=True))
print(instants == sorted(set(instants)), len(instants))
"""


def main() -> int:
    """1 where anything was done twice, lost or mixed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    print(f"{'PostgreSQL' if CLUSTER else 'SQLite'}, together, seed {given.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="accede-together-"))
    try:
        return Together(folder, given).soak()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Together:
    """Rounds on copies of one register."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        self.folder, self.given = folder, given
        self.chance, self.told, self.acknowledged = random.Random(given.seed), Counter(), 0
        self.shipped = nowhere(folder / "shipped")
        must(self.shipped, "setup")

    def soak(self) -> int:
        """One after the other."""
        begun, times, longest = time.monotonic(), 0, 0.0
        faults = [self.set_ups, self.workers, self.restore_beside_people]
        if FAKETIME:
            faults.append(self.clock_goes_back)
        else:
            print("Left out: the clock (no libfaketime here).", flush=True)
        while not times or time.monotonic() - begun + longest < self.given.minutes * 60:
            fault, before = faults[times % len(faults)], time.monotonic()
            times += 1
            try:
                fault(self.folder / f"round-{times}")
            except (BrokenError, AssertionError, OSError, ValueError) as why:
                print(f"Round {times}, {fault.__name__}: {type(why).__name__} {why}", flush=True)
                counted(faults=times, acknowledged_writes=self.acknowledged)
                return 1
            longest = max(longest, time.monotonic() - before)
        for what, number in sorted(self.told.items()):
            print(f"  {number:3} {what}")
        print(f"{times} rounds in {time.monotonic() - begun:.0f} s: nothing done twice, lost or mixed.")
        counted(faults=times, acknowledged_writes=self.acknowledged)
        return 0

    def set_ups(self, home: Path) -> None:
        """Three set-ups of one place at once; one of them may be killed."""
        with copy_of(None, home) as program:
            running = [
                program.start("setup", stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
                for _ in range(3)
            ]
            if killed := self.chance.random() < 0.5:
                time.sleep(self.chance.uniform(0.5, 3))
                running[0].kill()
            answers = [(each.communicate(), each.returncode) for each in running]
            for (_, err), code in answers[1 if killed else 0 :]:
                if code or "Traceback" in err:
                    raise BrokenError(f"a set-up beside others: {code} {err}")
            sound(program)
            entries = int(
                program.python("from accede.records.models import AuditEntry\nprint(AuditEntry.objects.count())")
            )
            if entries != 1:
                raise BrokenError(f"the register was loaded {entries} times")
            self.told[f"three set-ups at once{', one killed' if killed else ''}: one register"] += 1

    def workers(self, home: Path) -> None:
        """Three workers at once, and several jobs."""
        with copy_of(self.shipped, home) as program:
            program.python(ASK)
            running = [
                program.start("work", "--once", stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
            ]
            answers = [(each.communicate(), each.returncode) for each in running]
            told = json.loads(program.python(TOLD))
            lines = Counter(line for (out, _), _ in answers for line in out.splitlines() if line.endswith("done."))
            if any(code for _, code in answers) or any(err for (_, err), _ in answers):
                raise BrokenError(f"workers at once: {answers}")
            if {(state, attempts) for _, state, attempts, _ in told} != {("done", 1)} or set(lines.values()) != {1}:
                raise BrokenError(f"workers at once: {told} {lines}")
            sound(program)
            self.told["three workers at once: each job done once"] += 1

    def restore_beside_people(self, home: Path) -> None:
        """A restore while people write: what they were told of afterwards is there, and before it nothing is mixed in."""
        with copy_of(self.shipped, home) as program:
            sessions = json.loads(program.python(MOVE_IN.format(people=3)))
            backup = str(self.folder / "register.backup")
            must(program, "backup", backup)
            process, base = serve(program, 0)
            persons = [
                Tolerant(base, name, key, self.given.seed + at) for at, (name, key) in enumerate(sessions.items())
            ]
            threads = [threading.Thread(target=person.work, args=(0.0,), daemon=True) for person in persons]
            for thread in threads:
                thread.start()
            time.sleep(self.chance.uniform(1, 4))
            done = program.cold("restore", backup, "--replace")
            told_by_then = [len(person.told.recorded) for person in persons]
            time.sleep(3)
            for person in persons:
                person.is_over.set()
            for thread in threads:
                thread.join(60)
            process.send_signal(signal.SIGINT)
            process.wait(60)
            if done.code not in (0, 2) or "Traceback" in done.err:
                raise BrokenError(f"restore beside a server: {done.code} {done.err}")
            sound(program)
            held = json.loads(program.python(HELD.format(people=3)))
            notes = Counter(note for _, _, note in held["versions"])
            if doubled := [note for note, number in notes.items() if number > 1]:
                raise BrokenError(f"doubled by a restore: {doubled[:3]}")
            for person, number in zip(persons, told_by_then, strict=True):  # the first of them may be of just before
                if done.code == 0 and (
                    lost := [note for note in person.told.recorded[number + 1 :] if not notes[note]]
                ):
                    raise BrokenError(f"recorded after the restore, and lost: {lost[:3]}")
            faults = [fault for person in persons for fault in person.told.faults]
            if any(": 500" in fault for fault in faults):
                raise BrokenError(f"a page failed during a restore: {faults[:5]}")
            self.acknowledged += len(notes)
            self.told[f"a restore beside people who write: {'done' if done.code == 0 else 'refused'}"] += 1

    def clock_goes_back(self, home: Path) -> None:
        """The clock is set back by minutes, days or years, and right again; somebody records all the while, and sees it then."""
        assert FAKETIME
        with copy_of(self.shipped, home) as program:
            counts = program.json("status")["counts"]
            for number, back in enumerate((0, self.chance.choice((90, 86_400 * 3, 86_400 * 900)), 0)):
                further = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"-{back}s"} if back else {}
                key = f"apmbc/CUB/report/2031-03-0{number + 1}"
                record = subprocess.run(
                    [sys.executable, "-c", RECORD.format(key=key, number=number + 1)],
                    env={**program.environment, **further},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if record.returncode:
                    raise BrokenError(f"recording with the clock {back} s back: {record.stderr[-500:]}")
                verified = program.cold("verify", further=further)
                if verified.code:
                    raise BrokenError(f"verify with the clock {back} s back: {verified.out} {verified.err}")
                waiting = program.cold("review", "--json", further=further)
                if key not in waiting.out:
                    raise BrokenError(
                        f"what is recorded with the clock {back} s back is not seen: {waiting.out[-300:]}"
                    )
                found = program.cold("status", "--json", further=further)
                if back < 86_400 * 900 and json.loads(found.out)["counts"] != counts:
                    raise BrokenError(f"with the clock {back} s back the register answers otherwise")
            if (seen := program.cold("review", "--json").out.count("apmbc/CUB/report/2031-03-0")) < 3:
                raise BrokenError(f"of three records {seen} are seen when the clock is right again")
            in_order, entries = program.python(INSTANTS).split()
            if in_order != "True":
                raise BrokenError("the instants of the chain go back")
            self.told[f"the clock went back: {entries} entries in order"] += 1


if __name__ == "__main__":
    sys.exit(main())
