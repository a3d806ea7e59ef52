"""A real small disk: a file system in memory of so many megabytes, mounted for a few processes alone, which see it in their folder.

Who may not mount (most containers) leaves out what needs one. `unshare` gives an ordinary user a root of their own for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from program import Program

_KEEPER = """
mount -t tmpfs -o size="$2",mode=700 small "$1" || exit 1
echo mounted
while read -r options; do mount -o "remount,$options" "$1" && echo done || echo failed; done
"""


class UnmountableError(Exception):
    """Nothing can be mounted here; the message says why."""


@dataclass
class Beside(Program):
    """The program where the disk is mounted: each call a process that has entered there."""

    keeper: int = 0

    @property
    def command(self) -> list[str]:
        return [*entering(self.keeper), *super().command]

    __call__ = Program.cold

    def python(self, code: str) -> str:
        """Run Python inside this register; returns what it prints."""
        begin = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'accede.config.full'; django.setup()\n"
        done = subprocess.run(
            [*entering(self.keeper), sys.executable, "-c", begin + code],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @property
    def head(self) -> str:
        """The hash at the end of the audit chain."""
        return self.python("from accede.records.lock import head\nprint(head().hash)")


def entering(keeper: int) -> list[str]:
    """What a command begins with that is to see what the process has mounted."""
    enter = ["nsenter", f"--target={keeper}", "--mount", f"--wd={Path.cwd()}"]
    return enter if os.geteuid() == 0 else [*enter, "--user", "--preserve-credentials"]


@dataclass
class SmallDisk:
    """`place` is its folder, as everybody outside sees it; `inside` as those do that are beside it."""

    place: Path
    inside: Path
    keeper: subprocess.Popen[str]

    def program(self, name: str = "home") -> Beside:
        """The program with its home on this disk."""
        return Beside(self.inside / name, keeper=self.keeper.pid)

    def fill(self, *, but: int = 0) -> None:
        """Let nothing fit on it any more, but for so many bytes."""
        with (self.place / "filling").open("ab", buffering=0) as file:
            for size in (2**20, 2**16, 2**12):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    continue
        if but:
            os.truncate(self.place / "filling", max(0, (self.place / "filling").stat().st_size - but))

    def make_room(self) -> None:
        """Delete what filled it."""
        (self.place / "filling").unlink(missing_ok=True)

    def remount(self, options: str) -> None:
        """As `ro`, `rw`, `size=8m`. Raises OSError where the system does not."""
        assert self.keeper.stdin
        assert self.keeper.stdout
        self.keeper.stdin.write(options + "\n")
        self.keeper.stdin.flush()
        if self.keeper.stdout.readline() != "done\n":
            raise OSError(f"remount {options}")


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[SmallDisk]:
    """A disk of a size ("16m") on an empty folder; gone with the context, and with this process. Raises UnmountableError."""
    if shutil.which("unshare") is None:
        raise UnmountableError("no unshare")
    folder.mkdir(parents=True, exist_ok=True)
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    keeper = subprocess.Popen(
        [*alone, "sh", "-c", _KEEPER, "sh", str(folder), size],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert keeper.stdout
    try:
        if keeper.stdout.readline() != "mounted\n":
            raise UnmountableError((keeper.communicate()[1].splitlines() or ["unshare does not work"])[-1])
        place = Path(f"/proc/{keeper.pid}/root{folder.resolve()}")
        if not os.access(place, os.W_OK):
            raise UnmountableError("what another process has mounted cannot be seen")
        yield SmallDisk(place, folder.resolve(), keeper)
    finally:
        keeper.communicate()  # its input ends, and it


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of 24 MB; the test is left out where none can be mounted."""
    try:
        with mounted(tmp_path / "disk", "24m") as disk:
            yield disk
    except UnmountableError as why:
        pytest.skip(f"no disk can be mounted here: {str(why)[:80]}")
