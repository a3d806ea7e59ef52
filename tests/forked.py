"""Processes of the program that start at once: each is forked from one that has imported everything and opened nothing.

A cold start takes most of the time of a test that calls the program, and is the same each time. A fork has its own environment,
folder, streams and settings, and is signalled, killed and ended like any process (`Program.begin`, `served`). Where the start
itself is asked for, a real one is started (`Program.cold`, `Program.start`).

    python tests/forked.py SETTINGS    serves calls that come over the socket on its standard input
"""

from __future__ import annotations

import array
import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO, TextIO

SETTINGS = {"core": "accede.config.core", "full": "accede.config.full"}
NOT_IN_CORE = ("accede.accounts", "accede.publishing", "accede.workspace", "accede.outreach")
LONGEST = 1 << 20


class Nursery:
    """A process that forks the others; one for each settings and test worker, ended with the worker."""

    def __init__(self, settings: str) -> None:
        self._lock = threading.Lock()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with tempfile.TemporaryDirectory(prefix="accede-forked-") as home:
            environment = {**os.environ, "ACCEDE_HOME": home, "DJANGO_SETTINGS_MODULE": SETTINGS[settings]}
            environment["PYTHONPATH"] = str(Path(__file__).parents[1] / "src")
            environment.pop("DATABASE_URL", None)
            with theirs:
                self._process = subprocess.Popen([sys.executable, __file__, settings], stdin=theirs, env=environment)
            self._answer()  # it is ready

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: str | Path, stdin: str
    ) -> tuple[int, str, str]:
        """Exit status, standard output and standard error of a call; `-c CODE` runs Python instead of the program."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin.encode())
            given.seek(0)
            status = self._ask("run", list(arguments), dict(environment), str(folder), streams=(given, out, err))
            return status, *(_text(file) for file in (out, err))

    def start(self, arguments: Sequence[str], environment: Mapping[str, str], folder: str | Path) -> Started:
        """A call that goes on; what it says on standard error goes where ours does."""
        (given, ours), (theirs, out) = os.pipe(), os.pipe()
        with os.fdopen(given, "rb") as stdin, os.fdopen(out, "wb") as stdout:
            pid = self._ask("start", list(arguments), dict(environment), str(folder), streams=(stdin, stdout, 2))
        return Started(pid, os.fdopen(ours, "w", encoding="utf-8"), os.fdopen(theirs, encoding="utf-8"), self)

    def ended(self, pid: int) -> int:
        """The exit status of a call that went on, and has ended."""
        return self._ask("ended", pid)

    def _ask(self, *asked: object, streams: Sequence[BinaryIO | int] = ()) -> int:
        files = array.array("i", [each if isinstance(each, int) else each.fileno() for each in streams])
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, files)] if streams else []
        with self._lock:
            self._socket.sendmsg([json.dumps(asked).encode()], rights)
            return int(self._answer())

    def _answer(self) -> bytes:
        answer = self._socket.recv(LONGEST)
        assert answer, f"the process that forks the others has ended: {self._process.wait()}"
        return answer


class Started:
    """A process that goes on, with what `subprocess.Popen` has for one."""

    def __init__(self, pid: int, stdin: TextIO, stdout: TextIO, of: Nursery) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self.returncode: int | None = None
        self._nursery, self._ended = of, os.pidfd_open(pid)

    def poll(self, seconds: float | None = 0) -> int | None:
        """Its exit status, None while it goes on."""
        if self.returncode is None and select.select([self._ended], [], [], seconds)[0]:
            os.close(self._ended)
            self.returncode = self._nursery.ended(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit status, when it has ended."""
        status = self.poll(timeout)
        assert status is not None, "it goes on"
        return status

    def communicate(self, said: str = "", timeout: float | None = None) -> tuple[str, None]:
        """Say something to it, and hear it to its end."""
        self.stdin.write(said)
        self.stdin.close()
        heard = self.stdout.read()
        self.wait(timeout)
        return heard, None

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


@cache
def nursery(settings: str) -> Nursery:
    """The nursery of this test worker for `core` or `full` settings."""
    return Nursery(settings)


def _text(file: io.BufferedRandom) -> str:
    file.seek(0)
    return file.read().decode().replace("\r\n", "\n")


def serve(settings: str) -> None:
    """Import everything, then fork a process for each call until nobody asks any more."""
    import django

    django.setup()
    from django.conf import global_settings
    from django.conf import settings as those

    import accede

    for name in dir(those):
        if name.startswith("AXES_"):  # what an application adds to the settings when it is read, as it is read once
            setattr(global_settings, name, getattr(those, name))
    left_out = ("accede.config", *(NOT_IN_CORE if settings == "core" else ()))
    for module in pkgutil.walk_packages(accede.__path__, "accede.", onerror=lambda name: None):
        if not module.name.startswith(left_out) and ".migrations." not in module.name:
            with contextlib.suppress(Exception):  # the program says what is wrong where it needs the module
                importlib.import_module(module.name)
    gc.collect()
    gc.freeze()  # or each fork would look through all that was imported, again and again
    gc.set_threshold(100_000, 50, 100)
    going_on: set[int] = set()
    with socket.socket(fileno=os.dup(0)) as calls:
        calls.send(b"ready")
        while True:
            asked, streams, _, _ = socket.recv_fds(calls, LONGEST, 3)
            if not asked:
                break
            what, *further = json.loads(asked)
            child = further[0] if what == "ended" else os.fork()
            if not child:
                calls.close()
                _become(*further, streams)
            for stream in streams:
                os.close(stream)
            if what == "start":
                going_on.add(child)
                calls.send(str(child).encode())
            else:
                _, ended = os.waitpid(child, 0)
                going_on.discard(child)
                calls.send(str(os.waitstatus_to_exitcode(ended)).encode())
    for child in going_on:  # nobody is there any more to end it
        os.kill(child, signal.SIGTERM)


def _become(arguments: list[str], environment: dict[str, str], folder: str, streams: list[int]) -> None:
    """Be the process that was asked for, and end."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    _forget_settings()
    status = 1
    try:
        _run(arguments)
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException:
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def _forget_settings() -> None:
    """Settings are read anew from the environment of the call; a database was never opened."""
    from django.conf import empty, settings
    from django.db import connections

    for known in connections.all(initialized_only=True):
        assert known.connection is None
        del connections[known.alias]
    connections.__dict__.pop("settings", None)
    connections._settings = None
    for name in [name for name in sys.modules if name.startswith("accede.config.")]:
        del sys.modules[name]
    settings._wrapped = empty


def _run(arguments: list[str]) -> None:
    if arguments[:1] == ["-c"]:
        sys.argv = arguments[:1]
        exec(arguments[1], {"__name__": "__main__"})
    else:
        from accede.cli.main import main

        sys.argv = ["accede", *arguments]
        main()


if __name__ == "__main__":
    serve(sys.argv[1])
