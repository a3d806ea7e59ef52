"""The text of a source beside what is made of it: paragraph by paragraph, each with its anchor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accede.intake.copies import Copy
from accede.intake.places import Place, PlaceKind

AT_ONCE = 400
"""Paragraphs of one page; the rest is behind links."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph; `page` is told where a new page of the source begins, `was_recorded` where a record has its words."""

    anchor: str
    number: int
    text: str
    kind: str
    page: str
    printed: str
    row: str
    was_recorded: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A link to a part of a long source."""

    number: int
    first: int
    last: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Pane:
    """The left pane: its paragraphs, the other parts, and the language it is written in."""

    language: str
    paragraphs: tuple[Shown, ...]
    parts: tuple[Part, ...]
    part: int


def pane_of(copy: Copy, *, language: str, part: int = 1, recorded: Sequence[str] = ()) -> Pane:
    """A part of a source; `recorded` are the texts of the records taken from it."""
    places = copy.places
    number = max(1, -(-len(places) // AT_ONCE))
    here = min(max(part, 1), number)
    shown = places[(here - 1) * AT_ONCE : here * AT_ONCE]
    parts = tuple(
        Part(each, (each - 1) * AT_ONCE + 1, min(each * AT_ONCE, len(places)), each == here)
        for each in range(1, number + 1)
    )
    return Pane(language, tuple(_shown(shown, recorded)), parts if number > 1 else (), here)


def part_with(copy: Copy, paragraph: int) -> int:
    """The part in which a paragraph stands."""
    return (min(max(paragraph, 1), max(len(copy.places), 1)) - 1) // AT_ONCE + 1


def _shown(places: Sequence[Place], recorded: Sequence[str]) -> Iterator[Shown]:
    page = row = ""
    lines = {line.strip() for text in recorded for line in text.split("\n") if line.strip()}
    for place in places:
        was_recorded = any(line in place.text for line in lines)
        yield Shown(
            anchor=place.anchor,
            number=place.number,
            text=place.text,
            kind=PlaceKind(place.kind).value,
            page=place.page if place.page != page else "",
            printed=place.printed,
            row=place.row if place.row not in (row, place.text) else "",
            was_recorded=was_recorded,
        )
        page, row = place.page, place.row
