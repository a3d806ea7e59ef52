"""Fuzzes the readers: documents of our own words (and of ../shared, where it is) spoilt again and again, guided by coverage.

Each input gives findings or an AccedeError in a clear sentence, within a time; every so many are recorded as well, and taken
back. Afterwards the register is the same: its chain ends as it did, and `accede verify` finds nothing.

    PYTHONPATH=$PWD/.venv/soak python scripts/soak.d/fuzz_readers.py [--minutes N] [--seed N] [--found FOLDER]

What a reader stumbled over is left in FOLDER, each under the name of the document it was made from. Those made of our own
words belong into tests/corpus/readers once the reader is mended; the others do not.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

SHARED = ROOT.parent / "shared"
SECONDS = 20
"""Of processor time that one input may take; the slowest of our documents takes a tenth of one."""
MOST_BYTES = 400_000
MOST_MEGABYTES = 3000
MOST_DEATHS = 20
"""Of the process that fuzzes; each is told, and the next begins with another seed."""
RECORDED = 25
"""One in so many inputs is recorded as well."""
FOUND = ".found"


class HangError(BaseException):
    """An input took longer than it may. No reader catches it."""


def main() -> int:
    """Prepare a register and the seeds, fuzz in a process of its own, look at what is left; 1 if anything is wrong."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    asked.add_argument("--found", type=Path, default=ROOT / "out" / "soak")
    asked.add_argument("--in", dest="inside", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.inside:
        fuzz(given.inside, given.found, given.seed, given.minutes)
        return 0
    print(f"Readers, seed {given.seed} (--seed {given.seed} asks nearly the same again)", flush=True)
    from program import Program

    folder = Path(tempfile.mkdtemp(prefix="accede-fuzz-"))
    register = Program(folder / "home")
    done = register("setup")
    assert done.code == 0, done.err
    head = register.head
    given.found.mkdir(parents=True, exist_ok=True)
    deaths = 0
    begun, before = time.monotonic(), set(given.found.iterdir())
    sow(folder / "corpus")
    while (left := given.minutes - (time.monotonic() - begun) / 60) > 0.05:
        command = [sys.executable, "-W", "ignore", str(Path(__file__)), "--in", str(folder), "--minutes", str(left)]
        command += ["--found", str(given.found), "--seed", str(given.seed)]
        ran = subprocess.run(
            command, env=register.environment | _further(), cwd=folder, stderr=subprocess.PIPE, text=True
        )
        if ran.returncode != 0:  # hung outside of Python, out of memory, or killed
            (given.found / f"process-{len(list(given.found.iterdir()))}.log").write_text(
                ran.stderr[-5000:], encoding="utf-8"
            )
            given.seed += 1
            deaths += 1
            if deaths == MOST_DEATHS or not list(folder.glob("tried-*")):
                print(f"The fuzzer does not run: {ran.stderr[-2000:]}", flush=True)
                return 1
    sound = register("verify")
    number = sum(int(path.read_text(encoding="ascii")) for path in folder.glob("tried-*"))
    print(f"{number} documents in {time.monotonic() - begun:.0f} s.", flush=True)
    wrong = [path for path in sorted(given.found.iterdir()) if path not in before]
    for path in wrong:
        print(f"  {path}")
        if path.suffix == FOUND:
            print("    " + path.read_text(encoding="utf-8").strip().replace("\n", "\n    "))
    if register.head != head or sound.code != 0:
        print(f"The register is not as it was: {sound.out} {sound.err}\nIt is left in {folder}.")
        return 1
    shutil.rmtree(folder)
    print("The register is as it was. " + (f"Readers stumbled: {given.found}." if wrong else "No reader stumbled."))
    return 1 if wrong else 0


def _further() -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "accede.config.core",
        "PYTHONPATH": os.environ.get("PYTHONPATH", "") + f":{ROOT}/src",
    }


def sow(corpus: Path) -> None:
    """Write the seeds: a line with the name of a document, and its bytes."""
    from reader_seeds import CORPUS, seeds

    corpus.mkdir(parents=True)
    kept = (*CORPUS.glob("*"), *SHARED.glob("samples/*.txt"), *SHARED.glob("documents/*.txt"))
    for name, data in seeds().items() | {(path.name, path.read_bytes()) for path in kept}:
        (corpus / re.sub(r"\W", "_", name)).write_bytes(name.encode() + b"\n" + data)


