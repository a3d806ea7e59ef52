"""`accede work` is killed while it sends letters, again and again; somebody decides what is in doubt; then every letter is counted.

The mail server lives in this process and is not killed: it is the memory of what really went. A kill falls at an instant of the
conversation (an address is asked for, a text has come and is kept) or a moment after it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from forked import Started
from post_office import MAILBOX, PostOffice
from program import Program

TESTS = str(Path(__file__).parent)
_CAST = f"""
import sys; sys.path.insert(0, {TESTS!r})
import json
from django.conf import settings
from sending_cast import *
settings.ACCEDE_MAIL, settings.EMAIL_HOST, settings.EMAIL_USE_TLS = True, "127.0.0.1", False
settings.ACCEDE_OUTREACH_ADDRESS = {MAILBOX!r}
"""

PLANT = """
from rounds_cast import outside
from accede.outreach.sending.job import send_waiting
key = round_to(*outside()[:{number}])
done = queued(key)
send_waiting(DRAFTER, through=done.through)
print(key)
"""
LOOK = """
from accede.outreach.models import Delivery
from accede.records.models import Job
rows = [
    dict(pk=each.pk, iso3=each.letter[-3:], state=each.state, message_id=each.message_id, attempts=each.attempts,
         file=each.file_sha256, log=[entry.state for entry in each.entries.all()])
    for each in Delivery.objects.prefetch_related("entries")
]
print(json.dumps(dict(rows=rows, jobs=[job.state for job in Job.objects.filter(kind="letters").order_by("pk")])))
"""
PASS_TIME = """
from accede.records.models import Job
later()
Job.objects.filter(state="running").update(leased_until="2020-01-01T00:00:00Z")
Job.objects.filter(state="waiting").update(not_before="2020-01-01T00:00:00Z")
"""
DECIDE = """
from accede.outreach.sending import decide
for number, attempts, went in {decisions!r}:
    (decide.it_went if went else decide.send_it)(DRAFTER, number, attempts=attempts)
"""
PRESS = """
from accede.outreach.sending.job import send_waiting
send_waiting(DRAFTER)
"""
STEPS = """
from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.told import told_by
letters = letters_of({key!r}).values()
print(json.dumps(dict(
    letters=[[each.fact.state, each.fact.step, each.fact.file_sha256, each.fact.note] for each in letters],
    told=told_by(round_held({key!r}).fact).fact.towards_count)))
