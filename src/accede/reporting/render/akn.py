"""A paper as Akoma Ntoso 3.0 (OASIS), as the United Nations uses it (AKN4UN): a work of the country "un".

A paper that is spoken is a `statement`, every other a `doc`. How the tree is written:

- The masthead, title and subtitle are the `preface`; sections are `section`, numbered paragraphs `paragraph`, the items
  after one a `list` in it with its words as `intro`. Blocks without a number are `p` in a `hcontainer` of their own.
- The class of a `p` is the kind of its paragraph; a summary has its mark as an `inline` before it, as the other formats
  print it. The class of a `table` is its kind; its header rows have `th` alone.
- A footnote is an `authorialNote` at its first mark, a later mark of it a `noteRef`.
- What was computed is an `inline` of the name "figure". `accede:evidence` gives the keys it rests on, separated by
  "|", also of paragraphs and cells; `refersTo` the sources that the annex has for them, described in `references`.
- `proprietary` has the two clocks and the hash of the canonical tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from accede.paper.canonical import tree_hash
from accede.paper.sound import refuse_unsound
from accede.paper.tree import (
    Block,
    Cell,
    Document,
    Figure,
    FootnoteMark,
    Inline,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraph_text,
    sources_by_evidence,
    tables,
)
from accede.paper.wording import SUMMARY, word
from accede.reporting.render.line import one_line
from accede.reporting.render.moment import moment

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS: Final = "urn:x-accede:paper"
PREFIXES: Final = {None: NAMESPACE, "accede": OURS}
EVIDENCE: Final = f"{{{OURS}}}evidence"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
UNDATED: Final = "0001-01-01"
"""The day of a paper from outside that has none: the schema wants one, and its name then says that it is not recorded."""
SPOKEN: Final = frozenset({"statement"})
"""The kinds of paper that are statements."""

# ISO 639-2 keys of the languages of the United Nations, as the naming convention of Akoma Ntoso wants them.
LANGUAGES: Final = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
TAGS: Final = {"italic": "i", "bold": "b"}

Element = etree._Element


def render(document: Document) -> bytes:
    """UTF-8. Raises `Unreadable` for text that cannot be printed."""
    refuse_unsound(document)
    made_at = moment(document)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=PREFIXES)  # type: ignore[arg-type]  # the stubs have no default
    root.append(_Writer(document, made_at.date().isoformat() if made_at else UNDATED).work())
    for element in root.iter():
        if etree.QName(element).localname in BROKEN_AFTER:
            element.tail = "\n"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


# A line ends after these; white space inside them would be text.
BROKEN_AFTER: Final = frozenset(
    {"meta", "identification", "references", "proprietary", "TLCReference", "TLCOrganization"}
    | {"preface", "mainBody", "section", "paragraph", "list", "point", "hcontainer", "heading", "num", "intro"}
    | {"content", "p", "table", "caption", "tr"}
)


class _Writer:
    """Writes the parts of one paper; knows its annex, and which footnotes have been marked already."""

    def __init__(self, document: Document, made_on: str) -> None:
        self.document = document
        self.made_on = made_on
        self.sources = sources_by_evidence(document)
        self.marked: set[int] = set()
        self.tables = 0

    def work(self) -> Element:
        document = self.document
        name = "statement" if document.kind in SPOKEN else "doc"
        main = _made("mainBody")
        for place, section in enumerate(document.sections, 1):
            main.append(self.section(section, f"sec_{place}"))
        if not len(main):
            main.append(_made("p"))
        return _made(name, self.meta(name), self.preface(), main, name=document.kind or "paper")

    # What the paper is

    def meta(self, kind: str) -> Element:
        document = self.document
        day = document.as_of or self.made_on
        number = _slug(document.masthead.symbol) or tree_hash(document)[:16]
        work = f"/akn/un/{kind}/{_slug(document.kind) or 'paper'}/{day}/{number}"
        language = LANGUAGES.get(document.language, "und")
        expression = f"{work}/{language}@{self.made_on}"
        author = "#organ" if document.masthead.organ else "#accede"

        def properties(tag: str, uri: str, date: str, name: str, *further: Element) -> Element:
            name = name if date != UNDATED else "not-recorded"
            return _made(
                tag,
                _made("FRBRthis", value=f"{uri}/!main" if tag != "FRBRManifestation" else f"{uri}/!main.xml"),
                _made("FRBRuri", value=uri if tag != "FRBRManifestation" else f"{uri}.akn"),
                _made("FRBRdate", date=date, name=name),
                _made("FRBRauthor", href=author if tag != "FRBRManifestation" else "#accede"),
                *further,
            )

        identification = _made(
            "identification",
            properties(
                "FRBRWork",
                work,
                day,
                "information-as-of",
                _made("FRBRcountry", value="un"),
                _made("FRBRsubtype", value=document.kind or "paper"),
                _made("FRBRnumber", value=document.masthead.symbol or number),
            ),
            properties(
                "FRBRExpression", expression, self.made_on, "known-on", _made("FRBRlanguage", language=language)
            ),
            properties(
                "FRBRManifestation",
                expression,
                self.made_on,
                "written",
                _made("FRBRformat", value="application/akn+xml"),
            ),
            source="#accede",
        )
        return _made("meta", identification, self.references(), self.proprietary())

    def references(self) -> Element:
        """Who wrote it, and the sources in the annex, to which figures refer."""
        found = [_made("TLCOrganization", eId="accede", href="/akn/ontology/organization/accede", showAs="Accede")]
        if organ := self.document.masthead.organ:
            href = f"/akn/ontology/organization/un/{_slug(organ)}"
            found.append(_made("TLCOrganization", eId="organ", href=href, showAs=one_line(organ)))
        for table in tables(self.document):
            for row in table.rows if table.kind == "sources" else ():
                if row.key:
                    found.append(
                        _made(
                            "TLCReference",
                            eId=_source(row.key),
                            href=f"/akn/ontology/reference/{_slug(row.key)}",
                            showAs=one_line(paragraph_text(row.cells[0].paragraphs[:1])),
                            name="source",
                        )
                    )
        return _made("references", *found, source="#accede")

    def proprietary(self) -> Element:
        document = self.document
        facts = {"as-of": document.as_of, "known-on": document.known_on, "tree": tree_hash(document)}
        told = _made("proprietary", source="#accede")
        for name, value in facts.items():
            if value:
                etree.SubElement(told, f"{{{OURS}}}{name}").text = value
        return told

    def preface(self) -> Element:
        document, masthead = self.document, self.document.masthead
        parts = (
            ("docAuthority", "organ", masthead.organ),
            ("docNumber", "symbol", masthead.symbol),
            ("docDate", "dated", masthead.dated),
            ("inline", "original", masthead.original_language),
            ("session", "meeting", masthead.meeting),
            ("inline", "place", masthead.place_and_dates),
            ("inline", "agenda", masthead.agenda_item),
        )
        preface = _made("preface")
        for tag, name, text in parts:
            if not text:
                continue
            part = _made(tag, **({"name": name} if tag == "inline" else {}))
            if tag == "docDate":
                part.set("date", self.made_on)
            part.text = one_line(text)
            preface.append(_made("p", part, **{"class": name}))
        preface.append(_made("p", self.filled("docTitle", document.title), **{"class": "title"}))
        if document.subtitle:
            preface.append(self.filled("p", document.subtitle, **{"class": "subtitle"}))
        return preface

    # The text

    def section(self, section: Section, eid: str) -> Element:
        element = _made("section", eId=eid)
        if section.number:
            element.append(_text("num", f"{section.number}."))
        if section.heading:
            element.append(self.filled("heading", section.heading))
        for place, (leading, items) in enumerate(_grouped(section.blocks), 1):
            element.append(self.unit(leading, items, eid, place))
        for place, inner in enumerate(section.sections, 1):
            element.append(self.section(inner, f"{eid}__sec_{place}"))
        return element

    def unit(self, leading: Block | None, items: list[Paragraph], eid: str, place: int) -> Element:
        """A block, or a paragraph with the items of the list that it introduces."""
        number = leading.number if isinstance(leading, Paragraph) else ""
        kind, short = ("paragraph", "para") if number else ("hcontainer", "hcont")
        eid = f"{eid}__{short}_{_slug(number) if number else place}"
        element = _made(kind, eId=eid, **({} if number else {"name": _name(leading)}))
        if number:
            element.append(_text("num", _numbered(number)))
        if not items:
            assert leading is not None
            element.append(_made("content", self.block(leading, eid)))
            return element
        list_ = _made("list", eId=f"{eid}__list_1")
        if leading is not None:
            list_.append(_made("intro", self.block(leading, eid)))
        for at, item in enumerate(items, 1):
            letter = _slug(item.number) or str(at)
            point = _made("point", eId=f"{eid}__list_1__point_{letter}")
            if item.number:
                point.append(_text("num", _numbered(item.number)))
            point.append(_made("content", self.paragraph(item)))
            list_.append(point)
        element.append(list_)
        return element

    def block(self, block: Block, eid: str) -> Element:
        return self.table(block, eid) if isinstance(block, Table) else self.paragraph(block)

    def paragraph(self, paragraph: Paragraph, *, numbered: bool = False) -> Element:
        element = _made("p", **{"class": paragraph.kind})
        self.bind(element, paragraph.evidence)
        if paragraph.kind == "summary":
            mark = _made("inline", name="mark")
            mark.text = f"{word(SUMMARY, self.document.language)}:"
            mark.tail = " "
            element.append(mark)
        if numbered and paragraph.number:
            _append(element, f"{_numbered(paragraph.number)} ")
        self.fill(element, paragraph.inlines)
        return element

    def table(self, table: Table, eid: str) -> Element:
        self.tables += 1
        element = _made("table", eId=f"{eid}__table_{self.tables}", **{"class": table.kind})
        if table.caption:
            element.append(self.filled("caption", table.caption))
        for row in table.header:
            element.append(self.row(row, "th"))
        for row in table.rows:
            element.append(self.row(row, "td"))
        if not (table.header or table.rows):
            element.append(_made("tr", _made("td")))
        return element

    def row(self, row: Row, tag: str) -> Element:
        return _made("tr", *(self.cell(cell, tag) for cell in row.cells))

    def cell(self, cell: Cell, tag: str) -> Element:
        element = _made(tag, *(self.paragraph(each, numbered=True) for each in cell.paragraphs))
        if cell.span > 1:
            element.set("colspan", str(cell.span))
        self.bind(element, cell.evidence)
        return element

    def filled(self, tag: str, inlines: tuple[Inline, ...], **attributes: str) -> Element:
        element = _made(tag, **attributes)
        self.fill(element, inlines)
        return element

    def fill(self, element: Element, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            match inline:
                case FootnoteMark(number):
                    element.append(self.mark(number))
                case Figure(text, evidence):
                    figure = _made("inline", name="figure")
                    figure.text = one_line(text)
                    self.bind(figure, evidence)
                    element.append(figure)
                case Run(text, style, language):
                    self.run(element, one_line(text), style, language)

    def run(self, element: Element, text: str, style: str, language: str) -> None:
        other = language if language != self.document.language else ""
        if not (style or other):
            _append(element, text)
            return
        part = _made(TAGS.get(style, "span"))
        part.text = text
        if other:
            part.set(LANGUAGE, other)
        element.append(part)

    def mark(self, number: int) -> Element:
        """The footnote where it is first marked; a reference to it where it is marked again."""
        if number in self.marked:
            return _made("noteRef", href=f"#note_{number}", marker=str(number))
        self.marked.add(number)
        footnote = self.document.footnotes[number - 1]
        paragraphs = [self.paragraph(each) for each in footnote.paragraphs] or [_made("p")]
        return _made("authorialNote", *paragraphs, eId=f"note_{number}", marker=str(number), placement="bottom")

    def bind(self, element: Element, keys: tuple[str, ...]) -> None:
        """What an element rests on: the keys of evidence, and the sources of the annex."""
        if not keys:
            return
        element.set(EVIDENCE, "|".join(keys))  # the key of an occasion has spaces
        sources = dict.fromkeys(self.sources[key] for key in keys if key in self.sources)
        if sources:
            element.set("refersTo", " ".join(f"#{_source(key)}" for key in sources))


def _made(tag: str, *children: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        element.set(name, value)
    element.extend(children)
    return element


def _text(tag: str, text: str) -> Element:
    element = _made(tag)
    element.text = one_line(text)
    return element


def _append(element: Element, text: str) -> None:
    """Text after everything that the element has."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _grouped(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, list[Paragraph]]]:
    """Each block with the items that follow it; items at the beginning have none before them."""
    found: list[tuple[Block | None, list[Paragraph]]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.kind == "item":
            if not found or isinstance(found[-1][0], Table):
                found.append((None, []))
            found[-1][1].append(block)
        else:
            found.append((block, []))
    yield from found


def _name(block: Block | None) -> str:
    if isinstance(block, Table):
        return "table"
    return block.kind if block is not None else "list"


def _numbered(number: str) -> str:
    return number if number.endswith(")") else f"{number}."


def _source(key: str) -> str:
    return f"source-{'_'.join(key.split())}"


def _slug(text: str) -> str:
    """Letters and digits of a text for a part of an address; the rest are hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
