"""A paper as PDF: tagged, PDF/UA-1 and PDF/A-2a, set by Typst in the shipped fonts, the same bytes for the same tree.

The layout is `templates/paper.typ`; the tree goes into it as data, so nothing in a text is ever read as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import msgspec
import typst

from accede.paper.canonical import tree_hash
from accede.paper.sound import refuse_unsound
from accede.paper.tree import Cell, Document, DrawnTable, FootnoteMark, Inline, Paragraph, Row, Run, Section, Table
from accede.paper.wording import SUMMARY, word
from accede.reporting.render.columns import column_widths, name_scale
from accede.reporting.render.direction import direction, paragraph_direction, turns
from accede.reporting.render.letter import letter_parts
from accede.reporting.render.line import one_line
from accede.reporting.render.moment import moment
from accede.reporting.render.pages import introduces, is_short, stays_whole
from accede.reporting.render.setting import setting
from accede.reporting.render.symbols import around_symbols
from accede.vocabulary.errors import Unreadable

TEMPLATE = Path(__file__).parent / "templates/paper.typ"
FONTS = Path(__file__).parents[1] / "fonts"
# PDF/A asks for a date: a paper from outside that has none is PDF/UA alone, no date is made up for it.
ACCESSIBLE: list[typst.PDFStandard] = ["ua-1"]
ACCESSIBLE_AND_LASTING: list[typst.PDFStandard] = ["ua-1", "a-2a"]


def render(document: Document) -> bytes:
    """Raises `Unreadable` for text that cannot be printed or that the shipped fonts have no character for."""
    refuse_unsound(document)
    paper = msgspec.json.encode(_Data(document).paper()).decode()
    if missing := set(paper) - covered():
        character = min(missing, key=paper.index)
        raise Unreadable(
            f"the fonts for papers have no character “{character}” (U+{ord(character):04X})",
            where=f"after “{paper[: paper.index(character)][-40:]}”",
            remedy="Write the paper as .docx or .html, or take the character out of the record",
        )
    made_at = moment(document)
    written = _compiler().compile(
        format="pdf",
        sys_inputs={"paper": paper},
        pdf_standards=ACCESSIBLE_AND_LASTING if made_at else ACCESSIBLE,
        timestamp=int(made_at.timestamp()) if made_at else 0,
    )
    assert isinstance(written, bytes)
    return written


@cache
def _compiler() -> typst.Compiler:
    """One for the process: it keeps the fonts open. Neither the system's fonts nor Typst's own are seen."""
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=shipped_fonts())


@cache
def shipped_fonts() -> typst.Fonts:
    """The shipped fonts, opened."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@cache
def covered() -> frozenset[str]:
    """The characters that one of the shipped fonts has."""
    # The first text of the manifest, cut out: parsing the whole of it would be a good part of the time of a paper.
    ranges = (FONTS / "manifest.toml").read_text(encoding="utf-8").split('"""')[1].split()
    ends = ((int(part[0], 16), int(part[-1], 16)) for part in (item.split("-") for item in ranges))
    return frozenset(chr(point) for first, last in ends for point in range(first, last + 1))


class _Data:
    """The tree as the layout reads it: what is printed, widths counted out, first marks of footnotes told."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marked: set[int] = set()

    def paper(self) -> dict[str, Any]:
        document = self.document
        made_at = moment(document)
        return {
            "kind": document.kind,
            "setting": setting(document),
            "language": _language(document.language) or "und",
            "direction": direction(document.language),
            "tree": tree_hash(document),
            "date": made_at
            and {part: getattr(made_at, part) for part in ("year", "month", "day", "hour", "minute", "second")},
            "summary": word(SUMMARY, document.language),
            "masthead": document.masthead,
            "title": self.inlines(document.title),
            "subtitle": self.inlines(document.subtitle),
            **self.parts(),
            "footnotes": [
                {
                    "number": footnote.number,
                    "paragraphs": [self.paragraph(paragraph) for paragraph in footnote.paragraphs],
                }
                for footnote in document.footnotes
            ],
        }

    def parts(self) -> dict[str, Any]:
        """The sections, in the order in which they are printed; of a letter what is not annexed by its place."""
        letter = letter_parts(self.document)
        if letter is None:
            return {"sections": [self.section(section) for section in self.document.sections]}
        return {
            "address": [self.section(section) for section in letter.address],
            "body": [self.section(section) for section in letter.body],
            "signature": [self.section(section) for section in letter.signature],
            "sections": [self.section(section) for section in letter.annexed],
        }

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "number": section.number,
            "heading": self.inlines(section.heading),
            "blocks": [
                self.table(block)
                if isinstance(block, Table)
                else self.paragraph(block) | {"introduces": introduces(block, following)}
                for block, following in zip_longest(section.blocks, section.blocks[1:])
            ],
            "sections": [self.section(inner) for inner in section.sections],
        }

    def table(self, table: Table) -> dict[str, Any]:
        return {
            "kind": table.kind,
            "caption": self.inlines(table.caption),
            "widths": column_widths(table),
            "scale": name_scale(table),
            "header": [self.row(row) for row in table.header],
            "rows": [self.row(row, whole=stays_whole(row, table.kind)) for row in table.rows],
            "drawing": table.drawing if isinstance(table, DrawnTable) else None,
        }

    def row(self, row: Row, *, whole: bool = True) -> dict[str, Any]:
        return {"whole": whole, "cells": [self.cell(cell, whole=whole) for cell in row.cells]}

    def cell(self, cell: Cell, *, whole: bool) -> dict[str, Any]:
        """In a row that breaks, it does between the paragraphs, and inside them only where they are long."""
        return {
            "span": cell.span,
            "paragraphs": [
                self.paragraph(paragraph) | {"whole": not whole and is_short(paragraph)}
                for paragraph in cell.paragraphs
            ],
        }

    def paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        own = paragraph_direction(paragraph, self.document.language)
        return {
            "number": paragraph.number,
            "kind": paragraph.kind,
            "inlines": self.inlines(paragraph.inlines, own),
            "direction": own,
        }

    def inlines(self, inlines: tuple[Inline, ...], within: str = "") -> list[dict[str, Any]]:
        return list(self.each(inlines, within or direction(self.document.language)))

    def each(self, inlines: tuple[Inline, ...], within: str) -> Iterator[dict[str, Any]]:
        """The pieces of a line; what runs `within` it from the other side is set apart, so that its marks stay with it."""
        for apart, together in groupby(inlines, lambda inline: turns(inline, within)):
            if apart:
                yield {"text": "\N{FIRST STRONG ISOLATE}"}
            for inline in together:
                yield from self.pieces(inline)
            if apart:
                yield {"text": "\N{POP DIRECTIONAL ISOLATE}"}

    def pieces(self, inline: Inline) -> Iterator[dict[str, Any]]:
        if isinstance(inline, FootnoteMark):
            yield {"number": inline.number, "first": inline.number not in self.marked}
            self.marked.add(inline.number)
        elif isinstance(inline, Run):
            for text, whole in around_symbols(one_line(inline.text)):
                yield {"text": text, "style": inline.style, "language": _language(inline.language), "whole": whole}
        else:
            for text, whole in around_symbols(one_line(inline.text)):
                yield {"text": text, "whole": whole}


def _language(text: str) -> str:
    """The key that Typst takes for a language, without its region; empty for what is none."""
    key = text.split("-")[0].lower()
    return key if re.fullmatch("[a-z]{2,3}", key) else ""
