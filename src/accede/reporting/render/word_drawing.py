"""A drawing in the text of a Word document: SVG for those that show it, PNG for the others."""

from __future__ import annotations

from lxml import etree

from accede.paper.tree import Drawing
from accede.reporting.render.wordml import RELATIONS, Element, w

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
UNITS_IN_TWIP = 635
"""English metric units, the lengths of drawings, in a twentieth of a point."""


def drawing_run(drawing: Drawing, identity: int, width: int, *, png: str, svg: str) -> Element:
    """The run that holds it, `width` twentieths of a point wide; `png` and `svg` are the keys of the two files."""
    across = round(width * drawing.part * UNITS_IN_TWIP)
    size = {"cx": str(across), "cy": str(round(across * drawing.height / drawing.width))}
    named = {"id": str(identity), "name": f"Picture {identity}", "descr": drawing.description}
    blip = _of(MAIN, "blip", {f"{{{RELATIONS}}}embed": png})
    extension = _of(MAIN, "ext", {"uri": SVG_EXTENSION}, _of(SVG, "svgBlip", {f"{{{RELATIONS}}}embed": svg}))
    blip.append(_of(MAIN, "extLst", {}, extension))
    place = _of(MAIN, "xfrm", {}, _of(MAIN, "off", {"x": "0", "y": "0"}), _of(MAIN, "ext", size))
    picture = _of(
        PICTURE,
        "pic",
        {},
        _of(PICTURE, "nvPicPr", {}, _of(PICTURE, "cNvPr", named), _of(PICTURE, "cNvPicPr")),
        _of(PICTURE, "blipFill", {}, blip, _of(MAIN, "stretch", {}, _of(MAIN, "fillRect"))),
        _of(PICTURE, "spPr", {}, place, _of(MAIN, "prstGeom", {"prst": "rect"}, _of(MAIN, "avLst"))),
    )
    inline = _of(
        PLACED,
        "inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        _of(PLACED, "extent", size),
        _of(PLACED, "docPr", named),
        _of(PLACED, "cNvGraphicFramePr"),
        _of(MAIN, "graphic", {}, _of(MAIN, "graphicData", {"uri": PICTURE}, picture)),
    )
    return w("r", w("drawing", inline))


def _of(space: str, tag: str, attributes: dict[str, str] | None = None, /, *children: Element) -> Element:
    element = etree.Element(
        f"{{{space}}}{tag}",
        attributes or {},
        nsmap={"a": MAIN, "pic": PICTURE, "wp": PLACED, "asvg": SVG, "r": RELATIONS},
    )
    element.extend(children)
    return element
