"""A PostgreSQL of our own that can be stopped, started and damaged, and keeps what it acknowledged (fsync on, with checksums)."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
import postgresql


class Cluster:
    """`url` names its database; `data` is its folder."""

    def __init__(self, folder: Path) -> None:
        self._identity = postgresql._ordinary_user()
        self._programs = postgresql._reachable(postgresql.binaries(), folder, self._identity)
        self._folder, self._port = folder, postgresql._free_port()
        self.data, password = folder / "data", secrets.token_urlsafe(16)
        postgresql._create(self._programs, folder, self._identity, password)
        postgresql._run([self._programs / "pg_checksums", "--enable", "-D", self.data], self._identity)
        self.url = f"postgresql://accede:{password}@127.0.0.1:{self._port}/accede"
        self.start()
        with psycopg.connect(self.url.rpartition("/")[0] + "/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE accede")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {"listen_addresses": "127.0.0.1", "port": self._port, "unix_socket_directories": ""}
        command = [
            self._programs / "postgres",
            "-D",
            self.data,
            *(f"--{name}={value}" for name, value in settings.items()),
        ]
        with (self._folder / "log").open("ab") as log:
            self._server = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **self._identity)  # type: ignore[call-overload]
        for _ in range(300):
            try:
                psycopg.connect(self.url.rpartition("/")[0] + "/postgres").close()
            except psycopg.OperationalError:
                if self._server.poll() is not None:
                    raise
                time.sleep(0.1)
            else:
                return
        raise postgresql.UnavailableError("PostgreSQL does not start again")

    def stop(self, how: str = "immediate") -> None:
        """Stop it: "immediate" as when the power fails, "fast" as an administrator does."""
        postgresql._run([self._programs / "pg_ctl", "stop", "-w", "-D", self.data, "-m", how], self._identity)
        self._server.wait()

    def end(self) -> None:
        """Stop it for good."""
        if self._server.poll() is None:
            self._server.kill()
            self._server.wait()


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A running one; gone afterwards. Raises postgresql.UnavailableError."""
    folder = Path(tempfile.mkdtemp(prefix="accede-cluster-"))
    made: Cluster | None = None
    try:
        made = Cluster(folder)
        yield made
    finally:
        if made:
            made.end()
        shutil.rmtree(folder, ignore_errors=True)
