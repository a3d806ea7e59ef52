"""All ratios of DESIGN, section 6, that concern commands, papers and loading; each against something measured in the same run.

python scripts/bench.d [commands] [days] [papers] [loading]     some of them, or all; writes docs/benchmarks.md after all
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import commands
import papers
from process import BIN, ROOT, measured
from ratio import Ratio

sys.path.insert(0, str(ROOT / "tests"))
import postgresql

BALLOTS = ROOT.parent / "shared/data/unga_full.csv.gz"
HEAD = "| what | ours | against | theirs | ratio | wanted | reached |\n| --- | --- | --- | --- | --- | --- | --- |"


def main(asked: list[str]) -> int:
    """Measure, print as it goes, and write the page if everything was measured. 1 if a ratio is not reached."""
    found: list[Ratio] = []
    print(HEAD)
    with tempfile.TemporaryDirectory(prefix="accede-bench-") as folder:
        home = Path(folder) / "home"
        set_up(home)
        sections = {
            "commands": lambda: commands.cold(home),
            "days": lambda: commands.other_days(home),
            "papers": lambda: papers.ratios(home, Path(folder) / "papers"),
            "loading": lambda: loading(Path(folder)),
        }
        for name in asked or sections:
            for ratio in sections[name]():
                print(ratio.row(), flush=True)
                found.append(ratio)
    if not asked:
        (ROOT / "docs/benchmarks.md").write_text(page(found), encoding="utf-8")
    return 0 if all(ratio.is_reached for ratio in found) else 1


def set_up(home: Path, url: str = "") -> None:
    """A home with the shipped register."""
    around = os.environ | {"ACCEDE_HOME": str(home), "DATABASE_URL": url}
    subprocess.run([BIN / "accede", "setup"], env=around, check=True, capture_output=True)


def loading(folder: Path) -> Iterator[Ratio]:
    """917,380 ballots on SQLite, and on PostgreSQL where it can be had; and the answers afterwards."""
    if not BALLOTS.exists():
        print("Left out: loading (../shared/data/unga_full.csv.gz is not there).")
        return
    yield from loading_on("SQLite", folder, "")
    try:
        with postgresql.cluster() as url:
            yield from loading_on("PostgreSQL", folder, url)
    except postgresql.UnavailableError as why:
        print(f"Left out: PostgreSQL ({why}).")


def loading_on(database: str, folder: Path, url: str, times: int = 3) -> Iterator[Ratio]:
    """Loads in turns; each of ours into a register of its own on SQLite, one load on PostgreSQL."""
    taken: dict[str, list[dict[str, Any]]] = {"reading": [], "plain": [], "ours": []} | ({"copied": []} if url else {})
    before: dict[str, Any] = {}
    for number in range(1 if url else times):
        home = folder / f"{database}-{number}"
        set_up(home, url)
        around = {"ACCEDE_HOME": str(home), "DATABASE_URL": url}
        before = measured("commands.py", "answers", **around)
        for what, runs in taken.items():
            runs.append(measured("loading.py", what, BALLOTS, url or str(home / "plain.sqlite3"), **around))
    seconds = {what: median(run["seconds"] for run in runs) for what, runs in taken.items()}
    reading, memory = seconds["reading"], max(run["memory"] for run in taken["ours"])
    rows = "917,380 ballots"
    yield Ratio(f"{rows} loaded, {database}", seconds["ours"], "a plain `executemany`", seconds["plain"], at_least=0.8)
    yield Ratio(
        "the same without reading the file",
        seconds["ours"] - reading,
        "the same",
        seconds["plain"] - reading,
        at_least=0.8,
    )
    if url:
        yield Ratio("the same, only told", seconds["ours"], "a plain COPY", seconds["copied"])
    yield Ratio("most memory held while loading", memory, "the bound", 150, at_most=1, unit="MB")
    after = measured("commands.py", "answers", **around)
    for answer, looks in after.items():
        yield Ratio(
            f"{answer}, with all ballots, {database}", looks["today"], "before", before[answer]["today"], at_most=1.3
        )


def page(found: list[Ratio]) -> str:
    """docs/benchmarks.md."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("django", "psycopg", "docxtpl", "typst"))
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        "?",
    )
    return f"""# Benchmarks

Written by `scripts/bench` on {datetime.now(UTC):%-d %B %Y}. Seconds differ from machine to machine and from moment to moment; the
ratios are what counts. Both sides of each were measured in the same run, in turns, and the median is given. Where *at least*
is wanted, the ratio says how many times as fast we are.

{cpu}, {os.cpu_count()} cores; Python {platform.python_version()}; {packages}.

{HEAD}
{chr(10).join(ratio.row() for ratio in found)}

What each is: `scripts/bench.d`.
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
