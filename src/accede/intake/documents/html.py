"""Papers in HTML, as `reporting/render/html.py` writes them and browsers save them.

The classes of paragraphs and tables tell what they are; a page without them is read by its headings, paragraphs, lists
and tables. Links, scripts and styles are left out; nothing is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from accede.intake.documents.door import AS_PAPER, decoded
from accede.intake.documents.outline import Heading, paragraphs, sections
from accede.intake.documents.prefixes import (
    HEADING_NUMBER,
    ITEM_NUMBER,
    PARAGRAPH_NUMBER,
    SUMMARY_MARK,
    without,
)
from accede.intake.documents.tables import RawTable, table
from accede.intake.documents.whole import evened
from accede.paper.tree import Block, Cell, Document, Footnote, FootnoteMark, Inline, Masthead, Paragraph, Run
from accede.vocabulary.errors import Unreadable

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LEFT_OUT = ("script", "style", "template", "noscript", "head", "nav", "svg", "button", "form")
BLOCKS = (
    *HEADINGS,
    "p",
    "ul",
    "ol",
    "table",
    "blockquote",
    "section",
    "div",
    "main",
    "article",
    "header",
    "footer",
    "li",
)
STYLES: dict[str, Literal["italic", "bold"]] = {
    "em": "italic",
    "i": "italic",
    "cite": "italic",
    "strong": "bold",
    "b": "bold",
}
NOTE_LINK = re.compile(r"#(?:note|fn|footnote|_ftn)[-_:]?(\d{1,4})$")
Kind = Literal["prose", "item", "quotation", "reported", "summary", "note"]
KINDS: dict[str, Kind] = {
    "quotation": "quotation",
    "reported": "reported",
    "summary": "summary",
    "note": "note",
}
MASTHEAD = {
    "organ": "organ",
    "symbol": "symbol",
    "dated": "dated",
    "original": "original_language",
    "meeting": "meeting",
    "place": "place_and_dates",
    "agenda": "agenda_item",
}
WIDEST_SPAN = 100


def read(data: bytes, *, name: str) -> Document:
    """The tree of a paper in HTML. Raises Unreadable."""
    text = decoded(data, name=name)
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("it is not an HTML page", where=name, remedy=AS_PAPER) from error
    reader = _Reader(page.get("lang") or "en")
    pieces = list(reader.blocks(page))
    return Document(
        kind=_meta(page, "accede:kind"),
        language=reader.language,
        masthead=_masthead(page),
        title=reader.title,
        subtitle=reader.subtitle,
        sections=sections(pieces),
        footnotes=tuple(reader.footnotes),
        as_of=_meta(page, "accede:as-of"),
        known_on=_meta(page, "accede:known-on"),
    )


def _meta(page: HtmlElement, name: str) -> str:
    found = page.find(f".//meta[@name='{name}']")
    return (found.get("content") or "") if found is not None else ""


def _masthead(page: HtmlElement) -> Masthead:
    header = page.find(".//header[@class='masthead']")
    if header is None:
        return Masthead()
    lines = {line.get("class", ""): " ".join(line.itertext()) for line in header.iter("p")}
    return replace(
        Masthead(), **{MASTHEAD[name]: " ".join(text.split()) for name, text in lines.items() if name in MASTHEAD}
    )


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


class _Reader:
    """Reads the blocks of one page; title, subtitle and footnotes are kept aside."""

    def __init__(self, language: str) -> None:
        self.language = language.partition("-")[0].lower()
        self.title: tuple[Inline, ...] = ()
        self.subtitle: tuple[Inline, ...] = ()
        self.footnotes: list[Footnote] = []

    def blocks(self, element: HtmlElement) -> Iterator[Heading | Block]:
        """The headings and blocks inside an element, in order; text between them is a paragraph."""
        loose: list[Inline] = [Run(element.text or "")]
        for child in element:
            if isinstance(child.tag, str) and (child.tag in BLOCKS or _has_blocks(child)):
                yield from _loose(loose)
                loose = []
                yield from self.block(child)
            else:
                loose += self.child(child, "", "")
            loose.append(Run(child.tail or ""))
        yield from _loose(loose)

    def block(self, element: HtmlElement) -> Iterator[Heading | Block]:
        """What a block element holds."""
        if element.tag in LEFT_OUT or "masthead" in _classes(element):
            return
        if "notes" in _classes(element) or element.get("role") == "doc-endnotes":
            self.footnotes += [self.footnote(number, note) for number, note in enumerate(element.iter("li"), 1)]
        elif element.tag in HEADINGS:
            yield from self.heading(element)
        elif element.tag == "table":
            yield self.table(element)
        elif element.tag == "li":
            yield from self.items(element)
        elif element.tag == "p":
            yield from self.paragraphs(element)
        else:
            yield from self.blocks(element)

    def heading(self, element: HtmlElement) -> Iterator[Heading]:
        inlines = self.line(element)
        if element.tag == "h1" and not self.title:
            self.title = inlines
            return
        number, inlines = without(inlines, HEADING_NUMBER)
        yield Heading(max(1, int(element.tag[1:]) - 1), number, inlines)

    def paragraphs(self, element: HtmlElement) -> Iterator[Paragraph]:
        if "subtitle" in _classes(element) and not self.subtitle:
            self.subtitle = self.line(element)
        elif (paragraph := self.paragraph(element)).inlines:
            yield paragraph

    def paragraph(self, element: HtmlElement) -> Paragraph:
        kind: Kind = next((KINDS[name] for name in _classes(element) if name in KINDS), "prose")
        inlines = self.line(element)
        mark, inlines = without(inlines, SUMMARY_MARK)
        if mark or kind == "summary":
            return Paragraph(inlines, kind="summary")
        number, inlines = without(inlines, PARAGRAPH_NUMBER)
        return Paragraph(inlines, number, kind)

    def items(self, element: HtmlElement) -> Iterator[Paragraph]:
        for paragraph in self.inside(element):
            number, inlines = without(paragraph.inlines, ITEM_NUMBER)
            yield Paragraph(inlines, number, "item")

    def footnote(self, number: int, element: HtmlElement) -> Footnote:
        value = element.get("value") or ""
        return Footnote(int(value) if value.isdecimal() else number, self.inside(element))

    def table(self, element: HtmlElement) -> Block:
        caption = element.find("caption")
        rows = [row for row in _inside(element, ("thead", "tbody", "tfoot")) if row.tag == "tr"]
        heads = sum(1 for row in rows if row.getparent() is not None and row.getparent().tag == "thead")
        raw = RawTable(
            self.line(caption) if caption is not None else (),
            tuple(tuple(self.cell(cell) for cell in row if cell.tag in ("td", "th")) for row in rows),
            heads or None,
            tuple(row.get("data-key") or "" for row in rows),
        )
        return table(raw)

    def cell(self, element: HtmlElement) -> Cell:
        span = element.get("colspan") or "1"
        return Cell(
            self.inside(element), span=min(max(1, int(span)), WIDEST_SPAN) if span.isdecimal() and len(span) < 5 else 1
        )

    def inside(self, element: HtmlElement) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell, item or footnote, which stand in elements of their own or not."""
        return tuple(paragraphs(self.blocks(element)))

    def line(self, element: HtmlElement) -> tuple[Inline, ...]:
        return evened(tuple(self.inlines(element, "", "")))

    def inlines(self, element: HtmlElement, style: Literal["", "italic", "bold"], language: str) -> Iterator[Inline]:
        yield Run(element.text or "", style, language)
        for child in element:
            yield from self.child(child, style, language)
            yield Run(child.tail or "", style, language)

    def child(self, element: HtmlElement, style: Literal["", "italic", "bold"], language: str) -> Iterator[Inline]:
        """What an element inside a line holds."""
        if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
            return
        number = _note_number(element)
        if number is not None:
            yield FootnoteMark(number)
        elif element.tag == "br":
            yield Run(" ", style, language)
        else:
            told = (element.get("lang") or "").partition("-")[0].lower()
            inner = "" if told == self.language else told or language
            yield from self.inlines(element, STYLES.get(element.tag, style), inner)


def _loose(inlines: list[Inline]) -> Iterator[Paragraph]:
    """A paragraph of text that stands in no element of its own; none where there is no text."""
    mark, rest = without(evened(tuple(inlines)), SUMMARY_MARK)
    number, rest = without(rest, PARAGRAPH_NUMBER)
    if rest:
        yield Paragraph(rest, number, "summary" if mark else "prose")


def _inside(element: HtmlElement, looked_through: tuple[str, ...]) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag in looked_through:
            yield from _inside(child, looked_through)
        else:
            yield child


def _has_blocks(element: HtmlElement) -> bool:
    return next(element.iter(*BLOCKS), None) is not None


def _note_number(element: HtmlElement) -> int | None:
    """The number of the footnote that an element is the mark of; None if it is none."""
    if element.tag not in ("sup", "a"):
        return None
    for link in element.iter("a"):
        if match := NOTE_LINK.search(link.get("href") or ""):
            return int(match[1])
    text = "".join(element.itertext()).strip(" []")
    return int(text) if element.tag == "sup" and text.isdecimal() and len(text) <= 3 else None
