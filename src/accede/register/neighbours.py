"""Which States border each other by land, as shipped (`data/neighbours.csv`). Pure.

For talk with a State about those around it, and for nothing else: what is drawn is who holds the ground, and no side is taken
on any boundary (docs/decisions/0006-neighbours.md). Borders are today's.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A State across a border by land; `by` names the part of a State that has the border, where it lies apart."""

    iso3: str
    by: str
    source: str


@cache
def shipped_neighbours() -> Mapping[str, tuple[Neighbour, ...]]:
    """The neighbours of each State by its ISO alpha-3 key; a State of the universe that is not there has none by land."""
    found: dict[str, tuple[Neighbour, ...]] = {}
    text = (files("accede") / "data" / "neighbours.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        of = row["iso3"]
        found[of] = (*found.get(of, ()), Neighbour(row["neighbour"], row["note"], row["source"]))
    return found
