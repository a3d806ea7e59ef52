"""All ratios of DESIGN, section 6: commands, papers, the site, search, loading; each against something measured in the same run.

python scripts/bench.d [SECTION ...]

Some of the sections, or all; writes docs/benchmarks.md after all. `growth` takes minutes and has a page of its own: by name alone.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import commands
import growth
import papers
import peers
import publishing
import reading
import searching
import serving
from process import BIN, ROOT, measured
from ratio import HEAD, LeftOut, Measured, Ratio

sys.path.insert(0, str(ROOT / "tests"))
import postgresql

Server = Callable[[], AbstractContextManager[str]]

BALLOTS = ROOT.parent / "shared/data/unga_full.csv.gz"
HEADINGS = {
    "commands": "Commands from cold",
    "checking": "The checker",
    "days": "Any day costs what today costs",
    "papers": "The status paper",
    "reading": "Reading a paper back",
    "serving": "The site",
    "searching": "Search",
    "publishing": "A publication",
    "loading": "917,380 ballots",
}


def main(asked: list[str]) -> int:
    """Measure, print as it goes, and write the page if everything was measured. 1 if a ratio is not reached."""
    found: dict[str, list[Measured]] = {}
    print(HEAD)
    with tempfile.TemporaryDirectory(prefix="accede-bench-") as folder:
        home = Path(folder) / "home"
        set_up(home)
        sections = {
            "commands": lambda: commands.cold(home),
            "checking": lambda: commands.checked(home),
            "days": lambda: commands.other_days(home),
            "papers": lambda: papers.ratios(home, Path(folder) / "papers"),
            "reading": lambda: reading.ratios(home, Path(folder) / "reading"),
            "serving": lambda: serving.ratios(home, Path(folder) / "serving"),
            "searching": lambda: searching.ratios(home, Path(folder) / "searching"),
            "publishing": lambda: publishing.ratios(home, Path(folder) / "site"),
            "loading": lambda: loading(Path(folder)),
            "growth": lambda: growth.ratios(Path(folder)),
        }
        for name in asked or HEADINGS:
            found[name] = []
            for measured_ in sections[name]():
                print(measured_.row(), flush=True)
                found[name].append(measured_)
    if not asked:
        (ROOT / "docs/benchmarks.md").write_text(page(found), encoding="utf-8")
    return 0 if all(each.is_reached for section in found.values() for each in section) else 1


def set_up(home: Path, url: str = "") -> None:
    """A home with the shipped register."""
    around = os.environ | {"ACCEDE_HOME": str(home), "DATABASE_URL": url}
    subprocess.run([BIN / "accede", "setup"], env=around, check=True, capture_output=True)


def loading(folder: Path) -> Iterator[Measured]:
    """917,380 ballots on SQLite, and on PostgreSQL where it can be had; and the answers afterwards."""
    if not BALLOTS.exists():
        yield LeftOut("917,380 ballots loaded", "../shared/data/unga_full.csv.gz is not there")
        return
    yield from loading_on("SQLite", folder, lambda: nullcontext(""), times=5)
    try:
        yield from loading_on("PostgreSQL", folder, postgresql.cluster, times=2)
    except postgresql.UnavailableError as why:
        yield LeftOut("917,380 ballots loaded, PostgreSQL", str(why))


def loading_on(database: str, folder: Path, server: Server, times: int) -> Iterator[Ratio]:
    """Loads in turns, ours into a new register each time. The shortest counts: other programs only ever add to it."""
    loads = ["reading", "plain", "ours"] + (["copied"] if database == "PostgreSQL" else [])
    seconds = dict.fromkeys(loads, float("inf"))
    memory = 0.0
    for number in range(times):
        with server() as url:
            home = folder / f"{database}-{number}"
            set_up(home, url)
            around = {"ACCEDE_HOME": str(home), "DATABASE_URL": url}
            is_last = number == times - 1
            before = measured("commands.py", "answers", **around) if is_last else {}
            for load in loads:
                run = measured("loading.py", load, BALLOTS, url or str(home / "plain.sqlite3"), **around)
                seconds[load] = min(seconds[load], run["seconds"])
                memory = max(memory, run["memory"] if load == "ours" else 0)
            after = measured("commands.py", "answers", **around) if is_last else {}
    ours, plain, reading = seconds["ours"], seconds["plain"], seconds["reading"]
    yield Ratio(f"917,380 ballots loaded, {database}", ours, "a plain `executemany`", plain, at_least=0.8)
    yield Ratio("the same without reading the file", ours - reading, "the same", plain - reading, at_least=0.8)
    if "copied" in seconds:
        yield Ratio("the same with reading, only told", ours, "a plain COPY", seconds["copied"])
    yield Ratio("most memory held while loading", memory, "the bound", 150, at_most=1, unit="MB")
    if database == "SQLite":
        yield from others(ours, memory, folder)
    for answer, looks in after.items():
        told = f"{answer}, with all ballots, {database}"
        yield Ratio(told, looks["today"], "before", before[answer]["today"], at_most=1.3)


def others(ours: float, memory: float, folder: Path) -> Iterator[Measured]:
    """Our time and memory beside those of libraries that people load tables with, each once: sqlite-utils takes a minute."""
    if not peers.are_installed():
        yield LeftOut("the same against sqlite-utils and pandas", "they cannot be installed here")
        return
    for load, name in (("sqlite_utils", "sqlite-utils"), ("pandas", "pandas")):
        run = measured("loading.py", load, BALLOTS, folder / f"{load}.sqlite3", PYTHONPATH=str(peers.BESIDE))
        yield Ratio("the same with reading, only told", ours, f"{name}, the same keys", run["seconds"])
        yield Ratio("its memory, only told", memory, name, run["memory"], unit="MB")


def page(found: dict[str, list[Measured]]) -> str:
    """docs/benchmarks.md."""
    packages = [f"{name} {version(name)}" for name in ("django", "psycopg", "docxtpl", "typst")]
    packages += [f"{name} {number}" for name, number in peers.versions().items()]
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        "?",
    )
    sections = "\n\n".join(
        f"## {HEADINGS[name]}\n\n`scripts/bench {name}`\n\n{HEAD}\n" + "\n".join(each.row() for each in measured_)
        for name, measured_ in found.items()
    )
    return f"""# Benchmarks

Written by `scripts/bench` on {datetime.now(UTC):%-d %B %Y}. Seconds differ from machine to machine and from moment to moment; the
ratios are what counts. Both sides of each were measured in the same run, in turns: the median of
commands, the shortest of everything else, since other programs on the machine only ever add to it. Where *at least*
is wanted, the ratio says how many times as fast we are. How cost grows with the register is in [growth](growth.md).

{cpu}, {os.cpu_count()} cores; Python {platform.python_version()}; {", ".join(packages)}.

{sections}

What each is: `scripts/bench.d`.
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
