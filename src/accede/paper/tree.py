"""A paper as a typed tree. Each figure and each cell carries the keys of the evidence it came from.

One tree, many renderers (`reporting/render`) and readers (`intake/documents`): what a renderer writes,
the reader of that format gives back as an equal tree as far as text, structure and footnotes go.

Texts are plain Unicode without markup. A line break or tab inside one is printed as a space; other control
characters are refused (`canonical.py`). The whole tree has one canonical form and one hash there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `language` (ISO 639-1) is set where it differs from the document's.

    A citation is the italic run in round brackets at the end of a paragraph; the brackets are upright.
    """

    text: str
    style: Literal["", "italic", "bold"] = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, name, date or mark that was computed, with the evidence it was computed from."""

    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A reference to the footnote with this number in `Document.footnotes`."""

    number: int


Inline = Run | Figure | FootnoteMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` is the printed paragraph number ("7"), empty for an unnumbered one.

    `kind`: plain prose, an item of a list, a quotation of a State, reported speech, our summary, a note under a table.
    A quotation's text carries its quotation marks. A summary is marked as ours by the renderers ("Summary:", see
    `wording.py`): the mark is no part of the text, recipes do not write it and readers take it away.
    """

    inlines: tuple[Inline, ...]
    number: str = ""
    kind: Literal["prose", "item", "quotation", "reported", "summary", "note"] = "prose"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of one or more paragraphs; `span` columns wide."""

    paragraphs: tuple[Paragraph, ...] = ()
    evidence: tuple[str, ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is the ISO alpha-3 key of the State the row is about, empty where there is none.

    In a table of kind `sources` it is the key of the source, and the evidence of the row's cells are the keys of all
    evidence that rests on this source: figures and cells with one of them link to this row.
    """

    cells: tuple[Cell, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`kind` tells renderers the layout: votes in columns, a matrix of marks, the overview of States, sources, plain.

    The spans of each row add up to the same number of columns. A cell of a second header row that is empty belongs to
    the one above it. `widths` are parts of the whole, one a column; empty: the renderer's own for the kind.
    """

    kind: Literal["votes", "matrix", "overview", "sources", "plain"]
    caption: tuple[Inline, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG that needs nothing else (its style inside, no link), `width` by `height` in its units.

    `description` says what is to be seen; `part` is how much of the width of the text it takes.
    """

    svg: str
    description: str
    width: float
    height: float
    part: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable(Table):
    """A table with the picture that says the same, or the same of more, printed above it by the formats that can draw.

    The others print the table; readers give back the table.
    """

    drawing: Drawing


Block = Paragraph | Table | DrawnTable


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its printed number ("III", empty if none) and heading; sections nest."""

    number: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """`number` counts from 1 in the order of the marks."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the head of a UN paper; empty parts are not printed. Each is printed as given.

    So `dated` is "21 September 2018", `original_language` "Original: English" and `agenda_item` has the word "item" in
    it.
    """

    organ: str = ""
    meeting: str = ""
    place_and_dates: str = ""
    agenda_item: str = ""
    symbol: str = ""
    dated: str = ""
    original_language: str = ""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A partial date as answers give it: its EDTF text, and its bounds as ISO days, None where it is open."""

    edtf: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """What a State said, as the overview gives it. `citation` as printed, without brackets."""

    kind: Literal["quotation", "reported", "summary"]
    text: str
    citation: str = ""
    said_on: StatedDate | None = None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One State of the overview as data: the same facts as its row in the overview table, in the table's order.

    `iso3` is the alpha-3 key; `entries` is empty where no official information is held; `last_participation` is the
    text of the cell; `evidence` the keys of everything in the row.
    """

    iso3: str
    entries: tuple[OverviewEntry, ...] = ()
    last_participation: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `as_of` and `known_on` are ISO texts (day, instant), empty for a paper from outside.

    `overview` is the overview table's rows as data, for the JSON contract; pages print the table in `sections`.
    """

    kind: str
    language: str
    masthead: Masthead
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...] = ()
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    as_of: str = ""
    known_on: str = ""
    overview: tuple[OverviewRow, ...] = ()


def table_with(table: Table, drawing: Drawing) -> DrawnTable:
    """A table with its picture."""
    return DrawnTable(**{field.name: getattr(table, field.name) for field in fields(Table)}, drawing=drawing)


def text_of(inlines: tuple[Inline, ...]) -> str:
    """The plain text of inlines; footnote marks leave no trace."""
    return "".join(inline.text for inline in inlines if not isinstance(inline, FootnoteMark))


def paragraph_text(paragraphs: tuple[Paragraph, ...]) -> str:
    """The plain text of paragraphs, one a line."""
    return "\n".join(text_of(paragraph.inlines) for paragraph in paragraphs)


def all_sections(document: Document) -> Iterator[Section]:
    """Every section in reading order."""

    def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
        for section in sections:
            yield section
            yield from walk(section.sections)

    yield from walk(document.sections)


def tables(document: Document) -> Iterator[Table]:
    """Every table in reading order."""
    for section in all_sections(document):
        for block in section.blocks:
            if isinstance(block, Table):
                yield block


def sources_by_evidence(document: Document) -> dict[str, str]:
    """The key of the source in the annex for each key of evidence that rests on it; empty without an annex."""
    return {
        evidence: row.key
        for table in tables(document)
        if table.kind == "sources"
        for row in table.rows
        for cell in row.cells
        for evidence in (*cell.evidence, row.key)
        if row.key
    }
