"""A small tile map for one State's page: the State framed, its sub-region by standing, all other tiles as one faint shape."""

from __future__ import annotations

from accede.reporting.pictures.colouring import Colouring, coloured
from accede.reporting.pictures.picture import Picture, group, hatching, number, rect, shape, words
from accede.reporting.pictures.tile_map import GAP, LETTERS_X, LETTERS_Y, MARGIN, STEP, TILE, corners


def place_map(colouring: Colouring, *, name: str = "place") -> Picture:
    """The map of a colouring by `of_state`: some 3 KB, where one with letters on every tile takes ten times as much."""
    held = {iso3: corner for iso3, corner in corners().items() if iso3 in colouring.tiles}
    near = {iso3: corner for iso3, corner in held.items() if colouring.tiles[iso3].kind not in colouring.apart}
    side = number(TILE)
    others = "".join(
        f"M{number(x)} {number(y)}h{side}v{side}h-{side}z" for iso3, (x, y) in held.items() if iso3 not in near
    )
    body = [f'<path class="apart" d="{others}"/>']
    for iso3, (x, y) in near.items():
        tile = colouring.tiles[iso3]
        shapes = (
            shape(f"tile {tile.kind}", x, y, TILE, fill=hatching(name, tile.kind)),
            words(f"on-{tile.kind}", x + LETTERS_X, y + LETTERS_Y, iso3),
        )
        body.append(group(shapes, title=f"{tile.name}: {tile.label}", address=tile.address))
        if tile.is_marked:
            body.append(rect("frame", x - GAP / 2, y - GAP / 2, STEP, STEP))
    return coloured(
        colouring,
        name=name,
        width=max(x for x, _ in corners().values()) + TILE + MARGIN,
        height=max(y for _, y in corners().values()) + TILE + MARGIN,
        body="".join(body),
    )
