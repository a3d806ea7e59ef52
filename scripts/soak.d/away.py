"""The database goes away for a while, again and again, under `accede serve` and its worker while people write.

Pages say kindly to come back (503, with Retry-After), nobody restarts anything, and as soon as the database is there again
pages are answered, writes go on and the worker does what waited. What was acknowledged before and after is there, once.

    python scripts/soak.d/away.py [--people 4] [--minutes N] [--seed N] [--longest 60]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

from cluster import cluster, postgresql
from counts import counted
from kills import ASK, TOLD
from serving import Patient, serve
from writers import HELD, MOVE_IN, Program, compared

UNAVAILABLE = 69
PAGES = ("/", "/states/MAR/", "/votes/", "/workspace/account/sign-in/", "/api/v1/states", "/readyz")
PASS_TIME = """
from datetime import UTC, datetime, timedelta
from accede.records.jobs import LEASE
from accede.records.models import Job
unheard = datetime.now(UTC) + LEASE - timedelta(seconds=10)
Job.objects.filter(state="running", leased_until__lt=unheard).update(leased_until="2020-01-01T00:00:00Z")
Job.objects.filter(state="waiting").update(not_before="2020-01-01T00:00:00Z")
"""
"""As if the minutes had gone by after which a job is taken again."""
PATIENCE = 40.0
SOON = 30.0
"""Seconds within which everything goes on after the database is there again."""


def main() -> int:
    """1 where anything acknowledged is lost, a page has a fault, or something does not go on by itself."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=4)
    asked.add_argument("--minutes", type=float, default=2.0)
    asked.add_argument("--longest", type=float, default=60.0, help="seconds for which it is away at most")
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    print(f"PostgreSQL, {given.people} people, seed {given.seed}", flush=True)
    try:
        with cluster() as server, tempfile.TemporaryDirectory(prefix="accede-away-") as folder:
            return Away(server, Program(Path(folder) / "home", server.url), given).soak()
    except postgresql.UnavailableError as why:
        print(f"Left out: no PostgreSQL ({why}).")
        return UNAVAILABLE


class Away:
    """A served register whose database comes and goes."""

    def __init__(self, cluster: object, program: Program, given: argparse.Namespace) -> None:
        self.cluster, self.program, self.given = cluster, program, given
        self.chance, self.problems, self.answers = random.Random(given.seed), [], Counter()
        self.base = ""

    def soak(self) -> int:
        """Let it come and go, and look at the end."""
        end = time.monotonic() + self.given.minutes * 60
        done = self.program.cold("setup")
        assert done.code == 0, done.err
        sessions = json.loads(self.program.python(MOVE_IN.format(people=self.given.people)))
        process, self.base = serve(self.program, 0)
        persons = [
            Tolerant(self.base, name, key, self.given.seed + at) for at, (name, key) in enumerate(sessions.items())
        ]
        threads = [threading.Thread(target=person.work, args=(0.0,), daemon=True) for person in persons]
        for thread in threads:
            thread.start()
        times = 0
        while time.monotonic() < end or not times:
            time.sleep(self.chance.uniform(1, 5))
            self.program.python(ASK)
            self.cluster.stop(self.chance.choice(("immediate", "immediate", "fast")))
            times += 1
            self.look_while_away(min(self.chance.uniform(2, self.given.longest), max(5.0, end - time.monotonic())))
            self.cluster.start()
            self.look_when_back()
        for person in persons:
            person.is_over.set()
        for thread in threads:
            thread.join(90)
        self.wait_for_jobs()
        assert process.poll() is None, "the server has ended"
        process.send_signal(signal.SIGINT)
        process.wait(60)
        return self.told([person.told for person in persons], times)

    def look_while_away(self, seconds: float) -> None:
        """No page but the finished ones that a process keeps is answered, and each says to come back."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for path in PAGES:
                status, headers, body = ask(self.base + path)
                self.answers[f"away: {status}"] += 1
                if status not in (200, 302, 503):
                    self.problems.append(f"{path} while the database is away: {status} {body[:200]}")
                if status == 503 and path != "/readyz" and "Retry-After" not in headers:
                    self.problems.append(f"{path} does not say when to come back")
                if "Traceback" in body or "psycopg" in body:
                    self.problems.append(f"{path} shows what is inside: {body[:200]}")
            time.sleep(0.5)

    def look_when_back(self) -> None:
        """Everything is answered soon."""
        begun = time.monotonic()
        waits = list(PAGES)
        while waits and time.monotonic() - begun < SOON:
            waits = [path for path in waits if ask(self.base + path)[0] not in (200, 302)]
            time.sleep(0.1)
        self.answers["back after (s, most)"] = max(
            self.answers["back after (s, most)"], round(time.monotonic() - begun)
        )
        self.problems += [f"{path} is not answered {SOON:.0f} seconds after the database is back" for path in waits]

    def wait_for_jobs(self) -> None:
        """The worker goes on by itself, at the latest when the lease of what was interrupted has run out."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.program.python(PASS_TIME)
            told = json.loads(self.program.python(TOLD))
            if all(state == "done" for _, state, _, _ in told):
                return
            if any(state == "failed" for _, state, _, _ in told):
                break
            time.sleep(0.5)
        self.problems.append(f"jobs: {told}")

    def told(self, told: list[object], times: int) -> int:
        """The figures, and each problem."""
        problems = self.problems + compared(
            told, json.loads(self.program.python(HELD.format(people=self.given.people)))
        )
        verified = self.program.cold("verify", "--json")
        problems += [] if verified.code == 0 else [verified.out + verified.err]
        writes = sum(len(one.recorded) + len(one.corrected) + len(one.accepted) + len(one.commented) for one in told)
        print(f"The database was away {times} times; {writes} acknowledged writes; {dict(self.answers)}.")
        for problem in list(dict.fromkeys(problems))[:20]:
            print(f"  {problem}")
        print("Nothing is lost, and everything went on by itself." if not problems else f"{len(problems)} problems.")
        counted(faults=times, acknowledged_writes=writes)
        return 1 if problems else 0


class Tolerant(Patient):
    """Somebody who is told that the register cannot be reached, and tries again."""

    def ask(self, path: str, values: dict[str, str] | None = None) -> tuple[int, str]:
        """503 is no fault while the database is away; what was sent may have been recorded or not."""
        faults = len(self.told.faults)
        status, page = super().ask(path, values)
        if status == 503:
            del self.told.faults[faults:]
            self.told.unknown += values is not None
            self.is_over.wait(0.5)
        return status, page


def ask(url: str) -> tuple[int, object, str]:
    """Status, headers and body; 0 where nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode(errors="replace")
    except OSError as error:
        return 0, {}, str(error)


if __name__ == "__main__":
    sys.exit(main())
