"""A paper as one HTML file that needs nothing else: no script, no request, readable on paper, small and dark screens.

What was computed carries `data-evidence`, the keys it rests on separated by spaces, and links to its source in the
annex (`#source-…`) where the paper has one. White space inside a key, and %, stand there as in an address
("SC%20June%202008"): what is split at spaces and unquoted gives the keys. The words that are not in the tree (the mark
of a summary, the links back) stand in attributes and are printed by the style: the text of the elements is the text of
the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from accede.paper.canonical import tree_hash
from accede.paper.sound import refuse_unsound
from accede.paper.tree import (
    Block,
    Cell,
    Document,
    DrawnTable,
    Figure,
    FootnoteMark,
    Inline,
    Masthead,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraph_text,
    sources_by_evidence,
    text_of,
)
from accede.paper.wording import BACK, NOTES, SOURCE, SUMMARY, word
from accede.reporting.render.columns import column_widths
from accede.reporting.render.direction import direction, paragraph_direction
from accede.reporting.render.letter import letter_parts

STYLE = (Path(__file__).parent / "templates/paper.css").read_text(encoding="utf-8")
SPLITTING = re.compile(r"[\s%]")
MOST = 4
"""So many columns of words fit on a small screen; a table with more of them is moved sideways in its frame."""
TAGS = {"italic": "em", "bold": "strong"}


def render(document: Document) -> bytes:
    """UTF-8. Raises `Unreadable` for text that cannot be printed."""
    refuse_unsound(document)
    facts = {
        "accede:kind": document.kind,
        "accede:as-of": document.as_of,
        "accede:known-on": document.known_on,
        "accede:tree": tree_hash(document),
    }
    metas = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in facts.items() if value)
    page = _Page(document)
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}" dir="{direction(document.language)}">\n'
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(text_of(document.title))}</title>\n{metas}"
        f"<style>\n{STYLE}{_running_head(document.masthead.symbol)}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(page.parts())}</main>\n</body>\n</html>\n"
    ).encode()


def _running_head(symbol: str) -> str:
    """The rule that prints the symbol at the head of each page after the first."""
    if not symbol:
        return ""
    text = "".join(c if c.isalnum() or c in " /.-" else f"\\{ord(c):x} " for c in symbol)
    return (
        f'@page {{ @top-right {{ content: "{text}"; font: 9pt sans-serif; }} }}\n'
        "@page :first { @top-right { content: none; } }\n"
    )


class _Page:
    """Writes the parts of one paper; knows its annex, and which footnotes have been marked already."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sources = sources_by_evidence(document)
        self.marks: dict[int, int] = {}

    def word(self, words: dict[str, str]) -> str:
        return escape(word(words, self.document.language))

    def parts(self) -> Iterator[str]:
        document = self.document
        yield _masthead(document.masthead)
        letter = letter_parts(document)
        for section in letter.address if letter else ():
            yield f'<div class="address">{"".join(self.section(section, 2))}</div>\n'
        yield f"<h1>{self.line(document.title)}</h1>\n"
        if document.subtitle:
            yield f'<p class="subtitle">{self.line(document.subtitle)}</p>\n'
        for section in letter.body if letter else ():
            yield f'<div class="letter">{"".join(self.section(section, 2))}</div>\n'
        for section in letter.signature if letter else ():
            yield f'<div class="signature">{"".join(self.section(section, 2))}</div>\n'
        for section in letter.annexed if letter else document.sections:
            yield from self.section(section, 2)
        if document.footnotes:
            yield f'<section class="notes" role="doc-endnotes" aria-label="{self.word(NOTES)}">\n<ol>\n'
            for footnote in document.footnotes:
                back = f'<a class="back" href="#mark-{footnote.number}" role="doc-backlink"'
                back += f' aria-label="{self.word(BACK)}" data-word="{self.word(BACK)}"></a>'
                paragraphs = [self.paragraph(paragraph) for paragraph in footnote.paragraphs]
                text = "\n".join(paragraphs).removesuffix("</p>") + f"{back}</p>" if paragraphs else back
                yield f'<li id="note-{footnote.number}" value="{footnote.number}">{text}</li>\n'
            yield "</ol>\n</section>\n"

    def section(self, section: Section, level: int) -> Iterator[str]:
        yield "<section>\n"
        heading = self.line(section.heading)
        if section.number:
            heading = f'<span class="number">{escape(section.number)}.</span> {heading}'
        if heading:
            yield f"<h{min(level, 6)}>{heading}</h{min(level, 6)}>\n"
        for is_list, blocks in groupby(section.blocks, _is_item):
            if is_list:
                yield f'<ul class="items">\n{"".join(map(self.item, blocks))}</ul>\n'
            else:
                yield from map(self.block, blocks)
        for inner in section.sections:
            yield from self.section(inner, level + 1 if heading else level)
        yield "</section>\n"

    def block(self, block: Block) -> str:
        return self.table(block) if isinstance(block, Table) else self.paragraph(block) + "\n"

    def item(self, block: Block) -> str:
        assert isinstance(block, Paragraph)
        literal = ' class="literal"' if block.number else ""
        return f"<li{literal}{self.evidence(block.evidence)}>{_number(block)}{self.line(block.inlines)}</li>\n"

    def paragraph(self, paragraph: Paragraph) -> str:
        kind = "numbered" if paragraph.number and paragraph.kind == "prose" else paragraph.kind
        mark = f' data-mark="{self.word(SUMMARY)}"' if kind == "summary" else ""
        text = _number(paragraph) + self.cited(paragraph)
        own = paragraph_direction(paragraph, self.document.language)
        turned = f' dir="{own}"' if own != direction(self.document.language) else ""
        written = f'<p class="{kind}"{turned}{mark}{self.evidence(paragraph.evidence)}>{text}</p>'
        return f"<blockquote>{written}</blockquote>" if kind == "quotation" else written

    def cited(self, paragraph: Paragraph) -> str:
        """The text, its citation linked to the source; where there is none, a link after the text."""
        inlines = paragraph.inlines
        href = self.href(paragraph.evidence)
        citations = [
            index for index, inline in enumerate(inlines) if isinstance(inline, Run) and inline.style == "italic"
        ]
        if not href or any(isinstance(inline, Figure) and inline.evidence for inline in inlines):
            return self.line(inlines)
        if not citations:
            label = f'aria-label="{self.word(SOURCE)}" data-word="{self.word(SOURCE)}"'
            return f'{self.line(inlines)}<a class="source" href="{href}" {label}></a>'
        last = citations[-1]
        cite = f'<cite><a href="{href}">{self.inline(Run(_text(inlines[last])))}</a></cite>'
        return self.line(inlines[:last]) + cite + self.line(inlines[last + 1 :])

    def table(self, table: Table) -> str:
        caption = f"<caption>{self.line(table.caption)}</caption>\n" if table.caption else ""
        columns = "".join(f'<col style="width:{100 * width:.2f}%">' for width in column_widths(table))
        head = "".join(f"<tr>{self.head(row)}</tr>\n" for row in table.header)
        label = escape(paragraph_text(table.header[0].cells[-1].paragraphs)) if table.header else ""
        body = "".join(self.row(row, table.kind, label) for row in table.rows)
        written = (
            f'<table class="{table.kind}">\n{caption}<colgroup>{columns}</colgroup>\n'
            + (f"<thead>\n{head}</thead>\n" if head else "")
            + f"<tbody>\n{body}</tbody>\n</table>\n"
        )
        if isinstance(table, DrawnTable):
            written = f'<figure class="drawing">{table.drawing.svg}</figure>\n{written}'
        if table.kind not in ("matrix", "votes") and not (table.kind == "plain" and len(column_widths(table)) > MOST):
            return written
        name = escape(text_of(table.caption)) or label
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">\n{written}</div>\n'

    def head(self, row: Row) -> str:
        cells = []
        for cell in row.cells:
            scope = "colgroup" if cell.span > 1 else "col"
            start, end = (f'<th scope="{scope}"', "</th>") if cell.paragraphs else ("<td", "</td>")
            cells.append(f"{start}{_span(cell)}{self.evidence(cell.evidence)}>{self.inside(cell)}{end}")
        return "".join(cells)

    def row(self, row: Row, kind: str, label: str) -> str:
        prefix = {"overview": "state", "sources": "source"}.get(kind)
        key = f' id="{escape(anchor(prefix, row.key))}"' if prefix and row.key else ""
        key += f' data-key="{escape(row.key)}"' if row.key else ""
        cells = []
        for index, cell in enumerate(row.cells):
            heads = index == 0 and kind != "votes" and bool(cell.paragraphs)
            start, end = ('<th scope="row"', "</th>") if heads else ("<td", "</td>")
            named = f' data-label="{label}"' if kind == "overview" and 0 < index == len(row.cells) - 1 else ""
            linked = kind != "sources"
            written = self.inside(cell, self.href(cell.evidence) if linked else "")
            cells.append(f"{start}{_span(cell)}{named}{self.evidence(cell.evidence)}>{written}{end}")
        return f"<tr{key}>{''.join(cells)}</tr>\n"

    def inside(self, cell: Cell, href: str = "") -> str:
        """A cell's paragraphs; a lone plain one stands without an element of its own, as the link to its source."""
        if len(cell.paragraphs) != 1 or cell.paragraphs[0] != Paragraph(cell.paragraphs[0].inlines):
            return "".join(self.paragraph(paragraph) for paragraph in cell.paragraphs)
        inlines = cell.paragraphs[0].inlines
        plain = all(isinstance(inline, Run) for inline in inlines)
        return f'<a href="{href}">{self.line(inlines)}</a>' if href and plain else self.line(inlines)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(map(self.inline, inlines))

    def inline(self, inline: Inline) -> str:
        match inline:
            case FootnoteMark(number):
                return self.mark(number)
            case Figure(text, evidence):
                keys, href = self.evidence(evidence), self.href(evidence)
                if href:
                    return f'<a{keys} href="{href}">{escape(text, quote=False)}</a>'
                return f"<span{keys}>{escape(text, quote=False)}</span>" if keys else escape(text, quote=False)
            case Run(text, style, language):
                written = escape(text, quote=False)
                if language and language != self.document.language:
                    written = f'<span lang="{escape(language)}" dir="{direction(language)}">{written}</span>'
                return f"<{TAGS[style]}>{written}</{TAGS[style]}>" if style else written

    def mark(self, number: int) -> str:
        """The mark of a footnote; the first has the anchor that the note links back to."""
        self.marks[number] = count = self.marks.get(number, 0) + 1
        anchor = f"mark-{number}" + (f"-{count}" if count > 1 else "")
        return f'<sup class="mark"><a id="{anchor}" href="#note-{number}" role="doc-noteref">{number}</a></sup>'

    def evidence(self, keys: tuple[str, ...]) -> str:
        return f' data-evidence="{escape(" ".join(map(_token, keys)))}"' if keys else ""

    def href(self, keys: tuple[str, ...]) -> str:
        """Where the first of the keys that has a source in the annex leads; empty if none has."""
        source = next((self.sources[key] for key in keys if key in self.sources), "")
        return f"#{quote(anchor('source', source))}" if source else ""


