"""The tile map: one equal tile a State, neighbours near each other. The layout is ours (`data/tiles.csv`)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from accede.reporting.pictures.picture import LegendItem, Picture, Twin, group, rect, words

STEP = 20
TILE = 18.5
LETTERS_X, LETTERS_Y = TILE / 2, 12.2


@dataclass(frozen=True, slots=True)
class Tile:
    """What a State's tile shows: a class (a standing, a ballot, an age; `unknown` is black), what that means in words, the
    State's name, and where the tile leads ("": nowhere)."""

    kind: str
    label: str
    name: str
    address: str = ""


@cache
def places() -> Mapping[str, tuple[int, int]]:
    """Column and row of each State's tile, by ISO alpha-3 key."""
    text = (files("accede") / "data" / "tiles.csv").read_text(encoding="utf-8")
    return {row["iso3"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(text.splitlines())}


def tile_map(
    name: str,
    title: str,
    description: str,
    tiles: Mapping[str, Tile],
    legend: Mapping[str, str],
    heads: tuple[str, str],
) -> Picture:
    """The map of the States given, by ISO alpha-3 key. `legend` is class to words, in order; `heads` those of the table.

    A State of the map that is not given was not one of those that could join, and has an empty place.
    """
    held = {iso3: place for iso3, place in places().items() if iso3 in tiles}
    body = "".join(_tile(name, iso3, held[iso3], tiles[iso3]) for iso3 in sorted(held, key=lambda one: held[one][::-1]))
    number = Counter(tile.kind for tile in tiles.values())
    return Picture(
        name=name,
        title=title,
        description=description,
        width=STEP * (1 + max(column for column, _ in places().values())),
        height=STEP * (1 + max(row for _, row in places().values())),
        body=body,
        legend=tuple(LegendItem(kind, label, number[kind]) for kind, label in legend.items() if number[kind]),
        twin=Twin(heads, tuple((tile.name, tile.label) for tile in sorted(tiles.values(), key=lambda one: one.name))),
        is_wide=True,
    )


def _tile(name: str, iso3: str, place: tuple[int, int], tile: Tile) -> str:
    x, y = place[0] * STEP, place[1] * STEP
    fill = f"{name}-hatch" if tile.kind == "withdrawn" else ""
    shapes = (
        rect(f"tile {tile.kind}", x, y, TILE, TILE, fill=fill),
        words(f"on-{tile.kind}", x + LETTERS_X, y + LETTERS_Y, iso3),
    )
    return group(shapes, title=f"{tile.name}: {tile.label}", address=tile.address)
