"""Papers in Word, as `reporting/render/docx.py` writes them, and as Word and LibreOffice save them afterwards.

Styles are known by name or by id, since programs rename the ids; footnotes are numbered in the order of their marks, as
they are printed, since programs renumber them. What was deleted under tracked changes is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from accede.intake.documents.outline import Heading, paragraphs, sections
from accede.intake.documents.package import AS_DOCX, Element, Package
from accede.intake.documents.prefixes import HEADING_NUMBER, SUMMARY_MARK, without
from accede.intake.documents.tables import RawTable, table
from accede.intake.documents.whole import evened
from accede.paper.tree import Block, Cell, Document, Footnote, FootnoteMark, Inline, Masthead, Paragraph, Run, text_of
from accede.vocabulary.errors import Unreadable

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
Kind = Literal["prose", "item", "quotation", "reported", "summary", "note"]
KINDS: dict[str, Kind] = {
    "quotation": "quotation",
    "reported": "reported",
    "reportedspeech": "reported",
    "summary": "summary",
    "note": "note",
    "item": "item",
    "bullet": "item",
    "listbullet": "item",
    "itemwithabullet": "item",
    "listparagraph": "item",
}
MASTHEAD = {
    "mastheadorgan": "organ",
    "mastheadmeeting": "meeting",
    "mastheadplace": "place_and_dates",
    "mastheadagenda": "agenda_item",
    "mastheadsymbol": "symbol",
    "mastheaddated": "dated",
    "mastheadoriginal": "original_language",
}
HEADING = re.compile(r"heading(\d)")
NUMBER = re.compile(r"(?:(\(\w{1,4}\))|(\w{1,6})\.)\t\s*")
LEFT_OUT = (
    "del",
    "moveFrom",
    "drawing",
    "pict",
    "object",
    "Fallback",
    "footnoteRef",
    "rPr",
    "pPr",
    "instrText",
    "delText",
)
TICKS = {"F0FC": "✓", "F0D6": "√", "221A": "√"}
"""Characters of symbol fonts that papers use as marks."""
OFF = ("0", "false", "off", "none")
ARABIC, CHINESE = re.compile("[\u0590-\u08ff]"), re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
WIDEST_SPAN = 100


def read(data: bytes, *, name: str) -> Document:
    """The tree of a Word file. Raises Unreadable."""
    package = Package(data, name=name)
    root = package.part("word/document.xml")
    body = _child(root, "body") if root is not None else None
    if body is None:
        raise Unreadable("it is not a Word file: it has no text of a document", where=name, remedy=AS_DOCX)
    told = _custom(package)
    reader = _Reader(_style_names(package), _language(package))
    pieces = list(reader.blocks(body))
    return Document(
        kind=told.get("accede kind", ""),
        language=reader.language,
        masthead=replace(Masthead(), **reader.masthead),
        title=reader.title,
        subtitle=reader.subtitle,
        sections=sections(pieces),
        footnotes=reader.footnotes(package.part("word/footnotes.xml")),
        as_of=told.get("accede as-of", ""),
        known_on=told.get("accede known-on", ""),
    )


def _local(element: Element) -> str:
    """The name of an element of WordprocessingML; empty for others, but for the choice between two forms of a thing."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    for space in (WORD, STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return tag.rpartition("}")[2] if tag.endswith(("}AlternateContent", "}Choice", "}Fallback")) else ""


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _local(child) == name), None)


