"""Tries an Accede that was installed from its wheel alone, far from its sources and without a network. Standard library only.

python away.py WHEELHOUSE WHEEL FOLDER: makes an environment in FOLDER, installs, sets up, asks, writes, serves.
"""

from __future__ import annotations

import fcntl
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

PAGES = {
    "": "States have joined",
    "fr/": '<html lang="fr"',
    "ar/states/MAR/": 'dir="rtl"',
    "static/publishing/accede.css": "/*",
    "static/workspace/htmx.min.js": "htmx",
    "api/v1/states": '"AFG"',
    "maps/": "<svg",
    "readyz": "ready",
}


def main(wheelhouse: str, wheel: str, folder: Path) -> None:
    """Ends with a sentence where something is not there."""
    raise_loopback()
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / "bin"
    around = {"PATH": os.environ["PATH"], "ACCEDE_HOME": str(folder / "home"), "HOME": str(folder), "LANG": "C.UTF-8"}

    def run(*command: object) -> str:
        done = subprocess.run(list(map(str, command)), cwd=folder, env=around, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{command[0]} {command[1]}: {done.stdout[-1000:]}{done.stderr[-2000:]}")
        return done.stdout

    run(programs / "python", "-m", "pip", "install", "-qq", "--no-index", "--find-links", wheelhouse, wheel)
    accede = programs / "accede"
    run(accede, "setup")
    assert "joined" in run(accede, "status", "--as-of", "2018-08-21")
    for suffix in ("pdf", "docx", "html", "md", "json"):
        run(accede, "paper", "status", "--as-of", "2018-08-21", "-o", folder / f"paper.{suffix}")
    assert (folder / "paper.pdf").read_bytes().startswith(b"%PDF-")
    assert run(accede, "verify").startswith("The register is whole")
    server = subprocess.Popen(
        [str(accede), "serve", "--port", "0"], cwd=folder, env=around, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        found = re.search(r"http://[\d.:]+/", server.stdout.readline())
        assert found
        for path, words in PAGES.items():
            with urllib.request.urlopen(found[0] + path, timeout=60) as answer:
                assert words in answer.read().decode(), f"/{path} does not say {words}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)
    print(f"Installed from the wheel alone; set up, asked, five papers written, {len(PAGES)} addresses answered.")


def raise_loopback() -> None:
    """In an empty network namespace even 127.0.0.1 is down."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            flags = struct.unpack("16sh", fcntl.ioctl(asked, 0x8913, struct.pack("16sh", b"lo", 0)))[1]
            fcntl.ioctl(asked, 0x8914, struct.pack("16sh", b"lo", flags | 1))
        except OSError:
            return  # it is up, and not ours to touch


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
