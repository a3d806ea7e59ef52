"""What every picture is: shapes with classes, words for who cannot see it, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import starmap, zip_longest
from textwrap import wrap


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A class of shapes, what it means, and how many there are (None: not counted)."""

    kind: str
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """The picture as a table: heads of columns, and rows, whose first cell names them.

    `addresses` is where each row leads; empty where none leads anywhere.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """The rows of the table, one a line."""
        return "\n".join(starmap(_row, zip_longest(self.rows, self.addresses, fillvalue="")))


def _row(row: Sequence[str], address: str) -> str:
    name, *cells = (escape(text, quote=False) for text in row)
    named = f'<a href="{escape(address)}">{name}</a>' if address else name
    return f'<tr><th scope="row">{named}</th>{"".join(f"<td>{text}</td>" for text in cells)}</tr>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture. `name` is unique on its page (it begins the ids), `body` the shapes as SVG, `width` and `height` in its units.

    `title` and `description` are plain text, `note` a sentence to be printed under it; `is_wide` says that it may scroll on a
    narrow screen rather than shrink; `grain` is how coarse the hatching is.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    body: str
    legend: tuple[LegendItem, ...] = ()
    twin: Twin | None = None
    note: str = ""
    is_wide: bool = False
    grain: float = 1.0

    def svg(self) -> str:
        """The picture as it stands in a page: its colours are the page's."""
        return self._svg(f'class="picture{" wide-picture" if self.is_wide else ""}"', "", self.body, self.height)

    def alone(self, style: str) -> str:
        """The picture as a file of its own, with its style; its title, legend and note are drawn."""
        head, gap = self.width / 46, self.width / 52  # sizes of letters, that of title and legend in a paper
        titles = wrap(self.title, round(self.width / head / 0.6))
        above = (1.3 * len(titles) + 0.4) * head
        foot, legend = _legend(self, gap, self.height + 1.8 * gap)
        notes = wrap(self.note, round(self.width / gap / 0.5)) if self.note else []
        title = "".join(words("alone-title", 0, (1.3 * place + 1) * head, text) for place, text in enumerate(titles))
        note = "".join(
            words("alone-note", 0, foot + gap * (1.3 * place + 1.6), text) for place, text in enumerate(notes)
        )
        height = above + foot + gap * (1.3 * len(notes) + 0.6)
        body = f'{title}<g transform="translate(0 {number(above)})">{self.body}{legend}{note}</g>'
        size = (
            f'class="drawn" xmlns="http://www.w3.org/2000/svg" width="{number(self.width)}" height="{number(height)}"'
        )
        sizes = f".drawn .alone-title{{font-size:{number(head)}px}}.drawn .alone-note{{font-size:{number(gap)}px}}"
        return self._svg(size, f"<style>{style}{sizes}</style>", body, height)

    def _svg(self, attributes: str, style: str, body: str, height: float) -> str:
        # What is an image has nothing inside that can be followed.
        role = "group" if "<a " in body else "img"
        title, described = f"{self.name}-title", f"{self.name}-desc"
        return (
            f'<svg {attributes} viewBox="0 0 {number(self.width)} {number(height)}" role="{role}"'
            f' aria-labelledby="{title} {described}">{style}'
            f'<title id="{title}">{escape(self.title)}</title><desc id="{described}">{escape(self.description)}</desc>'
            f"{HATCH.format(name=self.name, grain=number(self.grain)) if 'url(#' in body else ''}{body}</svg>"
        )


def _legend(picture: Picture, gap: float, y: float) -> tuple[float, str]:
    """The legend in lines as broad as the picture from a place on, and where it ends."""
    drawn, x, size = "", 0.0, gap
    for item in picture.legend:
        text = item.label if item.number is None else f"{item.label}: {item.number}"
        width = size * (1.5 + 0.46 * len(text) + 1)
        if x and x + width > picture.width:
            x, y = 0.0, y + 1.6 * gap
        drawn += _key_shape(item.kind, x, y - size * 0.85, size, hatching(picture.name, item.kind))
        drawn += words("alone-note", x + size * 1.4, y, text)
        x += width
    return (y if picture.legend else picture.height), drawn


def _key_shape(kind: str, x: float, y: float, size: float, hatch: str) -> str:
    """The shape of a class beside its words, in a square from its corner."""
    if kind.startswith("line-"):
        return line(kind, x, y + size / 2, x + size, y + size / 2)
    if kind.startswith("mark-"):
        return circle(kind, x + size / 2, y + size / 2, size * 0.35)
    return shape(f"tile {kind}", x, y, size, fill=hatch)


HATCH = (
    '<defs><pattern id="{name}-hatch" width="4" height="4" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45) scale({grain})">'
    '<rect class="hatch-ground" width="4" height="4"/><rect class="hatch-line" width="1.4" height="4"/></pattern></defs>'
)
"""Lines for what has withdrawn: the one standing that is told by a pattern."""

HATCHED = frozenset({"withdrawn", "left"})
"""The classes that are filled with them."""


def key_of(kind: str, name: str) -> str:
    """The shape of a class beside its words. `name` is its own on the page."""
    hatch = hatching(name, kind)
    drawn = _key_shape(kind, 1, 1, 14, hatch)
    pattern = HATCH.format(name=name, grain=1) if hatch else ""
    return f'<svg class="picture key" viewBox="0 0 16 16" aria-hidden="true">{pattern}{drawn}</svg>'


@lru_cache(maxsize=8192)
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


def line(kind: str, x: float, y: float, to_x: float, to_y: float) -> str:
    """A straight line of a class."""
    return f'<path class="{kind}" d="M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"/>'


def circle(kind: str, x: float, y: float, radius: float, *, fill: str = "") -> str:
    """A circle of a class about a point."""
    filled = f' fill="url(#{fill})"' if fill else ""
    return f'<circle class="{kind}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{filled}/>'


def shape(kind: str, x: float, y: float, size: float, *, fill: str = "") -> str:
    """The square of a class from its corner; the ballots that are no vote in favour differ by shape as well as by colour."""
    half = size / 2
    match kind.split()[-1]:
        case "abstained":
            return circle(kind, x + half, y + half, half)
        case "withdrawn" | "left":  # no rect: sites fill those of this class themselves
            path = f"M{number(x)} {number(y)}h{number(size)}v{number(size)}h-{number(size)}z"
            return f'<path class="{kind}" fill="url(#{fill})" d="{path}"/>'
        case "against":
            centre = f"M{number(x + half)} {number(y - 0.08 * size)}"
            reach = number(0.58 * size)
            return f'<path class="{kind}" d="{centre}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z"/>'
    return rect(kind, x, y, size, size, fill=fill)


def hatching(name: str, kind: str) -> str:
    """The pattern that fills a class of a picture; "" where its colour does."""
    return f"{name}-hatch" if kind in HATCHED else ""


def group(parts: Iterable[str], *, title: str = "", address: str = "") -> str:
    """Shapes that belong together: with a sentence that hovering says, and an address to follow.

    A link in a picture is for the pointer: by keyboard the links of the table are followed, which are in an order and named.
    """
    said = f"<title>{escape(title, quote=False)}</title>" if title else ""
    inside = f"{said}{''.join(parts)}"
    return f'<a href="{escape(address)}" tabindex="-1">{inside}</a>' if address else f"<g>{inside}</g>"
