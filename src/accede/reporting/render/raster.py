"""A drawing as PNG, for readers of Word files that do not show SVG: by Typst, in the shipped fonts, the same bytes each time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

from accede.paper.tree import Drawing
from accede.reporting.render.pdf import shipped_fonts

TEMPLATE = Path(__file__).parent / "templates/drawing.typ"
DOTS = 200.0
"""An inch, at the width of the text."""


def png_of(drawing: Drawing) -> bytes:
    """The bytes of the file."""
    written = _compiler().compile(format="png", ppi=DOTS, sys_inputs={"svg": drawing.svg})
    assert isinstance(written, bytes)
    return written


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=shipped_fonts())
