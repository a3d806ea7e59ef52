"""Twenty people write at once, in the browser's way, against a served register; then every answer they got is held to it.

Each person is a process with a session: records checks, corrects what anybody recorded, reviews, comments. What was answered
with a redirect is acknowledged. At the end each acknowledged write must be there once, nothing else may be, and `accede verify`
must find nothing. With DATABASE_URL (`tests/postgresql.py`) the register is a database of that cluster, else a file.

    python scripts/soak.d/writers.py [--people 20] [--minutes 5] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
from counts import counted

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from program import CLUSTER, Program, _drop, _new_database

SOURCE = "18msp-statement"
STATES = ("CUB", "LAO", "KOR", "USA", "CHN", "IND", "EGY", "MAR", "VNM", "SGP")

MOVE_IN = """
import json
from datetime import UTC, datetime
from importlib import import_module
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from accede.accounts.models import Term, User
Store = import_module(settings.SESSION_ENGINE).SessionStore
begun, keys = datetime(2018, 1, 1, tzinfo=UTC), {{}}
for number in range({people}):
    user = User(username=f"person{{number}}")
    user.set_unusable_password()
    user.save()
    for role in ("drafter", "reviewer"):
        Term.objects.create(user=user, role=role, starts=begun.date(), granted_by="operator", granted_at=begun)
    Authenticator.objects.create(user=user, type="totp", data={{"secret": "none"}})
    session = Store()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1")
    keys[user.username] = session.session_key
print(json.dumps(keys))
"""

HELD = """
import json
from accede.evidence.models import CheckVersion
from accede.records.models import AuditEntry, Event
people = [f"person{{number}}" for number in range({people})]
print(json.dumps({{
    "versions": [[row.key, row.version, row.note] for row in CheckVersion.objects.filter(recorded_by__in=people)],
    "events": [[e.happening, e.key, e.version, e.reason] for e in Event.objects.filter(recorded_by__in=people, record="check")],
    "entries": AuditEntry.objects.filter(actor__in=people).count(),
}}))
"""


@dataclass
class Told:
    """What one person was answered."""

    recorded: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    accepted: list[tuple[str, int]] = field(default_factory=list)
    commented: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    unknown: int = 0
    seconds: list[float] = field(default_factory=list)


class Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is the answer."""

    def redirect_request(self, *_: object) -> None:
        return None


