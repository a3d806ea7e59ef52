"""A paper as a Word document: real footnotes, styles, repeated table headers, the same bytes for the same tree.

Made with lxml alone; `word_package.py` has the file around the text. How the tree is written, for those who read it
back:

- The masthead is a first table of style `MastheadTable` whose paragraphs have the styles `MastheadOrgan`,
  `MastheadMeeting`, `MastheadPlace`, `MastheadAgenda`, `MastheadSymbol`, `MastheadDated`, `MastheadOriginal`.
- `Title`, `Subtitle`, `Heading1` to `Heading4`; numbers of headings and paragraphs are text, then a tab: "I.", "7.", "(a)".
- The style of a paragraph tells its kind: `Prose`, `Numbered`, `Item` (`Bullet` without a number), `Quotation`,
  `Reported`, `Summary` (its mark is automatic, no text), `Note`; in tables also `TableText`, `TableName`, `TableHead`,
  `TableMark`.
- A caption is a paragraph `Caption` before its table; the style of the table tells its kind (`VotesTable`,
  `MatrixTable`, `OverviewTable`, `SourcesTable`, `PlainTable`). An empty paragraph `AfterTable` follows each table,
  and stands before one without a caption.
- A drawing is an `AfterTable` paragraph before the caption of its table; its files are in word/media.
- The number of a footnote is its w:id in footnotes.xml; a second mark of the same is a NOTEREF field.
- docProps/custom.xml holds what is not printed: kind, as-of, known-on, tree (the hash).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from accede.paper.sound import refuse_unsound
from accede.paper.tree import (
    Cell,
    Document,
    Drawing,
    DrawnTable,
    Figure,
    Footnote,
    FootnoteMark,
    Inline,
    Masthead,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    text_of,
)
from accede.reporting.render.columns import column_widths, name_scale
from accede.reporting.render.direction import direction, paragraph_direction
from accede.reporting.render.letter import LetterParts, letter_parts
from accede.reporting.render.pages import VERY_LONG_ROW, introduces, is_short, stays_whole
from accede.reporting.render.raster import png_of
from accede.reporting.render.setting import Setting, setting
from accede.reporting.render.word_drawing import drawing_run
from accede.reporting.render.word_package import word_package
from accede.reporting.render.wordml import RELATIONS, WORD, Element, language_of_script, text_element, w

# Lengths in twentieths of a point: A4, and the width between its margins.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1247
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
# What the schema wants before the size of a run, as far as we write it.
BEFORE_SIZE = frozenset(f"{{{WORD}}}{name}" for name in ("rStyle", "rFonts", "b", "bCs", "i", "iCs"))
VERTICAL = {Setting.CLOSE: (964, 964), Setting.LETTER: (1247, 1191)}
"""The margins above and below, where they are not the usual ones."""
INDENT = 567
"""How far in prose stands, as its style has it."""
# What somebody said or did stands as far in as prose does; the styles have no indent, for the same in a table.
SAID_KINDS = ("quotation", "reported", "summary")
BEFORE_LETTER = {"Address": 400, "Signature": 1050}
"""The room above the address of a letter, and above who signs it."""
NO_ROOM: dict[str, int | str] = {"before": 0, "after": 0, "line": 20, "lineRule": "exact"}
"""Of the paragraph that a file must end with, so that it makes no page of its own."""
KIND_STYLES = {"quotation": "Quotation", "reported": "Reported", "summary": "Summary", "note": "Note"}


def render(document: Document) -> bytes:
    """The bytes of a .docx file. Raises `Unreadable` for text that cannot be printed."""
    refuse_unsound(document)
    writer = _Writer(document)
    return word_package(
        document,
        {
            "document": writer.document_part(),
            "footnotes": writer.footnotes(),
            "header1": writer.header("right"),
            "header2": writer.header("left"),
            "footer1": writer.footer("right"),
            "footer2": writer.footer("left"),
        },
        writer.media,
    )


class _Writer:
    """Writes the parts of one paper; knows which footnotes have been marked already, and the style of its prose here."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marked: set[int] = set()
        self.prose = "Prose"
        self.media: dict[str, bytes] = {}

    # The text

    def document_part(self) -> Element:
        document = self.document
        body = w("body", *_masthead(document.masthead, document.language))
        if letter := letter_parts(document):
            body.extend(self.letter(letter))
            if letter.annexed:
                body[-1][0].append(w("spacing", **NO_ROOM))
            body.append(self.page())
            return w("document", body)
        body.append(self.paragraph(document.title, "Title"))
        if document.subtitle:
            body.append(self.paragraph(document.subtitle, "Subtitle"))
        is_spoken = setting(document) is Setting.SPOKEN
        for index, section in enumerate(document.sections):
            self.prose = "Spoken" if is_spoken and not index else "Prose"
            elements = list(self.section(section, 1))
            if index == 1 and elements and is_spoken:
                elements[0][0].append(w("pageBreakBefore"))
            body.extend(elements)
        body.append(self.page())
        return w("document", body)

    def letter(self, letter: LetterParts) -> Iterator[Element]:
        """A letter in its order, with styles of its own; the annex begins a page."""
        yield from self.flush(letter.address, "Address")
        yield self.paragraph(self.document.title, "Title")
        yield from self.flush(letter.body, "Letter")
        yield from self.flush(letter.signature, "Signature")
        for index, section in enumerate(letter.annexed):
            elements = list(self.section(section, 1))
            if not index:
                elements[0][0].append(w("pageBreakBefore"))
            yield from elements

    def flush(self, sections: tuple[Section, ...], style: str) -> Iterator[Element]:
        """The paragraphs of a part of a letter; the last lines of its text stay with the signature."""
        paragraphs = [each for section in sections for each in section.blocks if isinstance(each, Paragraph)]
        for place, paragraph in enumerate(paragraphs, 1):
            is_last = place == len(paragraphs)
            is_kept = is_last if style == "Letter" else not is_last
            element = self.paragraph(paragraph.inlines, style, keep=is_kept)
            if place == 1 and style in BEFORE_LETTER:
                element[0].append(w("spacing", before=BEFORE_LETTER[style]))
            yield element

    def section(self, section: Section, level: int) -> Iterator[Element]:
        headed = bool(section.heading or section.number)
        if headed:
            number = f"{section.number}." if section.number else ""
            yield self.paragraph(section.heading, f"Heading{min(level, 4)}", number)
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            if isinstance(block, Table):
                yield from self.table(block)
            else:
                yield self.block(block, keep=introduces(block, following))
        for inner in section.sections:
            yield from self.section(inner, level + 1 if headed else level)

    def block(self, paragraph: Paragraph, *, keep: bool) -> Element:
        if paragraph.kind == "item":
            style = "Item" if paragraph.number else "Bullet"
        else:
            style = KIND_STYLES.get(paragraph.kind) or ("Numbered" if paragraph.number else self.prose)
        element = self.paragraph(paragraph.inlines, style, _number(paragraph), keep=keep)
        own = paragraph_direction(paragraph, self.document.language)
        if own != direction(self.document.language):
            element[0].append(w("bidi", val=int(own == "rtl")))
        if paragraph.kind in SAID_KINDS and setting(self.document) is not Setting.CLOSE:
            element[0].append(w("ind", left=INDENT, firstLine=0))
        return element

    def paragraph(self, inlines: tuple[Inline, ...], style: str, number: str = "", *, keep: bool = False) -> Element:
        """A paragraph of a style; its number is text before a tab. `keep` holds it on the page of the next."""
        properties = w("pPr", w("pStyle", val=style), *([w("keepNext")] if keep else []))
        element = w("p", properties)
        if number:
            element.append(w("r", text_element(number), w("tab")))
        for inline in inlines:
            element.extend(self.inline(inline))
        return element

    # Tables

    def table(self, table: Table) -> Iterator[Element]:
        if isinstance(table, DrawnTable):
            yield self.drawing(table.drawing)
        yield self.paragraph(table.caption, "Caption") if table.caption else self.paragraph((), "AfterTable", keep=True)
        widths = [round(width * TEXT_WIDTH) for width in column_widths(table)]
        properties = w(
            "tblPr",
            w("tblStyle", val=f"{table.kind.capitalize()}Table"),
            *_backwards(self.document.language),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            *([w("tblCaption", val=text_of(table.caption))] if table.caption else []),
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        yield w("tbl", properties, grid, *self.head(table, widths), *self.rows(table, widths))
        yield w("p", w("pPr", w("pStyle", val="AfterTable")))

    def drawing(self, drawing: Drawing) -> Element:
        """A paragraph without text, on the page of the table after it."""
        identity = len(self.media) // 2 + 1
        png, svg = f"picture{identity}.png", f"picture{identity}.svg"
        self.media |= {png: png_of(drawing), svg: drawing.svg.encode()}
        paragraph = self.paragraph((), "AfterTable", keep=True)
        paragraph[0].append(w("spacing", before=120, after=120, line=240, lineRule="auto"))
        paragraph.append(drawing_run(drawing, identity, TEXT_WIDTH, png=png, svg=svg))
        return paragraph

    def head(self, table: Table, widths: list[int]) -> Iterator[Element]:
        """The header rows, repeated on every page; an empty cell goes on from the one above it."""
        for index, row in enumerate(table.header):
            last = index == len(table.header) - 1
            below = {} if last else dict(_placed(table.header[index + 1]))
            element = w("tr", w("trPr", w("cantSplit"), w("tblHeader")))
            for place, cell in _placed(row):
                merged = "continue" if index and not cell.paragraphs else ""
                if not merged and place in below and not below[place].paragraphs:
                    merged = "restart"
                ends = last or merged == "restart"
                properties = w("tcPr", w("tcW", w=sum(widths[place : place + cell.span]), type="dxa"))
                if cell.span > 1:
                    properties.append(w("gridSpan", val=cell.span))
                if merged:
                    properties.append(w("vMerge", val=merged))
                if ends:
                    properties.append(w("tcBorders", w("bottom", val="single", sz=6, space=0, color="auto")))
                elif cell.span == 1:
                    properties.append(w("tcBorders", w("bottom", val="nil")))
                properties.append(w("vAlign", val="bottom"))
                element.append(
                    w("tc", properties, *self.header_paragraphs(cell, centred=table.kind == "matrix" and place > 0))
                )
            yield element

    def header_paragraphs(self, cell: Cell, *, centred: bool) -> list[Element]:
        paragraphs = [self.paragraph(item.inlines, "TableHead", _number(item)) for item in cell.paragraphs]
        for element in paragraphs if centred else []:
            element[0].append(w("jc", val="center"))
        return paragraphs or [self.paragraph((), "TableHead")]

    def rows(self, table: Table, widths: list[int]) -> Iterator[Element]:
        scale = name_scale(table)
        for index, row in enumerate(table.rows):
            whole = stays_whole(row, table.kind, VERY_LONG_ROW)
            keep = _keeps(table, index)
            element = w("tr", *([w("trPr", w("cantSplit"))] if whole else []))
            for place, cell in _placed(row):
                style = _cell_style(table.kind, place)
                properties = w("tcPr", w("tcW", w=sum(widths[place : place + cell.span]), type="dxa"))
                if cell.span > 1:
                    properties.append(w("gridSpan", val=cell.span))
                paragraphs = [
                    self.paragraph(item.inlines, KIND_STYLES.get(item.kind, style), _number(item), keep=keep)
                    for item in cell.paragraphs
                ]
                for item, paragraph in zip(cell.paragraphs, paragraphs, strict=True):
                    if not whole and is_short(item):
                        paragraph[0].append(w("keepLines"))
                    if item.kind == "note":
                        paragraph[0].append(w("spacing", after=40))
                paragraphs = paragraphs or [self.paragraph((), style, keep=keep)]
                if table.kind == "votes":
                    _close_up(paragraphs)
                if scale < 1:
                    _shrink(paragraphs, scale)
                element.append(w("tc", properties, *paragraphs))
            yield element

    # Inlines

    def inline(self, inline: Inline) -> Iterator[Element]:
        match inline:
            case FootnoteMark(number):
                yield from self.mark(number)
            case Figure(text):
                yield w("r", text_element(text))
            case Run(text, style, language):
                yield w("r", *self.run_properties(style, language), text_element(text))

    def run_properties(self, style: str, language: str) -> list[Element]:
        """Emphasis and language of a run, in the order that the schema wants."""
        properties = w("rPr")
        other = language if language != self.document.language else ""
        if other == "zh":
            properties.append(w("rFonts", hint="eastAsia"))
        if style:
            letter = "b" if style == "bold" else "i"
            properties.extend((w(letter), w(f"{letter}Cs")))
        if other:
            if direction(other) != direction(self.document.language):
                properties.append(w("rtl", val=int(direction(other) == "rtl")))
            properties.append(w("lang", **language_of_script(other)))
        return [properties] if len(properties) else []

    def mark(self, number: int) -> Iterator[Element]:
        """The first mark is the footnote's reference; a later one a field that shows the same number."""
        style = w("rPr", w("rStyle", val="FootnoteReference"))
        if number in self.marked:
            yield w("fldSimple", w("r", style, text_element(str(number))), instr=f" NOTEREF _Footnote{number} \\f \\h ")
            return
        self.marked.add(number)
        yield w("bookmarkStart", id=number, name=f"_Footnote{number}")
        yield w("r", style, w("footnoteReference", id=number))
        yield w("bookmarkEnd", id=number)

    # The other parts

    def footnotes(self) -> Element:
        root = w(
            "footnotes",
            w("footnote", w("p", w("r", w("separator"))), type="separator", id=-1),
            w("footnote", w("p", w("r", w("continuationSeparator"))), type="continuationSeparator", id=0),
        )
        root.extend(self.footnote(footnote) for footnote in self.document.footnotes)
        return root

    def footnote(self, footnote: Footnote) -> Element:
        paragraphs = [self.paragraph(item.inlines, "FootnoteText", _number(item)) for item in footnote.paragraphs]
        paragraphs = paragraphs or [self.paragraph((), "FootnoteText")]
        style = w("rPr", w("rStyle", val="FootnoteReference"))
        paragraphs[0].insert(1, w("r", style, w("footnoteRef")))
        paragraphs[0].insert(2, w("r", text_element(" ")))
        return w("footnote", *paragraphs, id=footnote.number)

    def header(self, side: str) -> Element:
        text = self.document.masthead.symbol
        properties = w("pPr", w("pStyle", val="Header"), w("jc", val=side))
        return w("hdr", w("p", properties, *([w("r", text_element(text))] if text else [])))

    def footer(self, side: str) -> Element:
        properties = w("pPr", w("pStyle", val="Footer"), w("jc", val=side))
        page = w("fldSimple", w("r", text_element("1")), instr=" PAGE ")
        if setting(self.document) is not Setting.LETTER:
            return w("ftr", w("p", properties, page))
        pages = w("fldSimple", w("r", text_element("1")), instr=" NUMPAGES ")
        properties[-1].set(f"{{{WORD}}}val", "center")
        return w("ftr", w("p", properties, page, w("r", text_element(" / ")), pages))

    def page(self) -> Element:
        """A4, the symbol above every page but the first, the number below each, both on the outer side."""
        references = [("header", "default", 5), ("header", "even", 6)] if self.document.masthead.symbol else []
        references += [("footer", "default", 7), ("footer", "even", 8), ("footer", "first", 7)]
        section = w("sectPr")
        for part, kind, relation in references:
            reference = w(f"{part}Reference", type=kind)
            reference.set(f"{{{RELATIONS}}}id", f"rId{relation}")
            section.append(reference)
        top, bottom = VERTICAL.get(setting(self.document), (1474, 1361))
        margins = {
            "top": top,
            "right": MARGIN,
            "bottom": bottom,
            "left": MARGIN,
            "header": min(794, top - 340),
            "footer": min(680, bottom - 340),
            "gutter": 0,
        }
        section.extend((w("pgSz", w=PAGE_WIDTH, h=PAGE_HEIGHT), w("pgMar", **margins), w("titlePg")))
        if direction(self.document.language) == "rtl":
            section.append(w("bidi"))
        return section


def _masthead(masthead: Masthead, language: str) -> Iterator[Element]:
    left = {
        "Organ": masthead.organ,
        "Meeting": masthead.meeting,
        "Place": masthead.place_and_dates,
        "Agenda": masthead.agenda_item,
    }
    right = {"Symbol": masthead.symbol, "Dated": masthead.dated, "Original": masthead.original_language}
    if not any((*left.values(), *right.values())):
        return
    widths = (round(TEXT_WIDTH * 0.66), TEXT_WIDTH - round(TEXT_WIDTH * 0.66))
    cells = []
    for width, lines in zip(widths, (left, right), strict=True):
        paragraphs = [
            w("p", w("pPr", w("pStyle", val=f"Masthead{name}")), w("r", text_element(text)))
            for name, text in lines.items()
            if text
        ]
        cells.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *(paragraphs or [w("p")])))
    yield w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="MastheadTable"),
            *_backwards(language),
            w("tblW", w=TEXT_WIDTH, type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        w("tr", *cells),
    )


