"""The tile map: one equal tile a State, neighbours near each other. The layout is ours (`data/tiles.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from django.utils.translation import gettext

from accede.reporting.pictures.colouring import Colouring, Tile, coloured
from accede.reporting.pictures.picture import Picture, group, hatching, rect, shape, words
from accede.reporting.pictures.region import REGION_NAMES, regions
from accede.reporting.pictures.wording import headed

STEP = 20
TILE = 18.4
GAP = STEP - TILE
MARGIN = 1.0
LETTERS_X, LETTERS_Y = TILE / 2, 11.7

NAMES_AT = {
    "africa": (11.4, 16.4),
    "americas": (4.4, 5.6),
    "asia": (19, 3.5),
    "europe": (16.3, 0.7),
    "oceania": (30, 10.6),
}
"""Where the name of a region begins, in tiles: where no State stands."""

APART = {"africa": (0, 9), "americas": (0, 0), "asia": (12, 0), "europe": (0, 0), "oceania": (22, 0)}
"""How far the tiles of a region are moved, so that regions are told from each other where they touch."""


@cache
def places() -> Mapping[str, tuple[int, int]]:
    """Column and row of each State's tile, by ISO alpha-3 key."""
    text = (files("accede") / "data" / "tiles.csv").read_text(encoding="utf-8")
    return {row["iso3"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(text.splitlines())}


@cache
def corners() -> Mapping[str, tuple[int, int]]:
    """The corner of each State's tile in units, by ISO alpha-3 key, row by row."""
    found = {}
    for iso3, (column, row) in sorted(places().items(), key=lambda each: each[1][::-1]):
        right, down = APART[regions()[iso3]]
        found[iso3] = (column * STEP + right + 1, row * STEP + down + 1)
    return found


def tile_map(colouring: Colouring, *, name: str = "tiles") -> Picture:
    """The map of the States of a colouring.

    A State of the map that is not in it was not one of those that could join, and has an empty place.
    """
    held = {iso3: corner for iso3, corner in corners().items() if iso3 in colouring.tiles}
    body = (
        *_names(held),
        *(drawn(name, iso3, corner, colouring.tiles[iso3]) for iso3, corner in held.items()),
        *(frame(corner) for iso3, corner in held.items() if colouring.tiles[iso3].is_marked),
    )
    return laid_out(colouring, name, body)


def laid_out(colouring: Colouring, name: str, body: Iterable[str]) -> Picture:
    """A map on which every State has its tile, whatever is drawn of it."""
    return coloured(
        colouring,
        name=name,
        width=max(x for x, _ in corners().values()) + TILE + MARGIN,
        height=max(y for _, y in corners().values()) + TILE + MARGIN,
        body="".join(body),
    )


def frame(corner: tuple[int, int]) -> str:
    """A frame around the tile of the State that is singled out."""
    x, y = corner
    return rect("frame", x - GAP / 2, y - GAP / 2, STEP, STEP)


def drawn(name: str, iso3: str, corner: tuple[int, int], tile: Tile) -> str:
    """A tile with its letters; `name` is that of the map."""
    x, y = corner
    shapes = (
        shape(f"tile {tile.kind}", x, y, TILE, fill=hatching(name, tile.kind)),
        words(f"on-{tile.kind}", x + LETTERS_X, y + LETTERS_Y, iso3),
    )
    return group(shapes, title=headed(tile.name, tile.label), address=tile.address)


def _names(held: Iterable[str]) -> Iterator[str]:
    """The names of the regions that have a tile."""
    shown = {regions()[iso3] for iso3 in held}
    for region, (column, row) in NAMES_AT.items():
        if region in shown:
            yield words("region", column * STEP, row * STEP, gettext(REGION_NAMES[region]))
