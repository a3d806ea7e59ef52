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
from accede.intake.documents.outline import Heading, sections
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
        """The headings and blocks inside an element, in order."""
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in LEFT_OUT or "masthead" in _classes(child):
                continue
            if "notes" in _classes(child) or child.get("role") == "doc-endnotes":
                self.footnotes += [self.footnote(number, note) for number, note in enumerate(child.iter("li"), 1)]
            elif tag in HEADINGS:
                yield from self.heading(child)
            elif tag == "table":
                yield self.table(child)
            elif tag in ("ul", "ol"):
                yield from (self.item(item) for item in child if item.tag == "li")
            elif tag == "p" or (tag in ("div", "td") and not _has_blocks(child)):
                yield from self.paragraphs(child)
            else:
                yield from self.blocks(child)

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

    def item(self, element: HtmlElement) -> Paragraph:
        number, inlines = without(self.line(element), ITEM_NUMBER)
        return Paragraph(inlines, number, "item")

    def footnote(self, number: int, element: HtmlElement) -> Footnote:
        value = element.get("value") or ""
        return Footnote(int(value) if value.isdecimal() else number, self.inside(element))

    def table(self, element: HtmlElement) -> Block:
        caption = element.find("caption")
        rows = list(element.iter("tr"))
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
        """The paragraphs of a cell or footnote, which stand in elements of their own or not."""
        if not _has_blocks(element):
            paragraph = self.paragraph(element)
            return (paragraph,) if paragraph.inlines else ()
        return tuple(block for block in self.blocks(element) if isinstance(block, Paragraph))

    def line(self, element: HtmlElement) -> tuple[Inline, ...]:
        return evened(tuple(self.inlines(element, "", "")))

    def inlines(self, element: HtmlElement, style: Literal["", "italic", "bold"], language: str) -> Iterator[Inline]:
        yield Run(element.text or "", style, language)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in LEFT_OUT:
                number = _note_number(child)
                if number is not None:
                    yield FootnoteMark(number)
                elif child.tag == "br":
                    yield Run(" ", style, language)
                else:
                    told = (child.get("lang") or "").partition("-")[0].lower()
                    inner = "" if told == self.language else told or language
                    yield from self.inlines(child, STYLES.get(child.tag, style), inner)
            yield Run(child.tail or "", style, language)


def _has_blocks(element: HtmlElement) -> bool:
    return any(child.tag in BLOCKS for child in element)


def _note_number(element: HtmlElement) -> int | None:
    """The number of the footnote that an element is the mark of; None if it is none."""
    if element.tag not in ("sup", "a"):
        return None
    for link in element.iter("a"):
        if match := NOTE_LINK.search(link.get("href") or ""):
            return int(match[1])
    text = "".join(element.itertext()).strip(" []")
    return int(text) if element.tag == "sup" and text.isdecimal() and len(text) <= 3 else None