def _backwards(language: str) -> list[Element]:
    """What makes the columns of a table go from right to left."""
    return [w("bidiVisual")] if direction(language) == "rtl" else []


def _placed(row: Row) -> list[tuple[int, Cell]]:
    """The cells of a row, each with the column it begins in."""
    placed, place = [], 0
    for cell in row.cells:
        placed.append((place, cell))
        place += cell.span
    return placed


def _keeps(table: Table, index: int) -> bool:
    """Whether a row stays on the page of the next: no table begins or ends with a row alone on its page."""
    last = len(table.rows) - 1
    return index < last and (index == 0 or index >= last - 2) and table.kind != "overview"


def _close_up(paragraphs: list[Element]) -> None:
    """No space between the names of a list."""
    for paragraph in paragraphs:
        paragraph[0].append(w("spacing", after=0, line=240, lineRule="auto"))


def _shrink(paragraphs: list[Element], scale: float) -> None:
    """Set the runs of paragraphs of a table smaller; its text has 9 points, which are 18 half-points."""
    for run in (run for paragraph in paragraphs for run in paragraph.iter(f"{{{WORD}}}r")):
        properties = run.find(f"{{{WORD}}}rPr")
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        size = w("sz", val=int(18 * scale))
        after = [child for child in properties if child.tag not in BEFORE_SIZE]
        properties.insert(properties.index(after[0]) if after else len(properties), size)


def _cell_style(kind: str, place: int) -> str:
    if kind == "matrix":
        return "TableMark" if place else "TableName"
    return "TableName" if kind == "overview" and not place else "TableText"


def _number(paragraph: Paragraph) -> str:
    if not paragraph.number or paragraph.number.endswith(")"):
        return paragraph.number
    return f"{paragraph.number}."
