"""Two PostgreSQL servers on loopback: a primary, and a standby that has applied a write before anybody is told that it is done.

Real clusters, made and replicated with PostgreSQL's own programs as `tests/postgresql.py` makes one; each has its port for good,
and they change roles when the primary is killed and the standby promoted.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from postgresql import UnavailableError, _create, _free_port, _ordinary_user, _reachable, _run, binaries

# The server ends when its standard input does: also when we are killed and can end nothing.
_GUARDIAN = """
"$@" & server=$!
read -r _
kill -INT "$server" 2>/dev/null && wait "$server"
"""


class Server:
    """A cluster in a folder of its own, and its process while there is one."""

    def __init__(self, pair: Pair, name: str) -> None:
        self.pair, self.name, self.folder, self.port = pair, name, pair.folder / name, _free_port()
        self._guardian: subprocess.Popen[bytes] | None = None

    def url(self, user: str = "accede", database: str = "postgres") -> str:
        return f"postgresql://{user}:{self.pair.password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": ""}
        settings |= {"max_connections": 60, "wal_keep_size": "256MB", "wal_receiver_status_interval": 1}
        settings |= {"wal_retrieve_retry_interval": "500ms", "cluster_name": self.name}
        command = [self.pair.programs / "postgres", "-D", self.folder / "data"]
        command += [f"--{name}={value}" for name, value in settings.items()]
        with (self.folder / "log").open("ab") as log:
            self._guardian = subprocess.Popen(
                ["sh", "-c", _GUARDIAN, "sh", *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                **self.pair.identity,  # type: ignore[call-overload]
            )
        for _ in range(600):
            with contextlib.suppress(psycopg.OperationalError):
                self.ask("SELECT 1")
                return
            time.sleep(0.1)
        raise UnavailableError((self.folder / "log").read_text(errors="replace")[-500:])

    def kill(self) -> None:
        """kill -9, the server and every process of its: what it has not sent is lost with it."""
        postmaster = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        for process in (postmaster, *map(int, children)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.stop()

    def stop(self) -> None:
        if self._guardian:
            self._guardian.communicate(b"\n")  # a line: who was forked meanwhile holds the other end open
            self._guardian = None

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """The rows of a query as superuser; each is its own transaction."""
        with psycopg.connect(self.url(), autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []


class Pair:
    """`primary` takes writes; `standby` follows it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.identity = folder, _ordinary_user()
        self.password = secrets.token_urlsafe(12)
        if self.identity:
            os.chown(folder, self.identity["user"], self.identity["group"])  # type: ignore[arg-type]
        self.programs = _reachable(binaries(), folder, self.identity)
        self.primary, self.standby = Server(self, "one"), Server(self, "two")
        self._own(self.primary.folder)
        _create(self.programs, self.primary.folder, self.identity, self.password)
        self.primary.start()

    def url(self, user: str, database: str, *, first: Server | None = None) -> str:
        """Both servers in one URL; `first` stands first."""
        servers = sorted((self.primary, self.standby), key=lambda each: (each is not first, each.name))
        hosts = ",".join(f"127.0.0.1:{each.port}" for each in servers)
        return f"postgresql://{user}:{self.password}@{hosts}/{database}?connect_timeout=3"

    def follow(self) -> None:
        """Make the standby anew from the primary, and let the primary wait for it from now on."""
        shutil.rmtree(self.standby.folder, ignore_errors=True)
        self._own(self.standby.folder)
        place = f"host=127.0.0.1 port={self.primary.port} user=accede password={self.password}"
        copy = [
            self.programs / "pg_basebackup",
            "-d",
            f"{place} application_name={self.standby.name}",
            "-R",
            "-X",
            "stream",
        ]
        _run([*copy, "-c", "fast", "--no-sync", "-D", self.standby.folder / "data"], self.identity)
        self.standby.start()
        # What it waits for is its own affair: promoted, it has nobody to wait for yet.
        self.standby.ask("ALTER SYSTEM RESET synchronous_standby_names")
        self.standby.ask("SELECT pg_reload_conf()")
        self.wait_for_standby()
        self.primary.ask("ALTER SYSTEM SET synchronous_commit = 'remote_apply'")
        self.primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{self.standby.name}'")
        self.primary.ask("SELECT pg_reload_conf()")
        self._until("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")

    def alone(self) -> None:
        """Let the primary wait for nobody: what is done when the standby is gone for longer."""
        self.primary.ask("ALTER SYSTEM RESET synchronous_standby_names")
        self.primary.ask("SELECT pg_reload_conf()")

    def wait_for_standby(self) -> None:
        self._until("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'")

    def promote(self) -> None:
        """The standby becomes the primary; the other is its standby as soon as `follow` has made it one."""
        self.standby.ask("SELECT pg_promote(true, 60)")
        self.primary, self.standby = self.standby, self.primary

    def stop(self) -> None:
        for server in (self.standby, self.primary):
            server.stop()

    def _own(self, folder: Path) -> None:
        folder.mkdir()
        if self.identity:
            os.chown(folder, self.identity["user"], self.identity["group"])  # type: ignore[arg-type]

    def _until(self, query: str) -> None:
        for _ in range(600):
            if self.primary.ask(query):
                return
            time.sleep(0.1)
        raise UnavailableError(f"the standby does not follow: {(self.standby.folder / 'log').read_text()[-500:]}")
