"""The geographic map, as a second view beside the tile map: land in the Equal Earth projection, and points for small States.

The land is derived from Natural Earth by scripts/derive_world_map.py (`data/world_map.csv`). No side is taken: territories
drawn apart from the State that administers them, and areas that more than one side claims, are land without a colour, and
lines that are not settled are dotted (docs/decisions/0008-pictures.md).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.utils.translation import gettext

from accede.reporting.pictures.colouring import Colouring, Tile, coloured
from accede.reporting.pictures.picture import Picture, circle, group, hatching, rect
from accede.reporting.pictures.wording import headed

RADIUS = 6.0
FRAME = 22.0
GRAIN = 2.2


@dataclass(frozen=True, slots=True)
class World:
    """What is drawn, by ISO alpha-3 key: the path of a State's land, or the place of its point.

    `neutral` is land that is nobody's here, `unsettled` the lines that are not settled.
    """

    land: Mapping[str, str]
    points: Mapping[str, tuple[float, float]]
    neutral: str
    unsettled: str
    width: float
    height: float


@cache
def world() -> World:
    """As shipped."""
    text = (files("accede") / "data" / "world_map.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    of_all = {row["kind"]: row for row in rows if not row["iso3"]}
    return World(
        land={row["iso3"]: row["path"] for row in rows if row["iso3"] and row["kind"] == "land"},
        points={row["iso3"]: (float(row["x"]), float(row["y"])) for row in rows if row["kind"] == "point"},
        neutral=of_all["neutral"]["path"],
        unsettled=of_all["unsettled"]["path"],
        width=float(of_all["size"]["x"]),
        height=float(of_all["size"]["y"]),
    )


def disclaimer() -> str:
    """What the United Nations print under a map."""
    return gettext(
        "The boundaries and names shown and the designations used on this map do not imply official endorsement or "
        "acceptance by the United Nations."
    )


def world_map(colouring: Colouring, *, name: str = "world") -> Picture:
    """The map of the States of a colouring; land of a State that is not in it has no colour."""
    drawn = world()
    land = (
        rect("sea", 0, 0, drawn.width, drawn.height),
        f'<path class="neutral" d="{drawn.neutral}"/>',
        *(_land(name, path, colouring.tiles.get(iso3)) for iso3, path in drawn.land.items()),
        f'<path class="unsettled" d="{drawn.unsettled}"/><path class="unsettled-dots" d="{drawn.unsettled}"/>',
        *(_point(name, drawn.points[iso3], colouring.tiles[iso3]) for iso3 in _points(drawn, colouring)),
        *(
            circle("frame", *drawn.points[iso3], FRAME)
            for iso3, tile in colouring.tiles.items()
            if tile.is_marked and iso3 in drawn.points
        ),
    )
    return coloured(
        colouring, name=name, width=drawn.width, height=drawn.height, body="".join(land), note=disclaimer(), grain=GRAIN
    )


def _points(drawn: World, colouring: Colouring) -> list[str]:
    """The States drawn as points, those of the largest class first: where points overlap, the rarer one is on top."""
    number = Counter(tile.kind for tile in colouring.tiles.values())
    held = [iso3 for iso3 in drawn.points if iso3 in colouring.tiles]
    return sorted(held, key=lambda iso3: -number[colouring.tiles[iso3].kind])


def _land(name: str, path: str, tile: Tile | None) -> str:
    if tile is None:
        return f'<path class="neutral" d="{path}"/>'
    fill = f' fill="url(#{hatch})"' if (hatch := hatching(name, tile.kind)) else ""
    marked = " marked" if tile.is_marked else ""
    shape = f'<path class="land {tile.kind}{marked}"{fill} d="{path}"/>'
    return group([shape], title=headed(tile.name, tile.label), address=tile.address)


def _point(name: str, place: tuple[float, float], tile: Tile) -> str:
    shape = circle(f"point {tile.kind}", *place, RADIUS, fill=hatching(name, tile.kind))
    return group([shape], title=headed(tile.name, tile.label), address=tile.address)
