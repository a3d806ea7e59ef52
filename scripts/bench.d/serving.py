"""The site beside Datasette (the same rows in its SQLite file) and nginx, all on this machine and in turns.

python serving.py uncached PORT     serves without kept pages
python serving.py page FOLDER       writes the page of the States as a publication holds it

Each side has two processes, as `accede serve` has, and is asked by a third over sixteen connections. The shortest time an
answer counts: other programs on the machine only ever add to it. nginx is quicker than whoever asks it: there the time that its
own processes took is compared.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.request import Request, urlopen

import peers
from process import BIN, HERE, measured
from ratio import LeftOut, Measured, Ratio

PROCESSES = 2
TURNS, SECONDS = 3, 2.0
PAGE, LISTED = "/states/", "/api/v1/states?limit=200"
COLUMNS = ("key", "state", "standing", "region", "joined", "last_vote", "last_word")


@dataclass(frozen=True, slots=True)
class Server:
    """What listens on which ports, in which processes."""

    ports: tuple[int, ...]
    processes: tuple[int, ...]

    def get(self, address: str, **headers: str) -> tuple[bytes, str]:
        """Body and ETag of an answer."""
        with urlopen(Request(f"http://127.0.0.1:{self.ports[0]}{address}", headers=headers), timeout=30) as answer:
            return answer.read(), answer.headers.get("ETag", "")


@dataclass(frozen=True, slots=True)
class Side:
    """One question to one server."""

    server: Server
    address: str
    status: int = 200
    headers: tuple[str, ...] = ()


@dataclass(slots=True)
class Taken:
    """Seconds an answer: on the clock, and of the server's processors."""

    clock: float = float("inf")
    processor: float = float("inf")


def ratios(home: Path, folder: Path) -> Iterator[Measured]:
    """What can be compared on this machine."""
    folder.mkdir(parents=True, exist_ok=True)
    sides: dict[str, Side] = {}
    with ExitStack() as servers:
        ours = servers.enter_context(_accede(home, [str(BIN / "accede"), "serve", "--no-work", "--port"]))
        page, tag = ours.get(PAGE)
        states, listed = _rows(page), json.loads(ours.get(LISTED)[0])["items"]
        sides["kept"] = Side(ours, PAGE)
        sides["listed"] = Side(ours, LISTED)
        sides["unchanged"] = Side(ours, PAGE, 304, (f"If-None-Match: {tag}",))
        if peers.are_installed():
            _write_rows(folder / "register.db", states, listed)
            theirs = servers.enter_context(_datasette(folder / "register.db"))
            _hold_same(theirs, states, listed)
            sides["their page"] = Side(theirs, "/register/states?_size=max")
            sides["their list"] = Side(theirs, "/register/listed.json?_shape=array&_size=max")
            uncached = servers.enter_context(_accede(home, [sys.executable, str(HERE / "serving.py"), "uncached"]))
            assert _rows(uncached.get(PAGE)[0]) == states
            sides["made"] = Side(uncached, PAGE)
        nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if nginx:
            measured("serving.py", "page", folder / "site", ACCEDE_HOME=str(home), DATABASE_URL="")
            static = servers.enter_context(_nginx(nginx, folder))
            assert _rows(static.get("/states/index.html")[0]) == states
            sides["published"] = Side(static, "/states/index.html")
            sides["plain file"] = Side(static, "/states/plain.html")
        taken = _measure(sides)
    if "their page" in taken:
        made, kept, unchanged = (taken[name].clock for name in ("made", "kept", "unchanged"))
        page_theirs = taken["their page"].clock
        page_of_theirs = f"Datasette's page of the same {len(states)} States"
        yield Ratio("page of the States, made anew", made, page_of_theirs, page_theirs, at_least=1.5)
        yield Ratio("the same, kept", kept, "the same", page_theirs, at_least=6)
        yield Ratio("the same, unchanged since (304)", unchanged, "the same", page_theirs, at_least=15)
        yield Ratio(
            f"{len(listed)} States as JSON", taken["listed"].clock, "Datasette's", taken["their list"].clock, at_least=6
        )
    else:
        yield LeftOut("the site against Datasette", "it cannot be installed here")
    if "published" in taken:
        published, plain = taken["published"].processor, taken["plain file"].processor
        yield Ratio("a published page by nginx, its own time", published, "a plain file", plain, at_most=1.1)
    else:
        yield LeftOut("a published page by nginx", "nginx is not here")


def _measure(sides: dict[str, Side]) -> dict[str, Taken]:
    """Each side asked for some seconds, in turns."""
    taken = {name: Taken() for name in sides}
    for _ in range(TURNS):
        for name, side in sides.items():
            ports, before = ",".join(map(str, side.server.ports)), _processor(side.server)
            run = measured("load.py", ports, side.address, str(SECONDS), *side.headers)
            if run["statuses"] != [side.status]:
                raise SystemExit(f"{name}: {side.address} was answered with {run['statuses']}, not {side.status}.")
            spent = _processor(side.server) - before
            taken[name].clock = min(taken[name].clock, run["seconds"] / run["answers"])
            taken[name].processor = min(taken[name].processor, spent / (run["answers"] + run["asked_before"]))
    return taken


def _processor(server: Server) -> float:
    """Seconds of processors that the processes have taken."""
    ticks = 0
    for process in server.processes:
        for each in (process, *_children(process)):
            told = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(each) for each in found.split()]


