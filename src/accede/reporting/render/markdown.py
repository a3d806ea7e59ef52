"""A paper as Markdown: CommonMark with the tables and footnotes of GitHub, readable as it stands, read back whole.

How the tree is written, for those who read it back:

- The first line is a comment with what is not printed: `<!-- accede kind=… language=… as_of=… known_on=… tree=… -->`.
- The masthead is a table of four rows: organ and symbol, meeting and date, place and original language, agenda item.
- `#` the title, below it the subtitle in bold; `##` and deeper the sections, "I. " before the heading.
- `7. ` a numbered paragraph, `- ` an item, `> ` a quotation; `<!-- note -->` and `<!-- reported -->` stand above theirs;
  a summary of ours begins with `**Summary:** ` in the paper's language.
- `<!-- table kind=… widths=… header=… -->` stands above a table, then its caption in bold. `<br>` separates paragraphs
  in a cell; a cell `<!-- -->` belongs to the one before it. Header rows after the first are the first rows below it.
- `*italic*`, `**bold**`, `<em>` and `<strong>` where the stars would not be understood; `<span lang>` where the
  language is another. Figures are plain text: their evidence stays in the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import category

from accede.paper.canonical import tree_hash
from accede.paper.sound import refuse_unsound
from accede.paper.tree import Cell, Document, FootnoteMark, Inline, Masthead, Paragraph, Row, Run, Section, Table
from accede.paper.wording import SUMMARY, word
from accede.reporting.render.columns import column_count
from accede.reporting.render.direction import direction
from accede.reporting.render.line import one_line

# Escaped wherever they stand. An underscore inside a word means nothing, and left alone keeps addresses whole.
SPECIAL = re.compile(r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# What would make a heading, a list, a rule or a number out of the beginning of a paragraph.
BEGINNING = re.compile(r"^(?:([#+\-=])|(\d+\w*)([.)]))")


def render(document: Document) -> bytes:
    """UTF-8, one line a paragraph. Raises `Unreadable` for text that cannot be printed."""
    refuse_unsound(document)
    writer = _Writer(document.language)
    blocks = chain(
        [_comment(document)],
        _masthead(writer, document.masthead),
        [f"# {writer.line(document.title)}"],
        [f"**{writer.line(_unbolded(document.subtitle))}**"] if document.subtitle else [],
        (block for section in document.sections for block in writer.section(section, 2)),
        (
            f"[^{footnote.number}]: "
            + "\n\n    ".join(writer.paragraph(paragraph) for paragraph in footnote.paragraphs)
            for footnote in document.footnotes
        ),
    )
    return ("\n\n".join(blocks) + "\n").encode()


def _comment(document: Document) -> str:
    facts = {
        "kind": document.kind,
        "language": document.language,
        "as_of": document.as_of,
        "known_on": document.known_on,
        "tree": tree_hash(document),
    }
    told = " ".join(f"{name}={value}" for name, value in facts.items() if value)
    return f"<!-- accede {told.replace('--', '')} -->"


def _masthead(writer: _Writer, masthead: Masthead) -> Iterator[str]:
    rows = (
        (masthead.organ, masthead.symbol),
        (masthead.meeting, masthead.dated),
        (masthead.place_and_dates, masthead.original_language),
        (masthead.agenda_item, ""),
    )
    if any(chain(*rows)):
        first, *others = (" | ".join(writer.line((Run(text),)) for text in row) for row in rows)
        yield "\n".join(f"| {line} |" for line in (first, ":--- | ---:", *others))


class _Writer:
    """Writes the parts of one paper, whose language tells which runs are in another."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.previous_number = 0

    def section(self, section: Section, level: int) -> Iterator[str]:
        self.previous_number = 0
        heading = self.line(section.heading)
        if heading or section.number:
            yield f"{'#' * min(level, 6)} {section.number + '. ' if section.number else ''}{heading}".rstrip()
        for block in section.blocks:
            if isinstance(block, Table):
                self.previous_number = 0
                yield from self.table(block)
            else:
                yield self.block(block)
        for inner in section.sections:
            yield from self.section(inner, level + 1 if heading or section.number else level)

    def block(self, paragraph: Paragraph) -> str:
        """A paragraph that stands by itself, with the mark of its kind or its number."""
        text = self.paragraph(paragraph)
        number, self.previous_number = self.previous_number, 0
        if paragraph.kind == "item":
            return f"- {text}"
        if paragraph.kind == "quotation":
            return f"> {text}"
        if paragraph.kind in ("note", "reported"):
            return f"<!-- {paragraph.kind} -->\n{text}"
        if paragraph.number.isdecimal():
            self.previous_number = int(paragraph.number)
            # Markdown counts on by itself: where the numbers jump, the list is cut.
            cut = "<!-- -->\n\n" if number and self.previous_number != number + 1 else ""
            return cut + text
        return text

    def paragraph(self, paragraph: Paragraph) -> str:
        """The text of a paragraph on one line, its number or our mark before it."""
        text = self.line(paragraph.inlines)
        if paragraph.number:
            dot = "" if paragraph.number.endswith(")") else "."
            return f"{paragraph.number}{dot} {text}"
        text = BEGINNING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)
        return f"**{word(SUMMARY, self.language)}:** {text}" if paragraph.kind == "summary" else text

    def table(self, table: Table) -> Iterator[str]:
        widths = ",".join(str(width).removesuffix(".0") for width in table.widths)
        facts = f"kind={table.kind} header={len(table.header)}" + (f" widths={widths}" if widths else "")
        yield f"<!-- table {facts} -->"
        if table.caption:
            yield f"**{self.line(_unbolded(table.caption))}**"
        count = column_count(table)
        rows = [self.row(row, count) for row in (*table.header, *table.rows)]
        if not table.header:
            rows.insert(0, "| " * count + "|")
        alignment = "| --- " + ("| :---: " if table.kind == "matrix" else "| --- ") * (count - 1) + "|"
        yield "\n".join((rows[0], alignment, *rows[1:]))

    def row(self, row: Row, count: int) -> str:
        cells = [text for cell in row.cells for text in (self.cell(cell), *["<!-- -->"] * (cell.span - 1))]
        return "| " + " | ".join(cells + [""] * (count - len(cells))) + " |"

    def cell(self, cell: Cell) -> str:
        return "<br>".join(self.paragraph(paragraph) for paragraph in cell.paragraphs)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """Inlines with their emphasis, languages and marks; outer white space is written so that it stays."""
        pieces = [self.piece(piece) for piece in inlines]
        merged: list[tuple[str, str, str]] = []
        for style, language, text in pieces:
            if merged and merged[-1][:2] == (style, language):
                text = merged.pop()[2] + text
            merged.append((style, language, text))
        out = ""
        for index, (style, language, text) in enumerate(merged):
            if style == "mark":
                out = re.sub(r"!$", r"\\!", out) + text
                continue
            following = merged[index + 1][2][:1] if index + 1 < len(merged) else ""
            out += _emphasised(style, self.spoken(escaped(text), language), text, out[-1:], following)
        return _kept_ends(out)

    def piece(self, inline: Inline) -> tuple[str, str, str]:
        """Style, other language, text of an inline."""
        if isinstance(inline, FootnoteMark):
            return "mark", "", f"[^{inline.number}]"
        text = one_line(inline.text)
        if not isinstance(inline, Run):
            return "", "", text
        return inline.style, inline.language if inline.language != self.language else "", text

    def spoken(self, text: str, language: str) -> str:
        if not language:
            return text
        backwards = ' dir="rtl"' if direction(language) == "rtl" else ""
        return f'<span lang="{language}"{backwards}>{text}</span>'


