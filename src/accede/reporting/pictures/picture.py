"""What every picture is: shapes with classes, words for who cannot see it, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A class of shapes, what it means, and how many there are (None: not counted)."""

    kind: str
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """The picture as a table: its caption, heads of columns, and rows; the first cell of a row names it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture. `name` is unique on its page (it begins the ids), `body` the shapes as SVG, `width` and `height` in its units.

    `title` and `description` are plain text; `is_wide` says that it may scroll on a narrow screen rather than shrink.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    body: str
    legend: tuple[LegendItem, ...] = ()
    twin: Twin | None = None
    is_wide: bool = False

    def svg(self) -> str:
        """The picture as it stands in a page: its colours are the page's."""
        return self._svg(f'class="picture{" wide-picture" if self.is_wide else ""}"', "")

    def alone(self, style: str) -> str:
        """The picture as a file of its own, with its style."""
        size = f'xmlns="http://www.w3.org/2000/svg" width="{number(self.width)}" height="{number(self.height)}"'
        return self._svg(size, f"<style>{style}</style>")

    def _svg(self, attributes: str, style: str) -> str:
        title, described = f"{self.name}-title", f"{self.name}-desc"
        return (
            f'<svg {attributes} viewBox="0 0 {number(self.width)} {number(self.height)}" role="img"'
            f' aria-labelledby="{title} {described}">{style}'
            f'<title id="{title}">{escape(self.title)}</title><desc id="{described}">{escape(self.description)}</desc>'
            f"{HATCH.format(name=self.name)}{self.body}</svg>"
        )


HATCH = (
    '<defs><pattern id="{name}-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatch-ground" width="4" height="4"/><rect class="hatch-line" width="1.4" height="4"/></pattern></defs>'
)
"""Lines for what has withdrawn: the one standing that is told by a pattern."""


def number(value: float) -> str:
    """A length without more digits than can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rect(kind: str, x: float, y: float, width: float, height: float, *, fill: str = "") -> str:
    """A rectangle of a class; `fill` names a pattern."""
    filled = f' fill="url(#{fill})"' if fill else ""
    return f'<rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{filled}/>'


def words(kind: str, x: float, y: float, text: str) -> str:
    """A text of a class, from its baseline."""
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}">{escape(text)}</text>'


def group(parts: Iterable[str], *, kind: str = "", title: str = "", address: str = "") -> str:
    """Shapes that belong together: with a sentence that hovering says, and an address to follow."""
    said = f"<title>{escape(title)}</title>" if title else ""
    of = f' class="{kind}"' if kind else ""
    inside = f"<g{of}>{said}{''.join(parts)}</g>"
    return f'<a href="{escape(address, quote=True)}">{inside}</a>' if address else inside
