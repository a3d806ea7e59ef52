"""The open API asked at random, by its own document, again and again with other cases (tests/test_api_asked_at_random.py).

python scripts/soak.d/api.py [--minutes N] [--seed N]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from counts import counted

ROOT = Path(__file__).parents[2]
AT_ONCE = 5
"""Cases for each address and each way of asking, before the clock is looked at."""


def main() -> int:
    """1 as soon as an answer is none that the document knows."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=2.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    begun, times, longest = time.monotonic(), 0, 0.0
    while not times or time.monotonic() - begun + longest < given.minutes * 60:
        before = time.monotonic()
        test = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "tests/test_api_asked_at_random.py",
            "-p",
            "no:cacheprovider",
        ]
        done = subprocess.run(
            [*test, f"--hypothesis-seed={given.seed + times}"],
            cwd=ROOT,
            env={**os.environ, "ACCEDE_API_CASES": str(AT_ONCE)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout[-5000:], done.stderr[-1000:], flush=True)
            return 1
        times += 1
        longest = max(longest, time.monotonic() - before)
    print(f"The open API was asked {times} times over, {AT_ONCE} cases a way: every answer is one the document knows.")
    counted(rounds_of_the_open_API=times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