class Person:
    """A browser with a session."""

    def __init__(self, base: str, name: str, session: str, seed: int) -> None:
        self.base, self.name, self.told = base, name, Told()
        self.random, self.cookies, self.number = random.Random(seed), {"accede": session}, 0
        self.opener = urllib.request.build_opener(Stay)

    def ask(self, path: str, values: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and page; 0 where nobody answered."""
        data = urllib.parse.urlencode(values).encode() if values is not None else None
        request = urllib.request.Request(self.base + path, data)
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if data:
            request.add_header("Origin", self.base)
        begun = time.monotonic()
        try:
            with self.opener.open(request, timeout=60) as answer:
                status, page, headers = answer.status, answer.read().decode(), answer.headers
        except urllib.error.HTTPError as error:
            status, page, headers = error.code, error.read().decode(errors="replace"), error.headers
        except OSError as error:
            self.told.unknown += 1
            self.told.faults.append(f"{path}: {error}")
            return 0, ""
        self.told.seconds.append(time.monotonic() - begun)
        self.told.statuses[status] += 1
        for cookie in headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if status >= 500:
            self.told.faults.append(f"{path}: {status}")
        return status, page

    def form(self, page: str, having: str) -> dict[str, str]:
        """What a browser would send of the form that has this field; empty where there is none."""
        for form in lxml.html.fromstring(page).forms if page else ():
            if any(each.name == having for each in form.inputs):
                return {name: (value or "").lstrip("\n") for name, value in form.form_values()}
        return {}

    def token(self) -> str:
        """Words that nobody else writes."""
        self.number += 1
        return f"{self.name} no. {self.number}."

    def record(self) -> None:
        """A new check."""
        path = "/workspace/recording/new/check/"
        form = self.form(self.ask(path)[1], "note")
        if not form:
            return
        token = self.token()
        day = f"{self.random.randint(1, 28)} October 2026"
        told = {"state": self.random.choice(STATES), "checked": day, "note": token, "source": SOURCE}
        if self.ask(path, {**form, **told})[0] in (302, 303):
            self.told.recorded.append(token)

    def a_waiting(self) -> str:
        """The key of a check that waits, "" where none does."""
        found = re.findall(r'href="/workspace/review/check/([^"?]+)', self.ask("/workspace/review/?kind=check")[1])
        return self.random.choice(found) if found else ""

    def correct(self) -> None:
        """A new version of anybody's check; another may be faster."""
        key = self.a_waiting()
        if not key:
            return
        path = f"/workspace/records/correct/check/{key}"
        form = self.form(self.ask(path)[1], "expected_version")
        if not form:
            return
        token = self.token()
        if self.ask(path, {**form, "note": token, "reason": "looked again"})[0] in (302, 303):
            self.told.corrected.append(token)

    def review(self) -> None:
        """Accept what somebody else recorded."""
        key = self.a_waiting()
        if not key:
            return
        path = f"/workspace/review/check/{key}"
        form = self.form(self.ask(path)[1], "version")
        if form and self.ask(path, {**form, "what": "accept"})[0] in (302, 303):
            self.told.accepted.append((urllib.parse.unquote(key), int(form["version"])))

    def comment(self) -> None:
        """A comment on what waits."""
        key = self.a_waiting()
        if not key:
            return
        path = f"/workspace/review/check/{key}"
        form = self.form(self.ask(path)[1], "said")
        token = self.token()
        if form and self.ask(path, {**form, "what": "comment", "said": token})[0] in (302, 303):
            self.told.commented.append(token)

    def work(self, until: float) -> Told:
        """Until the time is over."""
        ways = (self.record, self.record, self.correct, self.correct, self.review, self.comment)
        while time.time() < until:
            self.random.choice(ways)()
        return self.told


def sits_down(base: str, name: str, session: str, seed: int, until: float, told: multiprocessing.Queue[Told]) -> None:
    """A person's process."""
    told.put(Person(base, name, session, seed).work(until))


def main() -> int:
    """Exit 0: nothing was lost or doubled, no page failed, the register verifies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = _new_database("template1") if CLUSTER else ""
        program = Program(Path(folder) / "home", url)
        try:
            return soak(program, asked.people, asked.minutes, asked.seed)
        finally:
            if url:
                _drop(url)


def soak(program: Program, people: int, minutes: float, seed: int) -> int:
    """Let them write, and look."""
    print(f"{'PostgreSQL' if program.url else 'SQLite'}, {people} people, {minutes:g} minutes, seed {seed}", flush=True)
    until = time.time() + minutes * 60
    done = program.cold("setup")
    assert done.code == 0, done.err
    sessions = json.loads(program.python(MOVE_IN.format(people=people)))
    server = program.start("serve", "--port", "0", "--workers", "4", stdout=subprocess.PIPE)
    assert server.stdout
    found = re.search(r"http://[\d.:]+", server.stdout.readline())
    assert found
    queue: multiprocessing.Queue[Told] = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=sits_down, args=(found[0], name, session, seed + number, until, queue))
        for number, (name, session) in enumerate(sessions.items())
    ]
    try:
        for worker in workers:
            worker.start()
        told = [queue.get(timeout=minutes * 60 + 180) for _ in workers]
        for worker in workers:
            worker.join()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    problems = [fault for one in told for fault in one.faults]
    problems += compared(told, json.loads(program.python(HELD.format(people=people))))
    verified = program.cold("verify", "--json")
    problems += json.loads(verified.out)["problems"] if verified.code else []
    report(told, problems)
    counted(
        acknowledged_writes=sum(len(one.recorded + one.corrected + one.commented) + len(one.accepted) for one in told)
    )
    return 1 if problems else 0


def compared(told: list[Told], held: dict[str, object]) -> list[str]:
    """A sentence for each write that is lost or doubled, or that nobody was told of."""
    versions, events = held["versions"], held["events"]
    assert isinstance(versions, list)
    assert isinstance(events, list)
    notes = Counter(note for _, _, note in versions)
    said = Counter(reason for happening, _, _, reason in events if happening == "comment")
    accepted = Counter((key, version) for happening, key, version, _ in events if happening == "acceptance")
    acknowledged = [token for one in told for token in (*one.recorded, *one.corrected)]
    problems = [f"“{token}” is there {notes[token]} times" for token in acknowledged if notes[token] != 1]
    problems += [f"the comment “{t}” is there {said[t]} times" for one in told for t in one.commented if said[t] != 1]
    problems += [f"{each} was accepted {number} times" for each, number in accepted.items() if number != 1]
    # Two people may press at once: both are told that it is accepted, and it is so once.
    problems += [f"the acceptance of {each} is lost" for one in told for each in one.accepted if not accepted[each]]
    unknown = sum(one.unknown for one in told)
    if len(versions) - len(acknowledged) not in range(unknown + 1):
        problems.append(
            f"{len(versions)} versions are held, {len(acknowledged)} were acknowledged, {unknown} are unknown"
        )
    of_keys = Counter((key, version) for key, version, _ in versions)
    return problems + [f"{each} is there {number} times" for each, number in of_keys.items() if number != 1]


def report(told: list[Told], problems: list[str]) -> None:
    """The figures, and each problem."""
    total = {
        name: sum(len(getattr(one, name)) for one in told)
        for name in ("recorded", "corrected", "accepted", "commented")
    }
    statuses = sum((one.statuses for one in told), Counter[int]())
    seconds = sorted(each for one in told for each in one.seconds)
    print(
        ", ".join(f"{number} {name}" for name, number in total.items()) + f"; answers {dict(sorted(statuses.items()))}"
    )
    if seconds:
        late = seconds[int(len(seconds) * 0.99)]
        print(f"{len(seconds)} requests, median {statistics.median(seconds):.2f} s, 99th of a hundred {late:.2f} s")
    for problem in problems[:20]:
        print(f"  {problem}")
    print("Nothing is lost or doubled, and the register verifies." if not problems else f"{len(problems)} problems.")


if __name__ == "__main__":
    sys.exit(main())
