"""The disk under the register is full, or can only be read, or is gone for a while; and so is the folder for passing files.

A small file system is mounted for this process alone (ext4 in a file for root, else one in memory): who may not mount leaves this
out. All that runs for long is begun with a random amount of room, and people write to a served register while the disk fills.
Each time: what was acknowledged is there, `accede verify` finds nothing, the work is there whole or not at all, each command
says what to do in one sentence, and with room again everything goes on.

    python scripts/soak.d/disks.py [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from away import Tolerant, ask
from counts import counted
from kills import BrokenError, Work, copied, out, sound, tidy, works
from serving import serve
from writers import HELD, MOVE_IN, Program, compared

UNAVAILABLE = 69
ALONE = "SOAK_MOUNTS_ALONE"
MEGABYTES = 96
PAGES = ("/", "/states/MAR/", "/workspace/account/sign-in/", "/readyz")


class Disk:
    """A file system of its own on `place`."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self.place.mkdir()
        image, size = folder / "disk.image", f"{MEGABYTES}M"
        is_real = os.geteuid() == 0 and shutil.which("mkfs.ext4") and not os.environ.get("SOAK_IN_MEMORY")
        if is_real:
            _run("truncate", "-s", size, str(image))
            _run("mkfs.ext4", "-q", "-m", "0", str(image))
            is_real = _run("mount", "-o", "loop", str(image), str(self.place), may_fail=True)
        if not is_real:
            _run("mount", "-t", "tmpfs", "-o", f"size={size}", "soak", str(self.place))
        self.kind = "ext4 in a file" if is_real else "a file system in memory"
        self.filling = self.place / "filling"

    def fill(self, but: int) -> None:
        """Leave room for so many bytes."""
        with self.filling.open("ab", buffering=0) as file:
            for size in (2**20, 2**16, 2**12):
                with suppress(OSError):
                    while True:
                        file.write(b"\1" * size)
            os.fsync(file.fileno())
            file.truncate(max(0, file.tell() - but))

    def make_room(self) -> None:
        """Take away what filled it."""
        self.filling.unlink(missing_ok=True)

    def remount(self, how: str) -> None:
        """ "ro" or "rw"."""
        _run("mount", "-o", f"remount,{how}", str(self.place))

    def end(self) -> None:
        """Unmount it."""
        _run("umount", "-l", str(self.place), may_fail=True)


def _run(*command: str, may_fail: bool = False) -> bool:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.returncode == 0


