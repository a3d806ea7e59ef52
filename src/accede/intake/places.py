"""A source's text by paragraph, each with an anchor and its place; and a passage taken from it. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accede.evidence.quotation import is_passage
from accede.paper.tree import Document, Paragraph, Section, Table, text_of
from accede.vocabulary.errors import Refused
from accede.vocabulary.label import Labelled

AROUND = 60
"""Characters before and after a passage that tell it from the same words elsewhere."""
LONGEST_HEADING = 80
ENOUGH = 60
"""Letters and figures of a paragraph's beginning, by which it is looked for on the pages."""


class PlaceKind(Labelled):
    """What a paragraph is."""

    HEADING = "heading", "heading"
    PROSE = "prose", "paragraph"
    CELL = "cell", "cell of a table"
    NOTE = "note", "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph; `number` counts from 1 through the whole source, `printed` is the paper's own number.

    `heading` is the one it stands under, `row` the first cell of its row in a table (a State in an overview), `page` of a
    PDF its page.
    """

    number: int
    kind: PlaceKind
    text: str
    printed: str = ""
    heading: str = ""
    row: str = ""
    page: str = ""

    @property
    def anchor(self) -> str:
        """The id of the paragraph on a page."""
        return f"p{self.number}"

    @property
    def locator(self) -> str:
        """Where it stands, in words."""
        told = (
            f"page {self.page}" if self.page else "",
            f"under “{_shortened(self.heading)}”" if self.heading else "",
            _shortened(self.row) if self.row and self.row != self.text else "",
            f"paragraph {self.printed or self.number}",
        )
        return ", ".join(part for part in told if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A passage as it was taken: its exact words, those around it, and where it stands."""

    exact: str
    prefix: str
    suffix: str
    page: str
    locator: str
    places: tuple[Place, ...]


def places_of(document: Document, pages: Sequence[str] = ()) -> tuple[Place, ...]:
    """The paragraphs of a document in reading order; `pages` are the texts of a PDF's pages."""
    found = tuple(replace(place, number=number) for number, place in enumerate(_places(document), 1))
    return _paged(found, pages) if pages else found


def text_of_places(places: Sequence[Place]) -> str:
    """The whole text, a paragraph a line: that in which quotations must stand."""
    return "\n".join(place.text for place in places)


def take(places: Sequence[Place], first: int, last: int, exact: str = "") -> Taken:
    """The passage from one paragraph to another, or those of its words that were marked. Raises Refused where it is none."""
    if not 1 <= first <= last <= len(places):
        raise Refused(
            "the source has no such paragraph", where=f"paragraph {first}", remedy="Take one of its paragraphs"
        )
    chosen = tuple(places[first - 1 : last])
    whole = text_of_places(chosen)
    words = "\n".join(line.strip() for line in exact.splitlines() if line.strip()) or whole
    if not is_passage(words, whole):
        raise Refused(
            "these words do not stand in the source in this order",
            where=chosen[0].locator,
            remedy="Mark a passage of the source",
        )
    start, end = _span(words, whole)
    before = text_of_places(places[max(0, first - 3) : first - 1])
    after = text_of_places(places[last : last + 2])
    locator = chosen[0].locator if first == last else f"{chosen[0].locator} to paragraph {chosen[-1].printed or last}"
    return Taken(
        exact=words,
        prefix=f"{before}\n{whole[:start]}".lstrip("\n")[-AROUND:],
        suffix=f"{whole[end:]}\n{after}".rstrip("\n")[:AROUND],
        page=chosen[0].page,
        locator=locator,
        places=chosen,
    )


def _span(words: str, whole: str) -> tuple[int, int]:
    """Where the words stand, from and to; the whole where typesetting differs."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, whole)
    return match.span() if match else (0, len(whole))


def _places(document: Document) -> Iterator[Place]:
    for inlines in (document.title, document.subtitle):
        if text := text_of(inlines).strip():
            yield Place(number=0, kind=PlaceKind.HEADING, text=text)
    for section in document.sections:
        yield from _of_section(section, "")
    for note in document.footnotes:
        for paragraph in note.paragraphs:
            if text := text_of(paragraph.inlines).strip():
                yield Place(number=0, kind=PlaceKind.NOTE, text=text, heading=f"footnote {note.number}")


def _of_section(section: Section, above: str) -> Iterator[Place]:
    heading = text_of(section.heading).strip()
    if heading:
        yield Place(number=0, kind=PlaceKind.HEADING, text=heading, heading=above)
    under = heading or above
    for block in section.blocks:
        if isinstance(block, Paragraph):
            if text := text_of(block.inlines).strip():
                yield Place(number=0, kind=PlaceKind.PROSE, text=text, printed=block.number, heading=under)
        else:
            yield from _of_table(block, under)
    for inner in section.sections:
        yield from _of_section(inner, under)


def _of_table(table: Table, under: str) -> Iterator[Place]:
    if caption := text_of(table.caption).strip():
        yield Place(number=0, kind=PlaceKind.HEADING, text=caption, heading=under)
    for row in (*table.header, *table.rows):
        texts = [[text_of(one.inlines).strip() for one in cell.paragraphs] for cell in row.cells]
        first = " ".join(texts[0]) if texts else ""
        for text in (one for cell in texts for one in cell if one):
            yield Place(number=0, kind=PlaceKind.CELL, text=text, heading=under, row=first)


def _paged(places: tuple[Place, ...], pages: Sequence[str]) -> tuple[Place, ...]:
    """The places with the pages on which they begin; one that is not found stands where the one before it did."""
    starts: list[int] = []
    whole = ""
    for page in pages:
        starts.append(len(whole))
        whole += _letters(page)
    found: list[Place] = []
    at = 0
    for place in places:
        beginning = _letters(place.text)[:ENOUGH]
        here = whole.find(beginning, at) if beginning else -1
        if here < 0 and place.kind is PlaceKind.NOTE and beginning:
            here = whole.find(beginning)
        if here >= 0:
            at = here if place.kind is not PlaceKind.NOTE else at
        number = bisect_right(starts, here if here >= 0 else at)
        found.append(replace(place, page=str(number)))
    return tuple(found)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_HEADING else text[:LONGEST_HEADING].rsplit(" ", 1)[0] + " …"
