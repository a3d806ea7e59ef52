"""The tile map by standing, bare, for the pages of other sites."""

from __future__ import annotations

from dataclasses import dataclass

from accede.overview.headline import headline
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import opening
from accede.reporting.pictures.colouring import by_standing
from accede.reporting.pictures.picture import Picture
from accede.reporting.pictures.tile_map import tile_map


@dataclass(frozen=True, slots=True)
class EmbedMapPage:
    """Everything the template prints."""

    title: str
    opening: str
    tiles: Picture


def make(asked: Asked) -> EmbedMapPage:
    """The map as of a day."""
    register = asked.register
    standing = by_standing(register, address=asked.state)
    return EmbedMapPage(title=asked.treaty, opening=opening(headline(register)), tiles=tile_map(standing))


PAGE = PageKind(name="embed-map", route="embed/map/", make=make, may_be_framed=True)
