"""Programs run on their own, so that what one has imported or kept in memory does not help or burden the next."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BIN = Path(sys.executable).parent


def peak_memory() -> float:
    """The most memory this process held at once, in MB. (`getrusage` counts the parent's from before the exec as well.)"""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def measured(script: str, *arguments: str | Path, **environment: str) -> dict[str, Any]:
    """Run a script of this folder; the JSON object it prints."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{script} {' '.join(map(str, arguments))} failed:\n{done.stderr[-3000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def median_seconds(
    commands: dict[str, list[str | Path]], times: int, *, ends: tuple[int, ...] = (0,), **environment: str
) -> dict[str, float]:
    """The median time of each command from cold start to end. They take turns, so that a busy moment meets all.

    `ends` are the exit statuses that are no failure.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            begun = time.perf_counter()
            done = subprocess.run(list(map(str, command)), env=os.environ | environment, capture_output=True, text=True)
            taken[name].append(time.perf_counter() - begun)
            if done.returncode not in ends:
                raise SystemExit(f"{name} failed:\n{done.stderr[-3000:]}")
    return {name: statistics.median(found) for name, found in taken.items()}
