"""The real program in a process of its own, on a register of its own: `answers` to read from, `program` to write to.

With DATABASE_URL in the environment (`tests/postgresql.py`) the register of a test is a database of its own in that
cluster, made from the prepared one; otherwise a folder, copied.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import psycopg
import pytest

from forked import Started, nursery

ROOT = Path(__file__).parents[1]
CLUSTER = os.environ.get("DATABASE_URL", "")

Further = Mapping[str, str]
NOTHING: Further = MappingProxyType({})

FULL = ("setup", "serve", "work", "user", "backup", "restore", "verify", "review", "accept", "release", "withdraw")
"""The commands that start with the full settings; the others answer from the register alone."""

_BEGIN = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'accede.config.full'; django.setup()\n"


@dataclass(frozen=True)
class Answer:
    """What a call of the program gave."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr of a call that could not do what it was asked."""
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.strip()


@dataclass
class Program:
    """The program with a home of its own; `url` names the database if it is not a file there."""

    home: Path
    url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONDONTWRITEBYTECODE", "ACCEDE_HOME"}
        ours = {"ACCEDE_HOME": str(self.home), "PYTHONPATH": str(ROOT / "src")}
        if self.url:
            ours["DATABASE_URL"] = self.url
        return {name: value for name, value in os.environ.items() if name not in left_out} | ours

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "accede.cli.main"]

    def __call__(
        self, *arguments: object, stdin: str = "", folder: Path | None = None, further: Further = NOTHING
    ) -> Answer:
        """Call it in `folder`, with `further` in its environment, in a process that is forked (`forked.py`)."""
        given = list(map(str, arguments))
        settings = "full" if given[:1] and given[0] in FULL else "core"
        return Answer(*nursery(settings).run(given, {**self.environment, **further}, folder or Path.cwd(), stdin))

    def cold(
        self, *arguments: object, stdin: str = "", folder: Path | None = None, further: Further = NOTHING
    ) -> Answer:
        """Start it from cold, as people do."""
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            env={**self.environment, **further},
            input=stdin,
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def begin(self, *arguments: object, further: Further = NOTHING) -> Started:
        """Start it and go on, in a process that is forked."""
        return nursery("full").start(list(map(str, arguments)), {**self.environment, **further}, Path.cwd())

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """Start it from cold and go on, as people do."""
        return subprocess.Popen([*self.command, *map(str, arguments)], env=self.environment, text=True, **options)

    def json(self, *arguments: object) -> Any:
        """The JSON of a call that must succeed and say nothing on stderr."""
        done = self(*arguments, "--json")
        assert (done.code, done.err) == (0, ""), done.err
        return json.loads(done.out)

    def start_python(self, code: str) -> Started:
        """Start Python inside this register, with the full settings, and go on."""
        return self.begin("-c", _BEGIN + code)

    def python(self, code: str) -> str:
        """Run Python inside this register; returns what it prints."""
        status, out, err = nursery("full").run(["-c", _BEGIN + code], self.environment, Path.cwd(), "")
        assert status == 0, err
        return out.strip()

    @property
    def head(self) -> str:
        """The hash at the end of the audit chain, read without the program."""
        newest = "SELECT hash FROM records_auditentry ORDER BY number DESC LIMIT 1"
        if self.url:
            with psycopg.connect(self.url) as connection:
                found = connection.execute(newest).fetchone()
        else:
            with closing(sqlite3.connect(self.home / "accede.sqlite3")) as connection:
                found = connection.execute(newest).fetchone()
        return found[0]


@contextmanager
def served(program: Program) -> Iterator[str]:
    """Its site and workspace, served until the end of the block; the address, with a slash."""
    server = program.begin("serve", "--port", "0", "--no-work")
    found = re.search(r"http://[\d.:]+/", server.stdout.readline())
    assert found
    yield found[0]
    server.kill()  # its processes notice; that it ends well when it is asked to is tested where it is started
    server.wait()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A register that was set up once; nobody writes to it."""
    url = _new_database("template1") if CLUSTER else ""
    program = Program(tmp_path_factory.mktemp("prepared") / "home", url)
    done = program("setup")
    assert done.code == 0, done.err
    return program


@pytest.fixture
def answers(prepared: Program) -> Program:
    """The shipped register, for tests that only read."""
    return prepared


@contextmanager
def copied(prepared: Program, folder: Path) -> Iterator[Program]:
    """A copy of a register in that folder, and in a database of its own."""
    home = folder / "home"
    shutil.copytree(prepared.home, home)
    url = _new_database(_name(prepared.url)) if CLUSTER else ""
    if url:  # the witness is named after the database
        (home / "logs" / f"chain-{_name(prepared.url)}.log").rename(home / "logs" / f"chain-{_name(url)}.log")
    yield Program(home, url)
    if url:
        _drop(url)


@pytest.fixture
def program(prepared: Program, tmp_path: Path) -> Iterator[Program]:
    """A copy of the shipped register, for tests that write."""
    with copied(prepared, tmp_path) as copy:
        yield copy


@pytest.fixture
def nowhere(tmp_path: Path) -> Iterator[Program]:
    """A home without a register."""
    url = _new_database("template1") if CLUSTER else ""
    yield Program(tmp_path / "nowhere", url)
    if url:
        _drop(url)


def _new_database(template: str) -> str:
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(CLUSTER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return CLUSTER.rpartition("/")[0] + f"/{name}"


def _drop(url: str) -> None:
    with psycopg.connect(CLUSTER, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{_name(url)}" WITH (FORCE)')


def _name(url: str) -> str:
    return url.rpartition("/")[2]