def _value(element: Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty where there is no such element or attribute."""
    if element is None:
        return ""
    return element.get(f"{WORD}{name}") or element.get(f"{STRICT}{name}") or ""


def _is_on(element: Element | None) -> bool:
    return element is not None and _value(element) not in OFF


def _custom(package: Package) -> dict[str, str]:
    root = package.part("docProps/custom.xml")
    if root is None:
        return {}
    return {one.get("name") or "": "".join(map(str, one.itertext())).strip() for one in root}


def _language(package: Package) -> str:
    root = package.part("docProps/core.xml")
    told = next((one.text for one in root if str(one.tag).endswith("}language")), "") if root is not None else ""
    return (told or "en").partition("-")[0].lower()


def _style_names(package: Package) -> dict[str, str]:
    """The plain name of each style by its id: small letters, no spaces."""
    root = package.part("word/styles.xml")
    names: dict[str, str] = {}
    for style in root if root is not None else ():
        if _local(style) == "style":
            names[_value(style, "styleId")] = _plain(_value(_child(style, "name")))
    return names


def _plain(name: str) -> str:
    return "".join(name.split()).lower()


@dataclass(slots=True)
class _Field:
    """A field being read: what it shows is a footnote's number where it refers to one."""

    instruction: str = ""
    shown: str = ""
    is_shown: bool = False

    @property
    def is_mark(self) -> bool:
        return self.instruction.strip().upper().startswith("NOTEREF")


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of one file. Title, subtitle and masthead are kept aside; `order` numbers footnotes by their ids."""

    styles: dict[str, str]
    language: str
    title: tuple[Inline, ...] = ()
    subtitle: tuple[Inline, ...] = ()
    masthead: dict[str, str] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)

    def blocks(self, element: Element) -> Iterator[Heading | Block]:
        """The headings and blocks inside an element, in order. A caption is held until its table comes."""
        caption: tuple[Inline, ...] = ()
        for child in _flat(element):
            if _local(child) == "tbl":
                if self.is_masthead(child):
                    continue
                yield self.table(child, caption)
                caption = ()
                continue
            if caption:
                yield Paragraph(caption)
                caption = ()
            style = self.style(child)
            inlines = self.line(child)
            if not inlines:
                continue
            if style == "caption":
                caption = _unbolded(inlines)
            elif style == "title":
                self.title = _unbolded(inlines)
            elif style == "subtitle":
                self.subtitle = _unbolded(inlines)
            elif match := HEADING.fullmatch(style):
                number, rest = _numbered(self.raw(child))
                if not number:
                    number, rest = without(rest, HEADING_NUMBER)
                yield Heading(int(match[1]), number, _unbolded(rest))
            else:
                yield self.paragraph(child)
        if caption:
            yield Paragraph(caption)

    def paragraph(self, element: Element) -> Paragraph:
        style = self.style(element)
        number, inlines = _numbered(self.raw(element))
        kind: Kind = KINDS.get(style, "prose")
        mark, rest = without(inlines, SUMMARY_MARK)
        if mark:
            kind, inlines = "summary", rest
        return Paragraph(inlines, number, kind)

    def style(self, element: Element) -> str:
        """The plain name of a paragraph's style."""
        properties = _child(element, "pPr")
        key = _value(_child(properties, "pStyle")) if properties is not None else ""
        plain = _plain(key)
        known = plain in KINDS or plain in MASTHEAD or HEADING.fullmatch(plain)
        return plain if known else self.styles.get(key, plain)

    def is_masthead(self, element: Element) -> bool:
        """Whether a table is the masthead, which is then kept."""
        if self.title or self.masthead:
            return False
        for paragraph in element.iter(f"{WORD}p", f"{STRICT}p"):
            if name := MASTHEAD.get(self.style(paragraph)):
                self.masthead[name] = text_of(self.line(paragraph))
        return bool(self.masthead)

    def table(self, element: Element, caption: tuple[Inline, ...]) -> Block:
        rows = [row for row in _flat(element) if _local(row) == "tr"]
        heads = 0
        for row in rows:
            properties = _child(row, "trPr")
            if properties is None or not _is_on(_child(properties, "tblHeader")):
                break
            heads += 1
        cells = tuple(tuple(self.cell(cell) for cell in _flat(row) if _local(cell) == "tc") for row in rows)
        header = tuple(tuple(_plain_head(cell) for cell in row) for row in cells[:heads])
        return table(RawTable(caption, header + cells[heads:], heads or None))

    def cell(self, element: Element) -> Cell:
        properties = _child(element, "tcPr")
        span = _value(_child(properties, "gridSpan")) if properties is not None else ""
        wide = int(span) if span.isdecimal() and len(span) < 4 else 1
        return Cell(tuple(self.inside(element)), span=min(max(1, wide), WIDEST_SPAN))

    def inside(self, element: Element) -> Iterator[Paragraph]:
        """The paragraphs of a cell or footnote, and of a table in it those of its cells."""
        for child in _flat(element):
            if _local(child) == "tbl":
                yield from paragraphs([self.table(child, ())])
            elif (paragraph := self.paragraph(child)).inlines:
                yield paragraph

    def footnotes(self, root: Element | None) -> tuple[Footnote, ...]:
        """The footnotes in the order of their marks."""
        notes = {
            _value(note, "id"): note
            for note in (root if root is not None else ())
            if _local(note) == "footnote" and not _value(note, "type")
        }
        found = []
        for key, number in self.order.items():
            if key in notes:
                found.append(Footnote(number, tuple(self.inside(notes[key]))))
        return tuple(found)

    def line(self, element: Element) -> tuple[Inline, ...]:
        return evened(self.raw(element))

    def raw(self, element: Element) -> tuple[Inline, ...]:
        """The runs and marks of a paragraph with its tabs."""
        return tuple(self.inlines(element, []))

    def inlines(self, element: Element, fields: list[_Field]) -> Iterator[Inline]:
        for child in element:
            name = _local(child)
            if name == "r":
                yield from self.run(child, fields)
            elif name == "fldSimple":
                yield from self.field(_Field(_value(child, "instr")), child)
            elif name and name not in LEFT_OUT:
                yield from self.inlines(child, fields)

    def field(self, one: _Field, element: Element) -> Iterator[Inline]:
        """A field whose result stands in the element."""
        inside = tuple(self.inlines(element, []))
        yield from _mark(text_of(inside)) if one.is_mark else inside

    def run(self, element: Element, fields: list[_Field]) -> Iterator[Inline]:
        style, language = self.run_style(element)
        properties = _child(element, "rPr")
        is_hidden = properties is not None and _is_on(_child(properties, "vanish"))
        for child in element:
            name = _local(child)
            if name == "fldChar":
                yield from _field_character(_value(child, "fldCharType"), fields)
            elif name == "instrText" and fields:
                fields[-1].instruction += child.text or ""
            elif name == "footnoteReference":
                yield FootnoteMark(self.order.setdefault(_value(child, "id"), len(self.order) + 1))
            elif not is_hidden and (text := _text(child, name)):
                if fields and fields[-1].is_mark:
                    fields[-1].shown += text
                elif not fields or fields[-1].is_shown:
                    told = language_of(text, language)
                    yield Run(text, style, "" if told == self.language else told)

    def run_style(self, element: Element) -> tuple[Literal["", "italic", "bold"], Element | None]:
        """The emphasis of a run, and the element of its languages."""
        properties = _child(element, "rPr")
        if properties is None:
            return "", None
        named = self.styles.get(_value(_child(properties, "rStyle")), "")
        language = _child(properties, "lang")
        if _is_on(_child(properties, "i")) or named == "emphasis":
            return "italic", language
        return ("bold" if _is_on(_child(properties, "b")) or named == "strong" else ""), language


def language_of(text: str, element: Element | None) -> str:
    """The language of a text: programs give each run one for each kind of script, and the script tells which counts."""
    name = "bidi" if ARABIC.search(text) else "eastAsia" if CHINESE.search(text) else "val"
    return _value(element, name).partition("-")[0].lower()


def _flat(element: Element) -> Iterator[Element]:
    """Paragraphs, tables, rows and cells inside an element; what only wraps them is looked through."""
    for child in element:
        name = _local(child)
        if name in ("p", "tbl", "tr", "tc"):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"):
            yield from _flat(child)


def _text(element: Element, name: str) -> str:
    match name:
        case "t":
            return element.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return " "
        case "noBreakHyphen":
            return "-"
        case "sym":
            return TICKS.get(_value(element, "char").upper(), "")
        case _:
            return ""


def _field_character(kind: str, fields: list[_Field]) -> Iterator[Inline]:
    """A field begins, shows its result, or ends."""
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].is_shown = True
    elif kind == "end" and fields and (ended := fields.pop()).is_mark:
        yield from _mark(ended.shown)


def _mark(shown: str) -> tuple[Inline, ...]:
    number = shown.strip()
    return (FootnoteMark(int(number)),) if number.isdecimal() and len(number) < 5 else ()


def _numbered(inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """The number before the first tab, and the inlines after it."""
    first = next((inline.text for inline in inlines if isinstance(inline, Run)), "")
    if "\t" in "".join(inline.text for inline in inlines[:4] if isinstance(inline, Run)) and first.strip():
        text = "".join(inline.text for inline in inlines if isinstance(inline, Run))
        if match := NUMBER.match(text):
            _, rest = without(inlines, NUMBER)
            return match[1] or match[2], evened(rest)
    return "", evened(inlines)


def _unbolded(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Plain where all is bold: programs write the boldness of a style into the runs."""
    runs = [inline for inline in inlines if isinstance(inline, Run) and inline.text.strip()]
    if not runs or any(run.style != "bold" for run in runs):
        return inlines
    return tuple(Run(one.text, "", one.language) if isinstance(one, Run) else one for one in inlines)


def _plain_head(cell: Cell) -> Cell:
    return replace(cell, paragraphs=tuple(replace(one, inlines=_unbolded(one.inlines)) for one in cell.paragraphs))
