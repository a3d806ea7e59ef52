"""What the parts of a soak count, each in a process of its own, so that the whole can say it at its end."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

COUNTS = "SOAK_COUNTS"
"""The variable of the environment that names the file."""
LOST, TRACEBACKS = "acknowledged writes lost", "tracebacks"


def counted(**what: int) -> None:
    """Add to the counts of this soak ("kills", "acknowledged_writes", "faults", "documents"); nothing where none is running.

    What was lost or fell is no count of a part: the part says it in its own words and ends with 1.
    """
    if file := os.environ.get(COUNTS):
        with Path(file).open("a", encoding="ascii") as lines:
            lines.write(json.dumps(what) + "\n")


def together(file: Path) -> Counter[str]:
    """What all parts counted."""
    found: Counter[str] = Counter()
    for line in file.read_text(encoding="ascii").splitlines() if file.exists() else ():
        found.update(json.loads(line))
    return found
