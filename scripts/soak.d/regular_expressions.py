"""Every regular expression that the program compiles when it starts is given texts that keep a bad one busy, short and long.

Exponential ones fail at sixty repetitions. At 600 what takes longer than half a second is told, and fails beyond five.

    python scripts/soak.d/regular_expressions.py
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.config.full")
SHORT, LONG = 60, 600
TOLD, MOST = 0.5, 5.0


def main() -> int:
    """1 where a pattern takes longer than it may. It takes seconds, whatever time it is given; nothing in it is left to chance."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--seed", type=int, default=0)
    asked.parse_args()
    import django

    django.setup()
    from counts import counted

    from pattern_attacks import attacks, patterns, seconds

    begun, number, wrong, slow = time.process_time(), 0, [], []
    found = patterns()
    for pattern, place in found.items():
        for attack in attacks(pattern.pattern, pattern.flags):
            number += 1
            took = seconds(pattern, attack, SHORT, TOLD)
            if took < TOLD and took > 0.001:  # else it is far from slow at ten times the length
                took = seconds(pattern, attack, LONG, MOST)
            if took >= TOLD:
                (wrong if took >= MOST or took == TOLD else slow).append(
                    (took, place, re.sub(r"\s", " ", repr(attack)))
                )
                break
    counted(texts_against_patterns=number)
    took = time.process_time() - begun
    print(
        f"{len(found)} patterns, {number} texts, {took:.0f} s of processor time: {len(wrong)} without end, {len(slow)} slow."
    )
    for seconds_taken, place, told in sorted((*wrong, *slow), reverse=True):
        print(f"  {seconds_taken:.2f} s {place} {told}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