"""


@dataclass
class Killed:
    """What happened: at which instants it was killed, how many were in doubt afterwards, what was decided of them."""

    moments: Counter[str] = field(default_factory=Counter)
    doubtful: int = 0
    went: int = 0
    sent_again: int = 0

    @property
    def kills(self) -> int:
        """How often it was killed."""
        return sum(self.moments.values())

    def __str__(self) -> str:
        moments = ", ".join(f"{number} {what}" for what, number in sorted(self.moments.items()))
        return f"{moments}; in doubt {self.doubtful}: {self.went} had gone, {self.sent_again} had not"


ASKED = "an address was asked for"


class Killer:
    """Kills a worker at one of the next instants of its conversation with the mail server, or shortly after."""

    def __init__(self, office: PostOffice, chance: random.Random) -> None:
        self._chance, self._lock, self._left, self._worker = chance, threading.Lock(), 0, None
        self._office, self.moment = office, ""
        office.to = lambda address: self._happens(ASKED)[:0]
        office.meanwhile = lambda mail: self._happens("a text was kept and not answered")
        office.text = lambda mail: self._happens("a text had come") and self._kept_or_lost()

    def aim(self, worker: Started, within: int) -> None:
        """Let it live for up to so many instants."""
        with self._lock:
            self._worker, self._left, self.moment = worker, self._chance.randint(1, within), ""

    def _happens(self, what: str) -> str:
        """An instant of the conversation; what it is where the worker is killed over it, else ""."""
        with self._lock:
            if what == ASKED and self._chance.random() < 0.6:  # there are two for each text
                return ""
            self._left -= 1
            if self._left or self._worker is None:
                return ""
            self.moment, worker, self._worker = what, self._worker, None
        return self._fall(what, worker)

    def _fall(self, what: str, worker: Started) -> str:
        """Kill it now or in a moment; the instant, as the server tells it."""
        if self._chance.random() < 0.5:
            _kill(worker, everything=self._chance.random() < 0.7)
        else:
            self.moment = f"shortly after {what}"
            delay = self._chance.uniform(0, 0.08)
            threading.Timer(delay, _kill, (worker,), {"everything": self._chance.random() < 0.7}).start()
        return what

    def _kept_or_lost(self) -> str:
        """What the server makes of a text whose sender is killed: it keeps it, or is too late to."""
        if self._chance.random() < 0.5:
            return ""
        self.moment += ", and the server lost it"
        return "451 lost"


def killed_while_sending(
    program: Program, office: PostOffice, *, letters: int, kills: int, chance: random.Random
) -> Killed:
    """Send so many letters while the worker is killed so often; raises AssertionError where one went twice, or did not go."""
    asks = ask(program, PLANT.format(number=letters)).strip()
    happened, killer = Killed(), Killer(office, chance)
    further = settings_of(office)
    for _ in range(2 * kills):
        if happened.kills == kills or not any(each["state"] == "queued" for each in look(program)["rows"]):
            break
        worker = program.begin("work", "--once", further=further)
        killer.aim(worker, within=max(2, 3 * letters // kills))
        worker.wait()
        _wait_for_children(office)
        if killer.moment:
            happened.moments[killer.moment] += 1
        _go_on(program, office, happened)
    killer.aim(None, within=1)  # type: ignore[arg-type]  # nobody is killed any more
    for _ in range(6):
        done = program("work", "--once", further=further)
        assert done.code == 0, done.err
        _go_on(program, office, happened)
        if all(each["state"] == "taken" for each in look(program)["rows"]):
            break
    _each_once(program, office, asks, letters)
    return happened


def ask(program: Program, code: str) -> str:
    """Run a few lines with the cast at hand."""
    return program.python(_CAST + code)


def settings_of(office: PostOffice) -> Mapping[str, str]:
    """What the worker is started with."""
    return {"ACCEDE_SMTP": office.url, "ACCEDE_OUTREACH_ADDRESS": MAILBOX, "ACCEDE_MAIL_PER_MINUTE": "60000"}


def look(program: Program) -> dict[str, Any]:
    """The deliveries with their log, and the states of the jobs."""
    found: dict[str, Any] = json.loads(ask(program, LOOK))
    return found


def _go_on(program: Program, office: PostOffice, happened: Killed) -> None:
    """Five minutes pass; a person looks in our own mailbox, decides what is in doubt, and presses the button where it is needed."""
    ask(program, PASS_TIME)
    copies = {str(mail["Message-ID"]).strip("<>") for to, mail in office.taken if MAILBOX in to}
    held = look(program)
    doubtful = [each for each in held["rows"] if each["state"] == "offered"]
    decisions = [(each["pk"], each["attempts"], each["message_id"] in copies) for each in doubtful]
    happened.doubtful += len(doubtful)
    happened.went += sum(went for _, _, went in decisions)
    happened.sent_again += sum(not went for _, _, went in decisions)
    ask(program, DECIDE.format(decisions=decisions))
    ask(program, PRESS)


def _each_once(program: Program, office: PostOffice, key: str, letters: int) -> None:
    held = look(program)
    rows = held["rows"]
    assert len(rows) == letters
    ids = Counter(str(mail["Message-ID"]).strip("<>") for _, mail in office.taken)
    states = Counter(to[0] for to, _ in office.taken)
    assert set(ids.values()) == set(states.values()) == {1}, (ids.most_common(2), states.most_common(2))
    assert set(ids) == {each["message_id"] for each in rows}
    assert len(states) == letters
    for each in rows:
        assert each["state"] == "taken", each
        assert each["log"].count("taken") == 1, each
        assert each["log"][0] == "queued", each
        assert each["log"][-1] == "taken", each
    told = json.loads(ask(program, STEPS.format(key=key)))
    by_state = {each["iso3"]: each for each in rows}
    for iso3, step, file, note in told["letters"]:
        assert (step, file) == ("sent", by_state[iso3]["file"])
        assert by_state[iso3]["message_id"] in note
    assert told["told"] == letters
    verified = program("verify")
    assert verified.code == 0, verified.out


def _kill(worker: Started, *, everything: bool) -> None:
    """SIGKILL to the worker, and to the process that does its job (as when the power fails), or to the worker alone."""
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children")
    try:
        pids = [int(pid) for pid in children.read_text().split()] if everything else []
    except OSError:
        pids = []
    for pid in (*pids, worker.pid):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _wait_for_children(office: PostOffice) -> None:
    """Until nobody talks to the mail server any more: a process whose worker was killed ends its letter first."""
    before = None
    while before != (before := (len(office.asked), len(office.taken))):
        time.sleep(0.4)
