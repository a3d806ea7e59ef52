"""A small tile map for one State's page: the State framed, its sub-region by standing, all other tiles as one faint shape."""

from __future__ import annotations

from accede.reporting.pictures.colouring import Colouring
from accede.reporting.pictures.picture import Picture, number
from accede.reporting.pictures.tile_map import TILE, corners, drawn, frame, laid_out


def place_map(colouring: Colouring, *, name: str = "place") -> Picture:
    """The map of a colouring by `of_state`: some 3 KB, where one with letters on every tile takes ten times as much."""
    held = {iso3: corner for iso3, corner in corners().items() if iso3 in colouring.tiles}
    near = {iso3: corner for iso3, corner in held.items() if colouring.tiles[iso3].kind not in colouring.apart}
    side = number(TILE)
    others = "".join(
        f"M{number(x)} {number(y)}h{side}v{side}h-{side}z" for iso3, (x, y) in held.items() if iso3 not in near
    )
    body = [f'<path class="apart" d="{others}"/>']
    for iso3, corner in near.items():
        tile = colouring.tiles[iso3]
        body.append(drawn(name, iso3, corner, tile))
        if tile.is_marked:
            body.append(frame(corner))
    return laid_out(colouring, name, body)