def _token(key: str) -> str:
    """A key without white space, from which `urllib.parse.unquote` gives the key."""
    return SPLITTING.sub(lambda found: quote(found[0]), key)


def anchor(prefix: str, key: str) -> str:
    """The id of a row: keys have no white space but may come from outside."""
    return f"{prefix}-{'_'.join(key.split())}"


def _masthead(masthead: Masthead) -> str:
    parts = (
        ("organ", masthead.organ),
        ("symbol", masthead.symbol),
        ("dated", masthead.dated),
        ("original", masthead.original_language),
        ("meeting", masthead.meeting),
        ("place", masthead.place_and_dates),
        ("agenda", masthead.agenda_item),
    )
    lines = "".join(f'<p class="{name}">{escape(text)}</p>\n' for name, text in parts if text)
    return f'<header class="masthead">\n{lines}</header>\n' if lines else ""


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind == "item"


def _number(paragraph: Paragraph) -> str:
    if not paragraph.number:
        return ""
    dot = "" if paragraph.number.endswith(")") else "."
    return f'<span class="number">{escape(paragraph.number)}{dot}</span> '


def _span(cell: Cell) -> str:
    return f' colspan="{cell.span}"' if cell.span > 1 else ""


def _text(inline: Inline) -> str:
    return "" if isinstance(inline, FootnoteMark) else inline.text
