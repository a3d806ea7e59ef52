"""Whom we are compared with: installed beside our own packages, some of whose versions they would change."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache

from process import ROOT

BESIDE = ROOT / ".venv/bench"
PINNED = ROOT / "requirements/bench.txt"


@cache
def are_installed() -> bool:
    """Whether the pinned packages are beside ours; they are installed at first need."""
    pinned = PINNED.read_text(encoding="utf-8")
    mark = BESIDE / "pinned"
    if mark.exists() and mark.read_text(encoding="utf-8") == pinned:
        return True
    sys.stderr.write("Installing whom we are compared with into .venv/bench; this takes a minute.\n")
    shutil.rmtree(BESIDE, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "-qq", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run([*command, "--target", BESIDE, "-r", PINNED], capture_output=True, text=True)
    if done.returncode:
        return False
    mark.write_text(pinned, encoding="utf-8")
    return True


def versions() -> dict[str, str]:
    """Name and version of what `requirements/bench.in` names, as pinned."""
    named = PINNED.with_suffix(".in").read_text(encoding="utf-8").split()
    pins = dict(line.split()[0].split("==") for line in PINNED.read_text(encoding="utf-8").splitlines() if "==" in line)
    return {name.removesuffix("_binary"): pins[name.replace("_", "-")] for name in named}


def pandoc() -> str | None:
    """The program: the machine's, else the one in the wheel."""
    inside = BESIDE / "pypandoc/files/pandoc"
    return shutil.which("pandoc") or (str(inside) if are_installed() and inside.exists() else None)
