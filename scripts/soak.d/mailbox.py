"""A mailbox that breaks: connections that end within a message or a word, lines of garbage, literals of a wrong length, no entry.

A real Dovecot stands behind a proxy that spoils what it says at a random place. Each time the job of reading ends with a
result or a sentence and never with a fault; where connections only break, each message is kept once, whole, in the end.

    python scripts/soak.d/mailbox.py [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from counts import counted
from kills import BrokenError, Program, must, sound

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
import pytest

import imap_server

UNAVAILABLE = 69
READ = """
import json
from accede.outreach.replies.job import KIND
from accede.records.working import outcome_of
print(json.dumps(outcome_of(KIND, "{}", lambda message, done, of: None)))
"""
HELD = """
import json
from accede.outreach.models import Incoming
from accede.outreach.replies.message import content_of
print(json.dumps([[row.message_id, content_of(row).decode("utf-8", "replace")] for row in Incoming.objects.all()]))
"""


class Proxy:
    """Between a program and the mailbox; `plan` says how it spoils what the mailbox says."""

    def __init__(self, port: int, chance: random.Random) -> None:
        self.behind, self.chance, self.plan, self.after = port, chance, "", 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def aim(self, plan: str, within: int) -> None:
        """Spoil at one of the next so many bytes."""
        self.plan, self.after = plan, self.chance.randrange(1, within)

    def _serve(self) -> None:
        while True:
            client, _ = self.listening.accept()
            server = socket.create_connection(("127.0.0.1", self.behind))
            threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while data := one.recv(4096):
                spoilt = self._spoilt(data) if is_answer else data
                other.sendall(spoilt)
                if is_answer and self.plan == "over":
                    break
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _spoilt(self, data: bytes) -> bytes:
        if not self.plan or self.plan == "over":
            return data
        self.after -= len(data)
        if self.after > 0:
            return data
        at, plan, self.plan = len(data) + self.after, self.plan, ""
        match plan:
            case "breaks off":
                self.plan = "over"
                return data[:at]
            case "garbage":
                return data[:at] + self.chance.randbytes(self.chance.choice((1, 40, 4000))) + data[at:]
            case "a line of garbage":
                return data[:at] + b"\r\n* " + self.chance.randbytes(30).replace(b"\n", b"") + b"\r\n" + data[at:]
            case "another length":
                return re.sub(rb"\{(\d+)\}", b"{%d}" % self.chance.choice((0, 1, 7, 10**6, 10**12)), data)
            case _:
                return data[:at] + data[at + self.chance.randrange(1, 60) :]


PLANS = ("garbage", "a line of garbage", "another length", "bytes are missing")


def main() -> int:
    """1 where the job had a fault, or a message is lost or doubled."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    print(f"Mailbox, seed {given.seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="accede-mailbox-"))
    if imap_server.DOVECOT is None:
        print("Left out: no Dovecot is installed (apt-get install dovecot-imapd).")
        return UNAVAILABLE
    try:
        (folder / "dovecot").mkdir()
        folder.chmod(0o755)
        server = imap_server.started(folder / "dovecot")
    except pytest.skip.Exception as why:
        print(f"Left out: {why}")
        return UNAVAILABLE
    try:
        return soak(folder, server, given)
    except (BrokenError, AssertionError) as why:
        print(f"{type(why).__name__}: {why}", flush=True)
        return 1
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def soak(folder: Path, server: imap_server.MailboxServer, given: argparse.Namespace) -> int:
    """Read, and read again."""
    chance, told = random.Random(given.seed), Counter[str]()
    end = time.monotonic() + given.minutes * 60
    proxy = Proxy(server.port, chance)
    program = Program(folder / "home")
    must(program, "setup", "--empty")
    breaking, lying = replace(server, user="breaks@register.example"), replace(server, user="lies@register.example")
    put: dict[str, bytes] = {}
    times = 0
    while time.monotonic() < end or not times:
        times += 1
        for _ in range(2):
            name = f"breaks-{len(put)}@cub.example"
            put[name] = message(name)
            breaking.put(put[name])
        proxy.aim("breaks off", 6000)
        told["breaks off: " + read(program, breaking, proxy)] += 1
        lying.put(message(f"lies-{times}@cub.example"))
        plan = chance.choice(PLANS)
        proxy.aim(plan, 3000)
        told[f"{plan}: {read(program, lying, proxy)}"] += 1
        if times % 5 == 0:
            proxy.plan = ""
            told["no entry: " + read(program, breaking, proxy, password="wrong")] += 1
    proxy.plan = ""
    for _ in range(2):
        if read(program, breaking, proxy) != "done":
            raise BrokenError("a mailbox that breaks no more is not read")
    held = [(name, text) for name, text in json.loads(program.python(HELD)) if name.startswith("breaks-")]
    if sorted(held) != sorted((name, text.decode()) for name, text in put.items()):
        raise BrokenError(
            f"of {len(put)} messages {len(held)} are held, {len(set(put) - dict(held).keys())} are missing"
        )
    sound(program)
    for what, number in sorted(told.items()):
        print(f"  {number:3} {what}")
    print(f"{2 * times} readings spoilt, {len(put)} messages through breaking connections, each held once and whole.")
    counted(faults=2 * times)
    return 0


def message(name: str) -> bytes:
    """A message that is known by its name."""
    lines = "We take note.\r\n" * 60
    return (
        f"From: mission@cub.example\r\nTo: outreach@register.example\r\nSubject: {name}\r\n"
        f"Message-ID: <{name}>\r\nContent-Type: text/plain\r\n\r\n{lines}The end.\r\n"
    ).encode()


def read(program: Program, mailbox: imap_server.MailboxServer, proxy: Proxy, **further: str) -> str:
    """Read it once; how the job ended. Raises BrokenError for a fault."""
    url = mailbox.url(port=proxy.port, **further)
    asked = Program(program.home, program.url)
    os.environ["ACCEDE_IMAP"] = url
    try:
        how, said = json.loads(asked.python(READ))
    finally:
        del os.environ["ACCEDE_IMAP"]
    if how == "fault" or "wrong" in said:
        raise BrokenError(f"reading the mailbox: {how} {said} {(program.home / 'logs/faults.log').read_text()[-1500:]}")
    return how


if __name__ == "__main__":
    sys.exit(main())
