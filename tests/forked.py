"""Processes of the program that start at once: each is forked from one that has imported everything and opened nothing.

A cold start takes most of the time of a test that calls the program, and is the same each time. A fork has its own environment,
folder, streams and settings, and ends like any process. Where the start itself is asked for (`Program.cold`), or the process has
to be stopped from outside (`Program.start`), a real one is started.

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
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

SETTINGS = {"core": "accede.config.core", "full": "accede.config.full"}
NOT_IN_CORE = ("accede.accounts", "accede.publishing", "accede.workspace", "accede.outreach")
LONGEST = 1 << 20


class Nursery:
    """A process that forks the others; one for each settings and test worker, ended with the worker."""

    def __init__(self, settings: str) -> None:
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
            asked = json.dumps([list(arguments), dict(environment), str(folder)]).encode()
            streams = array.array("i", [file.fileno() for file in (given, out, err)])
            self._socket.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
            return int(self._answer()), *(_text(file) for file in (out, err))

    def _answer(self) -> bytes:
        answer = self._socket.recv(LONGEST)
        assert answer, f"the process that forks the others has ended: {self._process.wait()}"
        return answer


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
    import accede

    left_out = ("accede.config", *(NOT_IN_CORE if settings == "core" else ()))
    for module in pkgutil.walk_packages(accede.__path__, "accede.", onerror=lambda name: None):
        if not module.name.startswith(left_out) and ".migrations." not in module.name:
            with contextlib.suppress(Exception):  # the program says what is wrong where it needs the module
                importlib.import_module(module.name)
    gc.collect()
    gc.freeze()  # or each fork would look through all that was imported, again and again
    gc.set_threshold(100_000, 50, 100)
    with socket.socket(fileno=os.dup(0)) as calls:
        calls.send(b"ready")
        while True:
            asked, streams, _, _ = socket.recv_fds(calls, LONGEST, 3)
            if not asked:
                return
            child = os.fork()
            if not child:
                calls.close()
                _become(*json.loads(asked), streams)
            for stream in streams:
                os.close(stream)
            _, ended = os.waitpid(child, 0)
            calls.send(str(os.waitstatus_to_exitcode(ended)).encode())


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