def escaped(text: str) -> str:
    """The text with a backslash before every character that Markdown would take for markup."""
    return SPECIAL.sub(r"\\\g<0>", text)


def _emphasised(style: str, written: str, text: str, before: str, after: str) -> str:
    if not style:
        return written
    tag, stars = ("em", "*") if style == "italic" else ("strong", "**")
    if text != text.strip() or written.startswith("<") or not _stars_hold(text, before, after):
        return f"<{tag}>{written}</{tag}>"
    return f"{stars}{written}{stars}"


def _stars_hold(text: str, before: str, after: str) -> bool:
    """Whether CommonMark takes stars around the text for emphasis (its rule of flanking delimiters, in all versions)."""
    outside_opens = not before or before.isspace() or (before != "*" and category(before)[0] == "P")
    outside_closes = not after or after.isspace() or category(after)[0] == "P"
    return (
        bool(text)
        and all(
            outside or category(inside)[0] not in "PS"
            for outside, inside in ((outside_opens, text[0]), (outside_closes, text[-1]))
        )
        and before != "*"
    )


def _kept_ends(text: str) -> str:
    core = text.strip()
    if core == text:
        return text
    if not core:
        return "".join(f"&#{ord(character)};" for character in text)
    start = text.index(core)
    first, last = text[:start], text[start + len(core) :]
    return "".join((*(f"&#{ord(c)};" for c in first), core, *(f"&#{ord(c)};" for c in last)))


def _unbolded(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same without bold, for what is bold as a whole."""
    return tuple(
        Run(inline.text, language=inline.language) if isinstance(inline, Run) and inline.style == "bold" else inline
        for inline in inlines
    )