def main() -> int:
    """1 where anything is lost, half written, or told wrongly."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=2.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    if ALONE not in os.environ:
        alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
        if not _run(*alone, "mount", "-t", "tmpfs", "trial", "/mnt", may_fail=True):
            print("Left out: nothing can be mounted here.")
            return UNAVAILABLE
        os.environ[ALONE] = "1"
        os.execvp("unshare", [*alone, sys.executable, *sys.argv])
    folder = Path(tempfile.mkdtemp(prefix="accede-disks-"))
    disk = Disk(folder)
    print(f"SQLite, {disk.kind} of {MEGABYTES} MB, seed {given.seed}", flush=True)
    try:
        return Disks(folder, disk, given).soak()
    finally:
        disk.end()
        shutil.rmtree(folder, ignore_errors=True)


class Disks:
    """Rounds on a disk that fails."""

    def __init__(self, folder: Path, disk: Disk, given: argparse.Namespace) -> None:
        self.folder, self.disk, self.given = folder, disk, given
        self.chance, self.told, self.acknowledged = random.Random(given.seed), Counter(), 0
        self.works = works(folder)
        self.ground = next(work.before for work in self.works if work.name == "backup")

    def soak(self) -> int:
        """One of the faults after the other."""
        begun, times, longest = time.monotonic(), 0, 0.0
        faults = [self.full_for_a_command, self.full_for_a_command, self.full_under_people, self.read_only]
        faults += [self.full_for_passing_files, self.home_is_gone]
        while not times or time.monotonic() - begun + longest < self.given.minutes * 60:
            fault, before = faults[times % len(faults)], time.monotonic()
            times += 1
            try:
                fault(self.disk.place / f"round-{times}")
            except (BrokenError, AssertionError, OSError, ValueError, KeyError) as why:
                print(f"Round {times}, {fault.__name__}: {type(why).__name__} {why}", flush=True)
                counted(faults=times, acknowledged_writes=self.acknowledged)
                return 1
            finally:
                self.disk.remount("rw")
                self.disk.make_room()
                for left in self.disk.place.glob("round-*"):
                    shutil.rmtree(left, ignore_errors=True)
            longest = max(longest, time.monotonic() - before)
        for what, number in sorted(self.told.items()):
            print(f"  {number:3} {what}")
        print(
            f"{times} rounds in {time.monotonic() - begun:.0f} s, {self.acknowledged} acknowledged writes: nothing lost."
        )
        counted(faults=times, acknowledged_writes=self.acknowledged)
        return 0

    def full_for_a_command(self, home: Path) -> None:
        """A command begins with little room, or none."""
        work = self.chance.choice([each for each in self.works if each.name not in ("setup", "work", "publish")])
        assert work.before
        program = copied(work.before, home)
        out(program).mkdir()
        self.disk.fill(self.chance.choice((0, 0, 20_000, 200_000, 1_000_000, 3_000_000, 6_000_000)))
        said = self.answer_of(work, program)
        self.told[f"{work.name} on a full disk: {said}"] += 1
        self.disk.make_room()
        left = work.look(program)
        if said == "done" and left != "whole":
            raise BrokenError(f"{work.name} said that it was done, and is not")
        sound(program)
        work.again(program)
        sound(program)
        if work.look(program) != "whole":
            raise BrokenError(f"{work.name} was done again with room, and is not there")
        tidy(program)

    def answer_of(self, work: Work, program: Program) -> str:
        """What the command said, in short. Raises BrokenError for anything but one sentence."""
        running = work.begin(program, stderr=subprocess.PIPE)
        _, err = running.communicate()
        if running.returncode in (0, 1):
            return "done"
        if running.returncode != 2 or err.count("\n") != 1 or "Traceback" in err:
            raise BrokenError(f"{work.name}: exit status {running.returncode}, {err[-600:]}")
        if not any(word in err for word in ("full", "no space left", "room")):
            raise BrokenError(f"{work.name} does not say that the disk is full: {err}")
        return "said that the disk is full"

    def full_under_people(self, home: Path) -> None:
        """People write to a served register while its disk fills, and has room again."""
        program = copied(self.ground, home)
        sessions = json.loads(program.python(MOVE_IN.format(people=3)))
        process, base = serve(program, 0)
        persons = [Tolerant(base, name, key, self.given.seed + at) for at, (name, key) in enumerate(sessions.items())]
        threads = [threading.Thread(target=person.work, args=(0.0,), daemon=True) for person in persons]
        for thread in threads:
            thread.start()
        for _ in range(2):
            time.sleep(self.chance.uniform(1, 3))
            self.disk.fill(self.chance.choice((0, 5_000, 100_000)))
            time.sleep(self.chance.uniform(2, 5))
            for path in PAGES:
                status, _, body = ask(base + path)
                self.told[f"page on a full disk: {status}"] += 1
                assert status in (200, 302, 503), f"{path} on a full disk: {status} {body[:300]}"
            self.disk.make_room()
        time.sleep(2)
        for person in persons:
            person.is_over.set()
        for thread in threads:
            thread.join(60)
        for path in PAGES:
            assert ask(base + path)[0] in (200, 302), f"{path} is not answered with room again"
        process.send_signal(signal.SIGINT)
        process.wait(60)
        told = [person.told for person in persons]
        problems = [fault for one in told for fault in one.faults]
        problems += compared(told, json.loads(program.python(HELD.format(people=3))))
        if problems:
            raise BrokenError("; ".join(problems[:5]))
        sound(program)
        self.acknowledged += sum(len(one.recorded) + len(one.corrected) + len(one.accepted) for one in told)

    def read_only(self, home: Path) -> None:
        """The system lets a disk be read only, as after an error of its device."""
        program = copied(self.ground, home)
        process, base = serve(program, 0)
        assert ask(base + "/")[0] == 200
        try:
            self.disk.remount("ro")
        except OSError:  # what is open for writing forbids it: then nobody is told of a disk that is
            process.send_signal(signal.SIGINT)
            process.wait(60)
            self.disk.remount("ro")
        else:
            assert ask(base + "/votes/")[0] in (200, 503)
            process.send_signal(signal.SIGINT)
            process.wait(60)
        for command in (("setup",), ("import", str(Path(self.folder / "table.csv")), "--accept"), ("work", "--once")):
            done = program(*command)
            if done.code not in (0, 2) or "Traceback" in done.err or done.err.count("\n") > 1:
                raise BrokenError(f"{command[0]} on a disk that can be read only: {done.code} {done.err}")
            self.told[f"{command[0]} on a disk that can be read only: {done.code}"] += 1
        self.disk.remount("rw")
        sound(program)

    def full_for_passing_files(self, home: Path) -> None:
        """The register has room; the folder for files in passing (TMPDIR) has none."""
        program = copied(self.ground, self.folder / home.name)
        (self.disk.place / "tmp").mkdir(exist_ok=True)
        self.disk.fill(0)
        further = {"TMPDIR": str(self.disk.place / "tmp")}
        for command in (
            ("setup",),
            ("backup", str(self.folder / "b.backup")),
            ("export", str(self.folder / home.name / "x")),
        ):
            done = program.cold(*command, further=further)
            if done.code not in (0, 2) or "Traceback" in done.err:
                raise BrokenError(f"{command[0]} with a full folder for passing files: {done.code} {done.err[-500:]}")
            self.told[f"{command[0]} with a full folder for passing files: {done.code}"] += 1
        sound(program)
        shutil.rmtree(program.home)

    def home_is_gone(self, home: Path) -> None:
        """The home is not there for a while, as when its disk is not mounted, and is there again."""
        program = copied(self.ground, home)
        process, base = serve(program, 0)
        assert ask(base + "/")[0] == 200
        elsewhere = home.with_name(home.name + "-elsewhere")
        home.rename(elsewhere)
        for path in PAGES:
            status, _, body = ask(base + path)
            assert status in (200, 302, 503, 500), f"{path} without its home: {status}"
            assert "Traceback" not in body
            self.told[f"page without the home: {status}"] += 1
        done = program("status")
        if done.code != 2 or "set up" not in done.err:
            raise BrokenError(f"status without its home: {done.code} {done.err}")
        shutil.rmtree(home, ignore_errors=True)  # what somebody made there meanwhile
        elsewhere.rename(home)
        for path in PAGES:
            deadline = time.monotonic() + 30
            while ask(base + path)[0] not in (200, 302):
                assert time.monotonic() < deadline, f"{path} is not answered with its home again"
                time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        process.wait(60)
        sound(program)


if __name__ == "__main__":
    sys.exit(main())
