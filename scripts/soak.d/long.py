"""The long tests of tests/ (`@pytest.mark.long`): what they say at length, others say in short, which scripts/test runs alone.

    python scripts/soak.d/long.py [--minutes N] [--seed N]

They are begun in an order of chance, so that in a short soak not always the same ones are asked; what the time does not reach is
told by its number.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from counts import counted

ROOT = Path(__file__).parents[2]
PYTEST = (sys.executable, "-m", "pytest", "-q", "-m", "long", "-p", "no:cacheprovider")


def main() -> int:
    """1 where a test failed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    given = asked.parse_args()
    end = time.monotonic() + given.minutes * 60
    found = subprocess.run([*PYTEST, "--collect-only"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = sorted({line.partition("::")[0] for line in found.stdout.splitlines() if "::" in line})
    if not files:
        print(found.stdout[-2000:], found.stderr[-1000:], flush=True)
        return 1
    random.Random(given.seed).shuffle(files)
    done = 0
    for file in files:
        try:
            ran = subprocess.run([*PYTEST, file], cwd=ROOT, timeout=max(1.0, end - time.monotonic()), check=False)
        except subprocess.TimeoutExpired:
            break
        if ran.returncode != 0:
            return 1
        done += 1
    print(f"Of {len(files)} files with long tests {done} were run to their end.", flush=True)
    counted(files_of_long_tests=done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
