"""Kills `accede serve` (kill -9) again and again while people write in the browser's way, and holds the register to every answer.

Each round the server is started, people write, and at a random moment all its processes are killed, or the first one alone, or
one that answers (the others go on). What was answered with a redirect is acknowledged and must be there once; what nobody
answered may be there or not. With DATABASE_URL (`tests/postgresql.py`) the register is a database of that cluster, else a file.

    python scripts/soak.d/serving.py [--people 6] [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from counts import counted
from writers import CLUSTER, HELD, MOVE_IN, Person, Program, _drop, _new_database, compared

TOGETHER = 8.0
"""Seconds within which a server is killed after it began to answer."""


class Patient(Person):
    """Somebody who tries again where nobody answers."""

    def __init__(self, base: str, name: str, session: str, seed: int) -> None:
        super().__init__(base, name, session, seed)
        self.is_over = threading.Event()

    def ask(self, path: str, values: dict[str, str] | None = None) -> tuple[int, str]:
        """A server that was killed is no fault: what was sent may have been recorded or not."""
        faults = len(self.told.faults)
        found = super().ask(path, values)
        if found[0] == 0:
            del self.told.faults[faults:]
            self.told.unknown += values is not None
            self.told.unknown -= 1  # counted by the other
            self.is_over.wait(0.2)
        return found

    def work(self, until: float) -> object:
        """Until it is over."""
        ways = (self.record, self.record, self.correct, self.review, self.comment)
        while not self.is_over.is_set():
            with suppress(OSError, ValueError):  # an answer that breaks off
                self.random.choice(ways)()
        return self.told


def main() -> int:
    """1 where anything that was acknowledged is lost or doubled, or a page failed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=6)
    asked.add_argument("--minutes", type=float, default=2.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="accede-serving-") as folder:
        url = _new_database("template1") if CLUSTER else ""
        try:
            return soak(Program(Path(folder) / "home", url), given.people, given.minutes, given.seed)
        finally:
            if url:
                _drop(url)


def soak(program: Program, people: int, minutes: float, seed: int) -> int:
    """Kill, start again, and look at the end."""
    database = "PostgreSQL" if program.url else "SQLite"
    print(f"{database}, {people} people, seed {seed}", flush=True)
    end, chance = time.monotonic() + minutes * 60, random.Random(seed)
    done = program.cold("setup")
    assert done.code == 0, done.err
    sessions = json.loads(program.python(MOVE_IN.format(people=people)))
    server, base = serve(program, 0)
    port = int(base.rpartition(":")[2])
    persons = [Patient(base, name, session, seed + at) for at, (name, session) in enumerate(sessions.items())]
    threads = [threading.Thread(target=person.work, args=(0.0,), daemon=True) for person in persons]
    for thread in threads:
        thread.start()
    kills = 0
    while time.monotonic() < end or not kills:
        time.sleep(chance.uniform(0.5, TOGETHER))
        how = chance.choice(("everything", "the first", "one that answers"))
        kills += 1
        if how == "one that answers":
            with suppress(ProcessLookupError, IndexError):
                os.kill(chance.choice(children(server.pid)), signal.SIGKILL)
            continue
        (os.killpg if how == "everything" else os.kill)(server.pid, signal.SIGKILL)
        server.wait()
        server, base = serve(program, port)
    for person in persons:
        person.is_over.set()
    for thread in threads:
        thread.join(90)
    server.send_signal(signal.SIGINT)
    server.wait(60)
    told = [person.told for person in persons]
    problems = [fault for one in told for fault in one.faults]
    problems += compared(told, json.loads(program.python(HELD.format(people=people))))
    verified = program.cold("verify", "--json")
    problems += [] if verified.code == 0 else [verified.out + verified.err]
    faults = program.home / "logs" / "faults.log"
    if faults.exists():
        problems.append(f"the log of faults: {faults.read_text(encoding='utf-8')[:600]}")
    acknowledged = sum(len(one.recorded) + len(one.corrected) + len(one.accepted) + len(one.commented) for one in told)
    print(
        f"{kills} kills on {database}, {acknowledged} acknowledged writes, {sum(one.unknown for one in told)} unanswered."
    )
    for problem in problems[:20]:
        print(f"  {problem}")
    print("Nothing is lost or doubled, and the register verifies." if not problems else f"{len(problems)} problems.")
    counted(kills=kills, acknowledged_writes=acknowledged)
    return 1 if problems else 0


def serve(program: Program, port: int) -> tuple[subprocess.Popen[str], str]:
    """A server in a session of its own, answering; where its port is still held by what was killed, a moment later."""
    for _ in range(40):
        server = program.start(
            *("serve", "--port", str(port), "--workers", "3"),
            stdout=subprocess.PIPE,
            stderr=-3,
            start_new_session=True,
            preexec_fn=_end_with_us,
        )
        assert server.stdout
        if found := re.search(r"http://[\d.:]+", server.stdout.readline()):
            return server, found[0]
        server.wait()
        time.sleep(0.25)
    raise AssertionError("the server does not start again after a kill")


def _end_with_us() -> None:
    """Let the system end the server with this program, however that ends: nothing may go on after a soak."""
    with suppress(OSError, AttributeError):  # Linux alone knows this
        ctypes.CDLL(None).prctl(1, signal.SIGTERM, 0, 0, 0)


def children(pid: int) -> list[int]:
    """The processes that it started."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


if __name__ == "__main__":
    sys.exit(main())
