"""Renderers of papers: one format a module, each a function `render` from the tree to the bytes of a file.

The same tree gives the same bytes: no clock, no chance, no font or setting of the machine takes part.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from accede.paper.tree import Document
from accede.reporting.render import akn, docx, html, json, markdown, pdf
from accede.vocabulary.errors import UnknownName


class Renderer(Protocol):
    """Writes a paper in one format. Raises `Unreadable` for a tree that the format cannot print faithfully."""

    def __call__(self, document: Document) -> bytes: ...


# By the suffix of the file.
RENDERERS: Final[Mapping[str, Renderer]] = MappingProxyType(
    {
        ".docx": docx.render,
        ".pdf": pdf.render,
        ".html": html.render,
        ".md": markdown.render,
        ".json": json.render,
        ".xml": akn.render,  # "paper.xml" or "paper.akn.xml"
    }
)


def renderer_for(suffix: str) -> Renderer:
    """The renderer of a file suffix (".docx"). Raises `UnknownName` with the suffixes there are."""
    try:
        return RENDERERS[suffix.lower()]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise UnknownName(
            f"no paper can be written as “{suffix}”", remedy=f"Give the file a name that ends in one of {known}"
        ) from None