def _rows(page: bytes) -> list[tuple[str, ...]]:
    """The States of our page, as it prints them, with the key that each row's link has."""
    body = re.search(r"<tbody>(.*?)</tbody>", page.decode(), re.DOTALL)
    assert body
    rows = []
    for row in body[1].split("<tr>")[1:]:
        link = re.search(r"states/([A-Z]{3})/", row)
        cells = re.split(r"<t[dh][^>]*>", row)[1:]
        assert link
        rows.append((link[1], *(unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in cells)))
    assert rows
    assert all(len(row) == len(COLUMNS) for row in rows)
    return rows


def _write_rows(file: Path, states: list[tuple[str, ...]], listed: list[dict[str, object]]) -> None:
    """The same rows in an SQLite file: those of the page, and those of the list, whose nested values are JSON."""
    heads = list(listed[0])
    values = [
        [value if isinstance(value, str | int | None) else json.dumps(value) for value in map(each.get, heads)]
        for each in listed
    ]
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE states ({', '.join(COLUMNS)}, PRIMARY KEY (key))")
        database.executemany(f"INSERT INTO states VALUES ({', '.join('?' * len(COLUMNS))})", states)
        database.execute(f"CREATE TABLE listed ({', '.join(heads)}, PRIMARY KEY (key))")
        database.executemany(f"INSERT INTO listed VALUES ({', '.join('?' * len(heads))})", values)
    database.close()


def _hold_same(theirs: Server, states: list[tuple[str, ...]], listed: list[dict[str, object]]) -> None:
    """Stops the run where Datasette shows other States than we do, or other rows."""
    page = theirs.get("/register/states?_size=max")[0].decode()
    words = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))
    assert set(re.findall(r"/register/states/([A-Z]{3})\"", page)) == {row[0] for row in states}
    assert all(cell in words for row in states for cell in row)
    rows = json.loads(theirs.get("/register/listed.json?_shape=array&_size=max")[0])
    assert {row["key"] for row in rows} == {row["key"] for row in listed}
    assert set(rows[0]) == set(listed[0])


@contextmanager
def _accede(home: Path, command: list[str]) -> Iterator[Server]:
    """The site, in as many processes as by default; `command` is followed by its port."""
    port = _free_port()
    around = {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    with _running([*command, str(port)], port, PAGE, **around) as process:
        yield Server((port,), (process,))


@contextmanager
def _datasette(file: Path) -> Iterator[Server]:
    """As many processes as ours: Datasette has one each, so that each has a port. `-i`: the file does not change."""
    with ExitStack() as running:
        ports, processes = [], []
        for _ in range(PROCESSES):
            ports.append(_free_port())
            command = [sys.executable, "-m", "datasette", "serve", "-i", str(file), "--port", str(ports[-1])]
            processes.append(
                running.enter_context(_running(command, ports[-1], "/register/states", PYTHONPATH=str(peers.BESIDE)))
            )
        yield Server(tuple(ports), tuple(processes))


@contextmanager
def _nginx(program: str, folder: Path) -> Iterator[Server]:
    """nginx as docs/how-to/publish-the-site.md sets it up, with a plain file of the same size beside the page."""
    site, port = folder / "site", _free_port()
    for suffix in ("", ".gz"):
        size = (site / f"states/index.html{suffix}").stat().st_size
        (site / f"states/plain.html{suffix}").write_bytes(b"x" * size)
    kept = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{each}_temp_path {folder}/{each};\n" for each in kept)
    (folder / "nginx.conf").write_text(
        f"""{"user root;" if os.geteuid() == 0 else ""}
worker_processes {PROCESSES};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
{places}access_log off;
keepalive_requests 1000000000;
types {{ text/html html; }}
server {{
listen 127.0.0.1:{port};
root {site};
gzip_static on;
error_page 404 /404.html;
add_header X-Content-Type-Options nosniff;
add_header Content-Security-Policy "frame-ancestors 'none'";
}}
}}
""",
        encoding="utf-8",
    )
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.log")]
    with _running(command, port, "/states/plain.html") as process:
        yield Server((port,), (process,))


@contextmanager
def _running(command: list[str], port: int, address: str, **environment: str) -> Iterator[int]:
    """The server's process, once it answers; ended afterwards. Raises SystemExit where it does not start."""
    around = os.environ | environment
    process = subprocess.Popen(command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 60
        while True:
            try:
                Server((port,), ()).get(address)
                break
            except OSError as error:
                if process.poll() is not None or time.monotonic() > until:
                    process.kill()
                    told = process.communicate()[1].decode(errors="replace")[-3000:]
                    raise SystemExit(f"{command[0]} does not answer ({error}):\n{told}") from error
                time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as asked:
        port: int = asked.getsockname()[1]
        return port


def uncached(port: str) -> None:
    """`accede serve` with the settings of `uncached`."""
    from accede.cli import serve

    vars(serve)["FULL"] = "uncached"
    serve.command(["--port", port])


def page(folder: Path) -> dict[str, int]:
    """The page of the States as `accede publish` writes it, and its compressed form. Returns the bytes of both."""
    import gzip

    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.full"
    django.setup()
    from accede.publishing.site.links import relative
    from accede.publishing.site.publish import publication

    asked = publication()
    today = next(group for group in asked.groups() if group.about == "states today")
    file = next(each for each in today.files() if each.path == "states/index.html")
    body, _ = relative(file.make(), file.path, asked.names())
    place = folder / file.path
    place.parent.mkdir(parents=True)
    place.write_bytes(body)
    packed = gzip.compress(body, 6, mtime=0)
    place.with_name(f"{place.name}.gz").write_bytes(packed)
    return {"bytes": len(body), "packed": len(packed)}


if __name__ == "__main__":
    if sys.argv[1] == "uncached":
        uncached(sys.argv[2])
    else:
        sys.stdout.write(json.dumps(page(Path(sys.argv[2]))) + "\n")
