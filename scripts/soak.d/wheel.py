"""Builds the wheel twice, holds it to itself, and installs it where there is no network: `scripts/build --prove`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """How long it takes depends on the machine alone, and nothing in it on chance."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float)
    asked.add_argument("--seed", type=int)
    asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="accede-wheel-") as folder:
        return subprocess.run([sys.executable, HERE.parent / "build.d", folder, "--prove"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
