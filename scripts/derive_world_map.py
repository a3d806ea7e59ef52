"""Derives the land that the geographic map draws: `python scripts/derive_world_map.py FOLDER`.

The folder holds `countries-50m.json` and `countries-10m.json` of the npm package world-atlas 2.0.2: Natural Earth 4.1, public
domain, as TopoJSON. Writes `src/accede/data/world_map.csv`, the same bytes each time: the land of each State as an SVG path in the
Equal Earth projection (Šavrič, Patterson and Jenny 2018; equal areas), simplified along the arcs that neighbours share, so that
no gap opens between them; a point for a State too small to be seen; land that is nobody's here; and lines that are not settled.
What is drawn so, and why, is in docs/decisions/0008-pictures.md.
"""

import csv
import heapq
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "src/accede/data"

Point = tuple[float, float]
Arc = list[Point]
Box = tuple[float, float, float, float]

WIDTH = 2000
MERIDIAN = 11.0  # in the middle, so that the cut runs through the Bering Strait and no land
CUT = MERIDIAN - 180
SOUTH, NORTH = -56.5, 83.8
LEAST_TURN = 4.0  # square units of the triangle below which a point of a coast or border is left out
LEAST_LAND = 6.0  # square units of an island below which it is left out
LEAST_STATE = 60.0  # square units of a State below which it is a point

# Areas drawn apart that the United Nations counts within a Member State; by the names of the file.
WITHIN = {"Somaliland": "SOM", "N. Cyprus": "CYP", "Åland": "FIN", "Hong Kong": "CHN", "Macao": "CHN"}
LEFT_OUT = {"Antarctica"}

# Drawn by the file as part of one State, and nobody's here: west, east, south, north of the whole polygon.
CONTESTED = {"RUS": (32.0, 37.0, 44.0, 46.5)}

# Borders that are not settled, or final status not agreed: two areas, and the box within which it is so (None: all along).
KASHMIR, EAST = (73.0, 81.0, 32.2, 37.5), (91.5, 97.6, 26.5, 29.8)
UNSETTLED: dict[tuple[str, str], tuple[Box, ...] | None] = {
    ("IND", "PAK"): (KASHMIR,),
    ("CHN", "IND"): (KASHMIR, EAST),
    ("CHN", "PAK"): (KASHMIR,),
    ("ISR", "PSE"): None,
    ("ISR", "SYR"): None,
    ("SDN", "SSD"): None,
    ("MAR", "W. Sahara"): None,
    ("MRT", "W. Sahara"): None,
    ("Kosovo", "SRB"): None,
    ("contested", "UKR"): None,
}

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def projected(lon: float, lat: float) -> Point:
    """Equal Earth, x to the right and y upwards, on a sphere of radius 1."""
    angle = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = angle * angle
    down = 9 * A4 * square**4 + 7 * A3 * square**3 + 3 * A2 * square + A1
    x = 2 * sqrt(3) * radians(lon - MERIDIAN) * cos(angle) / (3 * down)
    return x, angle * (A4 * square**4 + A3 * square**3 + A2 * square + A1)


SCALE = WIDTH / (2 * projected(MERIDIAN + 180, 0)[0])
TOP = projected(0, NORTH)[1]
HEIGHT = round((TOP - projected(0, SOUTH)[1]) * SCALE)


def placed(lon: float, lat: float) -> Point:
    """On the map, y downwards."""
    x, y = projected(lon, lat)
    return WIDTH / 2 + x * SCALE, (TOP - y) * SCALE


def decoded(topology: dict[str, Any]) -> list[Arc]:
    """The arcs in degrees, those beyond the cut moved to the other side."""
    (by_x, by_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for given in topology["arcs"]:
        x = y = 0
        arc = []
        for right, up in given:
            x, y = x + right, y + up
            arc.append((x * by_x + from_x, y * by_y + from_y))
        # A coast that goes on across 180 degrees lies beyond the cut with all that is west of it.
        beyond = sum(lon for lon, _ in arc) / len(arc) < CUT or max(lon for lon, _ in arc) > 90
        arcs.append([(lon + 360, lat) if beyond and lon < -90 else (lon, lat) for lon, lat in arc])
    return arcs


def simplified(arc: Arc, least: float) -> Arc:
    """Without the points that turn least, the least first (Visvalingam and Whyatt 1993); both ends stay."""
    before, after = list(range(-1, len(arc) - 1)), list(range(1, len(arc) + 1))
    turns = [_triangle(*arc[at - 1 : at + 2]) if 0 < at < len(arc) - 1 else float("inf") for at in range(len(arc))]
    queue = [(turn, at) for at, turn in enumerate(turns)]
    heapq.heapify(queue)
    gone = [False] * len(arc)
    kept = len(arc)
    fewest = 4 if arc[0] == arc[-1] else 2
    while queue and kept > fewest:
        turn, at = heapq.heappop(queue)
        if turn >= least:
            break
        if gone[at] or turn != turns[at]:
            continue
        gone[at] = True
        kept -= 1
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if 0 < near < len(arc) - 1:
                turns[near] = max(turn, _triangle(arc[before[near]], arc[near], arc[after[near]]))
                heapq.heappush(queue, (turns[near], near))
    return [point for at, point in enumerate(arc) if not gone[at]]


def _triangle(one: Point, two: Point, three: Point) -> float:
    return abs((two[0] - one[0]) * (three[1] - one[1]) - (three[0] - one[0]) * (two[1] - one[1])) / 2


def area(ring: Arc) -> float:
    """In square units."""
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in pairwise([*ring, ring[0]]))) / 2


