"""accede serve: the site and the workspace."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from accede.cli.output import print_text
from accede.cli.register import FULL, open_register
from accede.vocabulary.errors import Refused

APPLICATION = "accede.config.wsgi:application"
PATIENCE = 45.0
"""Seconds for the worker beside to end, longer than it gives to what it does."""


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar="N",
    help="The port; 0: any free one.",
)
@click.option(
    "--workers",
    default=2,
    show_default=True,
    envvar="ACCEDE_WORKERS",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Processes that answer (or ACCEDE_WORKERS).",
)
@click.option("--public", is_flag=True, help="Show the public site alone, and write nothing: also from a standby.")
@click.option("--no-work", is_flag=True, help="Start no process that does what is asked for in the workspace.")
def command(host: str, port: int, workers: int, public: bool, no_work: bool) -> None:
    """Serve the site and the workspace until Ctrl-C, and do what is asked for there (see `accede work`).

    Without a proxy before it, give the names it is reached by in ACCEDE_HOSTS, parted by commas. With --public there is no
    workspace, and the database is asked with connections that refuse every write.
    """
    if public:
        os.environ["ACCEDE_PUBLIC_ONLY"] = "1"
    listening = _listen(host, port)
    open_register(FULL)
    from django.db import connection
    from gunicorn.app.wsgiapp import WSGIApplication  # type: ignore[import-untyped]

    from accede.watching import server, tally

    connection.close()  # each worker opens its own
    tally.share()

    class Server(WSGIApplication):  # type: ignore[misc]
        """gunicorn with our settings instead of its command line and files."""

        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"fd://{listening.fileno()}",
                "workers": workers,
                "threads": 4,
                "keepalive": 75,  # longer than proxies and browsers keep a connection idle: who closes first must not be we
                "worker_class": "gthread",
                "preload_app": True,  # read once, before the processes are forked: no first request waits for it
                "loglevel": "warning",
                "control_socket_disable": True,
                "proc_name": "accede",
                **server.SETTINGS,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)
            self.app_uri = APPLICATION

    bound_host, bound_port = listening.getsockname()[:2]
    shown = f"[{bound_host}]" if ":" in bound_host else bound_host
    print_text([f"Accede is at http://{shown}:{bound_port}/ (Ctrl-C stops it)."])
    sys.stdout.flush()  # now, also to a file or another program; or each process that is forked says it once more
    if no_work or public:
        Server().run()
    else:
        with _worker_beside():
            Server().run()


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A process of `accede work` that ends when this one does, however this one ends."""
    ourselves = os.getpid()
    command = [sys.executable, "-m", "accede.cli.main", "work", "--beside", str(ourselves)]
    # Its lines go where complaints go: what serves prints its address on standard output, and nothing more.
    worker = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)  # noqa: S603  ourselves
    try:
        yield
    finally:
        if os.getpid() == ourselves:  # a process that answers ends here too, and has no worker
            worker.terminate()
            try:
                worker.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                worker.kill()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises Refused where the port is taken or the address is not of this machine."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        raise Refused(
            f"nothing can listen there ({(error.strerror or str(error)).lower()})",
            where=f"{host}:{port}",
            remedy="Stop what uses it, or choose another with --host and --port",
        ) from error
    return listening
