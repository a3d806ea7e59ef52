"""A paper as the passages that are checked, in reading order, each with its place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accede.paper.tree import Cell, Document, Inline, Row, Section, Table, text_of
from accede.vocabulary.errors import Unreadable

Role = Literal["title", "heading", "prose", "item", "caption", "head", "cell", "footnote"]
SENTENCE_END = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][”\"’»)\]])|(?<=[.!?][”\"’»)\]]{2}))(?P<gap>\s+)"
    r"(?=[\"“«‘(\[]?[A-Z0-9À-ÞА-ЯЁ\u0600-\u06ff])|(?<=[。！？])|(?<=؟)\s+|"
    r"\n+"
)
ABBREVIATED = re.compile(
    r"(?:\b(?:Fed|No|Nos|Mr|Ms|Mrs|Dr|St|vs|Art|Arts|para|paras|cf|approx|ca|c|e\.g|i\.e|H\.E|H\.R\.H|Amb|"
    r"Gen|Col|Prof|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z](?:\.[A-Z])*|г|гг|ст)|\(\.\.)\.[)\]]?$"
)
LONGEST_ABBREVIATED = 40
"""Characters before the end of a sentence in which an abbreviation is looked for."""
LONGEST_SENTENCE = 6000
"""Characters; all States Parties in a row have three thousand. What is longer is no sentence, and is not read."""
MOST_CHARACTERS = 2_000_000
LONGEST_PASSAGE = 200_000
"""Characters; what is longer is no paragraph, and no sentence of it is read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, caption, cell or footnote. `path` is its place in the tree, `lead` of an item the paragraph before
    the list, `section` the headings above it."""

    number: int
    path: str
    where: str
    text: str
    role: Role
    section: tuple[str, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its place, and the numbers of its passages by (row, column); rows of the header come first.

    `before` is the paragraph before the table, which may name what it is of.
    """

    table: Table
    where: str
    path: str
    caption: str
    section: tuple[str, ...]
    before: str
    passages: dict[tuple[int, int], int]


Piece = Passage | PlacedTable


def pieces(document: Document) -> Iterator[Piece]:
    """Passages and tables in reading order; a table comes after its own passages."""
    return _Walk().document(document)


def refuse_long(document: Document, name: str) -> None:
    """Raises Unreadable for a text that is many times longer than a paper."""
    size = sum(len(piece.text) for piece in pieces(document) if isinstance(piece, Passage))
    if size > MOST_CHARACTERS:
        raise Unreadable(
            f"its text has {size:,} characters, more than the {MOST_CHARACTERS:,} that are checked",
            where=name,
            remedy="Give the part you mean",
        )


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends, without what is too long to be one."""
    if len(text) > LONGEST_PASSAGE:
        return []
    found: list[tuple[int, int]] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATED.search(text[max(start, match.start() - LONGEST_ABBREVIATED) : match.start()]):
            continue
        found.append((start, match.start()))
        start = match.end()
    return [
        (first, last)
        for first, last in [*found, (start, len(text))]
        if last - first <= LONGEST_SENTENCE and text[first:last].strip()
    ]


class _Walk:
    def __init__(self) -> None:
        self.number = -1

    def passage(self, path: str, where: str, inlines: tuple[Inline, ...], role: Role, **more: object) -> Passage:
        self.number += 1
        return Passage(self.number, path, where, text_of(inlines), role, **more)  # type: ignore[arg-type]

    def document(self, document: Document) -> Iterator[Piece]:
        if document.title:
            yield self.passage("title", "title", document.title, "title")
        if document.subtitle:
            yield self.passage("subtitle", "subtitle", document.subtitle, "title")
        for at, section in enumerate(document.sections):
            yield from self.section(section, f"s{at}", ())
        for footnote in document.footnotes:
            for at, paragraph in enumerate(footnote.paragraphs):
                where = f"footnote {footnote.number}"
                yield self.passage(f"n{footnote.number}.{at}", where, paragraph.inlines, "footnote")

    def section(self, section: Section, path: str, above: tuple[str, ...]) -> Iterator[Piece]:
        heading = text_of(section.heading)
        where = f"section {section.number}" if section.number else f"section “{heading}”" if heading else "beginning"
        headings = (*above, heading) if heading and len(heading) <= LONGEST_SENTENCE else above
        if heading:
            yield self.passage(f"{path}.h", f"{where}, heading", section.heading, "heading", section=above)
        lead = before = ""
        for at, block in enumerate(section.blocks):
            inside = f"{path}.b{at}"
            if isinstance(block, Table):
                yield from self.table(block, inside, where, headings, before)
                continue
            is_item = block.kind == "item"
            place = f"{where}, paragraph {block.number or at + 1}"
            yield self.passage(
                inside,
                place,
                block.inlines,
                "item" if is_item else "prose",
                section=headings,
                lead=lead if is_item else "",
            )
            before = text_of(block.inlines)
            before = before if len(before) <= LONGEST_SENTENCE else ""
            lead = lead if is_item else before
        for at, inner in enumerate(section.sections):
            yield from self.section(inner, f"{path}.s{at}", headings)

    def table(self, table: Table, path: str, where: str, section: tuple[str, ...], before: str) -> Iterator[Piece]:
        caption = text_of(table.caption)
        where = f"{where}, table “{caption}”" if caption else f"{where}, table"
        if caption:
            yield self.passage(f"{path}.c", where, table.caption, "caption", section=section)
        placed: dict[tuple[int, int], int] = {}
        for at, row in enumerate((*table.header, *table.rows)):
            is_head = at < len(table.header)
            name = _first(row)
            column = 0
            for number, cell in enumerate(row.cells):
                place = f"{where}, heading" if is_head else f"{where}, {name}" if name else f"{where}, row {at}"
                for order, paragraph in enumerate(cell.paragraphs):
                    inside = f"{path}.r{at}.{number}.{order}"
                    yield self.passage(inside, place, paragraph.inlines, "head" if is_head else "cell", section=section)
                    placed.setdefault((at, column), self.number)
                column += cell.span
        yield PlacedTable(table, where, path, caption, section, before, placed)


def _first(row: Row) -> str:
    return cell_text(row.cells[0])[:60] if row.cells else ""


def cell_text(cell: Cell) -> str:
    """The text of a cell, paragraphs parted by a line break."""
    return "\n".join(text_of(paragraph.inlines) for paragraph in cell.paragraphs).strip()


def row_texts(row: Row) -> list[str]:
    """The texts of a row, one a column: a wide cell's as often as it is wide."""
    return [cell_text(cell) for cell in row.cells for _ in range(cell.span)]