def middle(ring: Arc) -> Point:
    """The middle of its bounds."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def stitched(indexes: Iterable[int], arcs: list[Arc]) -> Arc:
    """The points of arcs one after the other; `~n` is arc n backwards."""
    ring: Arc = []
    for index in indexes:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += part[1:] if ring else part
    return ring


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Each polygon as its rings, each ring as indexes of arcs."""
    if "arcs" not in geometry:
        return []
    found: list[list[list[int]]] = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return found


def path_of(points: Arc, *, closed: bool) -> str:
    """As SVG, in whole units from point to point; "" where nothing is left of it."""
    at = [(round(x), round(y)) for x, y in points]
    moves = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(at)]
    moves = [move for move in moves if move != (0, 0)]
    if closed and moves:
        moves.pop()
    if len(moves) < (2 if closed else 1):
        return ""
    words = f"M{at[0][0]} {at[0][1]}l"
    for right, down in moves:
        for value in (right, down):
            words += str(value) if value < 0 or words[-1] == "l" else f" {value}"
    return words + ("z" if closed else "")


def main(folder: str) -> None:
    """Write the file."""
    topology = json.loads((Path(folder) / "countries-50m.json").read_text(encoding="utf-8"))
    finer = json.loads((Path(folder) / "countries-10m.json").read_text(encoding="utf-8"))
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as opened:
        states = {row["m49"]: row["iso3"] for row in csv.DictReader(opened) if row["in_universe"] == "yes"}
    degrees = decoded(topology)
    whole = [[placed(*point) for point in arc] for arc in degrees]
    arcs = [simplified(arc, LEAST_TURN) for arc in whole]
    land: dict[str, list[list[list[int]]]] = defaultdict(list)
    neutral: list[list[list[int]]] = []
    of_arc: dict[int, set[str]] = defaultdict(set)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name in LEFT_OUT:
            continue
        iso3 = WITHIN.get(name) or states.get(geometry.get("id", ""), "")
        for polygon in polygons(geometry):
            is_contested = iso3 in CONTESTED and _is_within(stitched(polygon[0], degrees), CONTESTED[iso3])
            (land[iso3] if iso3 and not is_contested else neutral).append(polygon)
            for ring in polygon:
                for index in ring:
                    of_arc[max(index, ~index)].add("contested" if is_contested else iso3 or name)
    rows: list[tuple[str, str, str, int | str, int | str]] = []
    for iso3 in sorted(states.values()):
        size = sum(area(stitched(polygon[0], whole)) for polygon in land[iso3])
        if size < LEAST_STATE:
            x, y = _point(iso3, land[iso3], whole, finer, states)
            rows.append((iso3, "point", "", round(x), round(y)))
        else:
            rows.append((iso3, "land", _path(land[iso3], arcs, whole), "", ""))
    rows.append(("", "neutral", _path(neutral, arcs, whole), "", ""))
    rows.append(("", "unsettled", "".join(_unsettled(of_arc, degrees)), "", ""))
    rows.append(("", "size", "", WIDTH, HEIGHT))
    with (DATA / "world_map.csv").open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened, lineterminator="\n")
        table.writerow(("iso3", "kind", "path", "x", "y"))
        table.writerows(rows)
    points = sum(row[1] == "point" for row in rows)
    print(f"{points} points, {sum(len(row[2]) for row in rows)} characters of paths")


def _path(found: list[list[list[int]]], arcs: list[Arc], whole: list[Arc]) -> str:
    """All polygons that can be seen, holes among them; of what has none the largest."""
    sized = [(area(stitched(polygon[0], whole)), polygon) for polygon in found]
    seen = [polygon for size, polygon in sized if size >= LEAST_LAND] or [max(sized, key=lambda each: each[0])[1]]
    outer = [stitched(polygon[0], arcs) for polygon in seen]
    holes = [stitched(ring, arcs) for polygon in seen for ring in polygon[1:]]
    return "".join(path_of(ring, closed=True) for ring in (*outer, *(hole for hole in holes if area(hole) > 1)))


def _point(
    iso3: str, found: list[list[list[int]]], whole: list[Arc], finer: dict[str, Any], states: dict[str, str]
) -> Point:
    """The middle of the largest island; of a State that the file does not draw, as the finer file has it."""
    rings = [stitched(polygon[0], whole) for polygon in found]
    if not rings:
        arcs = [[placed(*point) for point in arc] for arc in decoded(finer)]
        rings = [
            stitched(polygon[0], arcs)
            for geometry in finer["objects"]["countries"]["geometries"]
            if states.get(geometry.get("id", "")) == iso3
            for polygon in polygons(geometry)
        ]
    return middle(max(rings, key=area))


def _is_within(ring: Arc, box: Box) -> bool:
    west, east, south, north = box
    return all(west < lon < east and south < lat < north for lon, lat in ring)


def _unsettled(of_arc: dict[int, set[str]], degrees: list[Arc]) -> Iterator[str]:
    for index, sharing in sorted(of_arc.items()):
        boxes = next((each for pair, each in UNSETTLED.items() if sharing == set(pair)), ())
        arc = degrees[index]
        if boxes is None:
            yield path_of(simplified([placed(*point) for point in arc], LEAST_TURN), closed=False)
            continue
        for west, east, south, north in boxes:
            inside = [west < lon < east and south < lat < north for lon, lat in arc]
            if any(inside):
                first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
                yield path_of(simplified([placed(*point) for point in arc[first : last + 1]], LEAST_TURN), closed=False)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder of the two files: python scripts/derive_world_map.py FOLDER")
    main(sys.argv[1])
