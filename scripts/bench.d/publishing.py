"""A whole publication in its processes: pages a second, and a second run in which nothing has changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from process import BIN
from ratio import Ratio

WANTED = 150
"""Pages a second."""


def ratios(home: Path, folder: Path) -> Iterator[Ratio]:
    """Every page in every language, today and on each day of a publication, with the data and what the API answers."""
    first, second = _published(home, folder), _published(home, folder)
    pages = first["pages"]
    assert first["written"] > pages
    assert (second["pages"], second["written"]) == (pages, 0)
    yield Ratio(
        f"a page of a whole publication of {pages:,} pages ({pages / first['seconds']:.0f} a second)",
        first["seconds"] / pages,
        f"{WANTED} pages a second",
        1 / WANTED,
        at_most=1,
    )
    yield Ratio("the same again without changes", second["seconds"], "the first time", first["seconds"], at_most=0.1)


def _published(home: Path, folder: Path) -> dict[str, float]:
    command = [BIN / "accede", "publish", folder, "--confirm-leak-report", "--json"]
    around = os.environ | {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    done = subprocess.run(list(map(str, command)), env=around, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"accede publish failed:\n{done.stderr[-3000:]}")
    told: dict[str, float] = json.loads(done.stdout)
    return told