def fuzz(folder: Path, found: Path, seed: int, minutes: float) -> None:
    """Fuzz until the time is over; does not return."""
    import atheris

    with atheris.instrument_imports(include=["accede.intake", "accede.paper", "accede.vocabulary"]):
        import django

        django.setup()
        from reader_trial import tried

    signal.signal(signal.SIGVTALRM, _hang)
    trial = Trial(folder / "trial", found, tried)
    options = {
        "max_total_time": int(minutes * 60),
        "max_len": MOST_BYTES + 200,
        "timeout": 6 * SECONDS,
        "rss_limit_mb": MOST_MEGABYTES,
        "seed": seed % 2**32 or 1,
        "artifact_prefix": f"{found}/process-",
        "verbosity": 0,
        "len_control": 0,
    }
    atheris.Setup(
        [sys.argv[0], str(folder / "corpus"), *(f"-{name}={value}" for name, value in options.items())],
        trial,
        custom_mutator=_mutate,
    )
    atheris.Fuzz()


def _mutate(data: bytes, longest: int, seed: int) -> bytes:
    """Our own ways of spoiling, or those of the fuzzer; the name is kept, but for its suffix now and then."""
    import atheris

    from mutation import mutated

    chance = random.Random(seed)
    name, _, body = bytes(data).partition(b"\n")
    if chance.random() < 0.01:
        name = name.rpartition(b".")[0] + chance.choice((b".txt", b".md", b".html", b".csv", b".eml", b".json"))
    ours = chance.random() < 0.7 or body[:2] == b"PK"
    body = mutated(body, chance) if ours else bytes(atheris.Mutate(body, MOST_BYTES)) if body else b"x"
    return (name + b"\n" + body)[:longest]


class Trial:
    """One input after the other. What went wrong is written down once for each place it went wrong at."""

    def __init__(self, folder: Path, found: Path, tried: Callable[[Path], object]) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.found, self.tried = folder, found, tried
        self.number = 0
        self.seen: Counter[str] = Counter()

    def __call__(self, data: bytes) -> None:
        name, _, body = data.partition(b"\n")
        path = self.folder / (re.sub(r"[^\w.-]", "_", name.decode("utf-8", "replace"))[-80:].lstrip(".") or "x.txt")
        path.write_bytes(body)
        self.number += 1
        if self.number % 100 == 1:
            (self.folder.parent / f"tried-{os.getpid()}").write_text(str(self.number), encoding="ascii")
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            self.tried(path)
            if self.number % RECORDED == 0:
                recorded_and_taken_back(path)
        except (Exception, HangError) as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._note(error, path, body)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            path.unlink()

    def _note(self, error: BaseException, path: Path, body: bytes) -> None:
        frames = [one for one in traceback.extract_tb(error.__traceback__) if "accede" in one.filename] or [None]
        last = frames[-1]
        where = f"{Path(last.filename).stem}-{last.name}" if last else "nowhere"
        if type(error).__name__ == "UnclearError":
            where = re.sub(r"\W+", "-", str(error)[:40])
        key = f"{type(error).__name__}-{where}"
        self.seen[key] += 1
        if self.seen[key] > 1 or list(self.found.glob(f"{key}-*")):
            return
        (self.found / f"{key}-{path.name}").write_bytes(body)
        told = "".join(traceback.format_exception(error))
        (self.found / f"{key}-{path.name}{FOUND}").write_text(told[-3000:], encoding="utf-8")


def recorded_and_taken_back(path: Path) -> None:
    """Import the file for good inside a transaction that is rolled back; what is refused must leave nothing by itself."""
    from django.db import transaction

    from accede.accounts.actor import operator
    from accede.intake.accept import accept
    from accede.records import witness
    from accede.records.lock import head
    from accede.vocabulary.errors import AccedeError

    noted, before = witness.path().read_bytes(), head()
    try:
        with transaction.atomic():
            for skip in (False, True):
                try:
                    accept(path, "apmbc", actor=operator("soak"), skip=skip)
                    break
                except AccedeError:
                    assert head() == before, "an import that was refused left something in the register"
            transaction.set_rollback(True)
    finally:
        witness.path().write_bytes(noted)
    assert head() == before, "the register is not as it was"


def _hang(*_: object) -> None:
    raise HangError


if __name__ == "__main__":
    sys.exit(main())
