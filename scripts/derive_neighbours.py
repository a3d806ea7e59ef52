"""Derives which States border each other by land: `python scripts/derive_neighbours.py COUNTRIES-10M.json`.

The file is `countries-10m.json` of the npm package world-atlas 2.0.2: Natural Earth 4.1, public domain, as TopoJSON. Two
areas that share an arc share a border. Writes `src/accede/data/neighbours.csv`, the same bytes each time; why it is done so,
and what is left out, is in docs/decisions/0006-neighbours.md.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "src/accede/data"
SOURCE = "natural-earth-10m"

# Areas drawn apart that the United Nations counts within a Member State; by the names of the file.
WITHIN = {"Somaliland": "SOM", "N. Cyprus": "CYP", "Cyprus U.N. Buffer Zone": "CYP"}

NOTES = {
    frozenset({"BRA", "FRA"}): "by French Guiana",
    frozenset({"FRA", "SUR"}): "by French Guiana",
    frozenset({"ESP", "MAR"}): "by Ceuta and Melilla",
}


def bordering(topology: dict[str, Any], states: dict[str, str]) -> set[tuple[str, str]]:
    """Each pair of States that share an arc, both ways round. `states` gives the ISO alpha-3 key by M49 code.

    An area that is neither a State of ours nor counted within one borders nobody here.
    """
    of_arc: dict[int, set[str]] = defaultdict(set)
    for area in topology["objects"]["countries"]["geometries"]:
        iso3 = WITHIN.get(area["properties"]["name"]) or states.get(area.get("id", ""))
        if iso3:
            for arc in _arcs(area["arcs"]):
                of_arc[arc].add(iso3)
    return {pair for sharing in of_arc.values() for pair in permutations(sharing, 2)}


def _arcs(given: Any) -> Iterator[int]:
    """The arcs of a polygon or of several, whichever way round they are gone (`~n` is arc n backwards)."""
    for one in given:
        if isinstance(one, list):
            yield from _arcs(one)
        else:
            yield one if one >= 0 else ~one


def main(file: str) -> None:
    """Write the table."""
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as opened:
        states = {row["m49"]: row["iso3"] for row in csv.DictReader(opened) if row["in_universe"] == "yes"}
    pairs = bordering(json.loads(Path(file).read_text(encoding="utf-8")), states)
    with (DATA / "neighbours.csv").open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened, lineterminator="\n")
        table.writerow(("iso3", "neighbour", "source", "note"))
        for one, other in sorted(pairs):
            table.writerow((one, other, SOURCE, NOTES.get(frozenset({one, other}), "")))
    print(f"{len(pairs) // 2} borders of {len({one for one, _ in pairs})} States")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the file: python scripts/derive_neighbours.py COUNTRIES-10M.json")
    main(sys.argv[1])
