"""A picture as papers carry it: alone, in colours that print."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from accede.paper.tree import Drawing
from accede.reporting.pictures.picture import Picture

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


@cache
def paper_style() -> str:
    """The style sheet of pictures that stand alone, for light paper."""
    return (files("accede.reporting.pictures") / "templates/paper.css").read_text(encoding="utf-8").replace("\n", "")


def drawing(picture: Picture, *, part: float = 1.0) -> Drawing:
    """The drawing of a picture, `part` of the text's width."""
    svg = picture.alone(paper_style())
    size = _SIZE.search(svg)
    assert size is not None
    return Drawing(svg, f"{picture.title}. {picture.description}", float(size[1]), float(size[2]), part)
