"""Papers in Markdown, as `reporting/render/markdown.py` writes them; its head says how each part of the tree looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from accede.intake.documents.door import decoded
from accede.intake.documents.extent import refuse_large_lines
from accede.intake.documents.facts import facts, number_of, widths_of
from accede.intake.documents.outline import Heading, sections
from accede.intake.documents.prefixes import (
    HEADING_NUMBER,
    ITEM_NUMBER,
    PARAGRAPH_NUMBER,
    SUMMARY_MARK,
    without,
)
from accede.intake.documents.tables import RawTable, table
from accede.intake.documents.whole import merged
from accede.paper.tree import Block, Cell, Document, Footnote, FootnoteMark, Inline, Masthead, Paragraph, Run

NOTE_START = re.compile(r"\[\^(\d{1,4})\]:[ \t]?")
NOTE_MARK = re.compile(r"\[\^(\d{1,4})\]")
COMMENT = re.compile(r"<!--\s*+(?P<word>\w*+)\s*+(?P<rest>(?:(?!-->)\S|\s++(?!-->))*+)\s*+-->")
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
LANGUAGE = re.compile(r"lang=\"(\w{2,3})\"")
Style = Literal["italic", "bold"]
STYLES: dict[str, Style] = {"em": "italic", "i": "italic", "strong": "bold", "b": "bold"}


def read(data: bytes, *, name: str) -> Document:
    """The tree of a paper in Markdown. Raises Unreadable."""
    content = decoded(data, name=name)
    refuse_large_lines(content, "|", name=name)
    body, notes = _parted(content)
    reader = _Reader(_parser())
    pieces = list(reader.pieces(body))
    told = reader.told
    return Document(
        kind=told.get("kind", ""),
        language=told.get("language", "en"),
        masthead=reader.masthead,
        title=reader.title,
        subtitle=reader.subtitle,
        sections=sections(pieces),
        footnotes=tuple(
            Footnote(number, tuple(block for block in _Reader(_parser()).pieces(text) if isinstance(block, Paragraph)))
            for number, text in notes
        ),
        as_of=told.get("as_of", ""),
        known_on=told.get("known_on", ""),
    )


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.disable(["autolink", "image", "link", "reference", "backticks", "code", "fence", "lheading", "hr"])
    parser.inline.ruler.before("emphasis", "footnote_mark", _footnote_mark)
    return parser


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    match = NOTE_MARK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("footnote_mark", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _parted(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without its footnotes, and the footnotes: number and text, paragraphs parted by an empty line."""
    body: list[str] = []
    notes: list[tuple[int, list[str]]] = []
    is_in_note = False
    for line in text.split("\n"):
        if match := NOTE_START.match(line):
            notes.append((int(match[1]), [line[match.end() :]]))
            is_in_note = True
        elif is_in_note and (not line.strip() or line.startswith(("    ", "\t"))):
            notes[-1][1].append(line.strip())
        else:
            is_in_note = False
            body.append(line)
    return "\n".join(body), [(number, "\n".join(lines)) for number, lines in notes]


@dataclass(slots=True)
class _Mark:
    """A comment that tells something of the block below it."""

    word: str
    told: dict[str, str]


class _Reader:
    """Reads the blocks of one paper. What stands before the first section is told by its attributes."""

    def __init__(self, parser: MarkdownIt) -> None:
        self.parser = parser
        self.told: dict[str, str] = {}
        self.masthead = Masthead()
        self.title: tuple[Inline, ...] = ()
        self.subtitle: tuple[Inline, ...] = ()

    def pieces(self, text: str) -> Iterator[Heading | Block]:
        tokens = self.parser.parse(text)
        mark, caption, is_below_title = _Mark("", {}), None, False
        at = 0
        while at < len(tokens):
            end = _end(tokens, at)
            token, inside = tokens[at], tokens[at + 1 : end]
            at = end + 1
            if token.type == "html_block":
                mark = self._comment(token.content)
            elif token.type == "heading_open":
                is_below_title = token.tag == "h1" and not self.title
                if is_below_title:
                    self.title = _inlines(inside)
                else:
                    yield _heading(token, inside)
            elif token.type == "table_open":
                raw = _raw_table(inside)
                if self.told and not self.title and not mark.word and _is_masthead(raw):
                    self.masthead = _masthead(raw)
                else:
                    kept = replace(raw, caption=caption or (), header_rows=number_of(mark.told, "header"))
                    yield replace(table(_without_empty_header(kept)), widths=widths_of(mark.told))
                mark, caption = _Mark("", {}), None
            elif token.type == "paragraph_open" and (bold := _all_bold(_inlines(inside))) and mark.word == "table":
                caption = bold
            elif token.type == "paragraph_open" and is_below_title and (bold := _all_bold(_inlines(inside))):
                self.subtitle, is_below_title = bold, False
            else:
                yield from _paragraphs(token, inside, mark.word)
                mark, is_below_title = _Mark("", {}), False

    def _comment(self, html: str) -> _Mark:
        match = COMMENT.match(html.strip())
        if match is None:
            return _Mark("", {})
        if match["word"] == "accede":
            self.told = facts(match["rest"])
            return _Mark("", {})
        return _Mark(match["word"], facts(match["rest"]))


def _end(tokens: Sequence[Token], at: int) -> int:
    """The place of the token that closes the one at this place."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens) - 1


def _heading(token: Token, inside: Sequence[Token]) -> Heading:
    number, inlines = without(_inlines(inside), HEADING_NUMBER)
    return Heading(max(1, int(token.tag[1:]) - 1), number, inlines)


def _paragraphs(token: Token, inside: Sequence[Token], mark: str) -> Iterator[Paragraph]:
    if token.type == "ordered_list_open":
        start = int(token.attrs.get("start", 1))
        for index, item in enumerate(_items(inside)):
            for place, inlines in enumerate(_all_inlines(item)):
                yield Paragraph(inlines, str(start + index) if place == 0 else "")
    elif token.type == "bullet_list_open":
        for item in _items(inside):
            for inlines in _all_inlines(item):
                number, rest = without(inlines, ITEM_NUMBER)
                yield Paragraph(rest, number, "item")
    elif token.type == "blockquote_open":
        yield from (Paragraph(inlines, kind="quotation") for inlines in _all_inlines(inside))
    else:
        for inlines in _all_inlines([token, *inside]):
            found = _marked(inlines)
            yield (
                replace(found, kind="note" if mark == "note" else "reported") if mark in ("note", "reported") else found
            )


def _marked(inlines: tuple[Inline, ...]) -> Paragraph:
    """A paragraph, a summary where it bears our mark, with its number if it has one that is no list's."""
    mark, rest = without(inlines, SUMMARY_MARK)
    if mark:
        return Paragraph(rest, kind="summary")
    number, rest = without(inlines, PARAGRAPH_NUMBER)
    return Paragraph(rest, number)


def _items(inside: Sequence[Token]) -> Iterator[Sequence[Token]]:
    at = 0
    while at < len(inside):
        end = _end(inside, at)
        yield inside[at + 1 : end]
        at = end + 1


def _all_inlines(tokens: Sequence[Token]) -> Iterator[tuple[Inline, ...]]:
    for token in tokens:
        if token.type == "inline":
            yield _inlines([token])


def _inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    """The runs and footnote marks of the inline tokens among these; a line break is a space."""
    return merged(tuple(inline for part in _lines(tokens) for inline in part))


def _lines(tokens: Sequence[Token]) -> list[list[Inline]]:
    """The same, parted where `<br>` stands."""
    writing = _Writing()
    for token in tokens:
        if token.type == "inline":
            for child in token.children or ():
                writing.take(child)
    return writing.lines


class _Writing:
    """Runs being gathered: the styles that are open, and the language."""

    def __init__(self) -> None:
        self.lines: list[list[Inline]] = [[]]
        self.styles: list[Style] = []
        self.language = ""

    def take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self.write(token.content)
            case "softbreak" | "hardbreak":
                self.write(" ")
            case "em_open" | "strong_open":
                self.styles.append(STYLES[token.tag])
            case "em_close" | "strong_close":
                self.close()
            case "footnote_mark":
                self.lines[-1].append(FootnoteMark(int(token.content)))
            case "html_inline":
                self.tag(token.content)

    def write(self, text: str) -> None:
        self.lines[-1].append(Run(text, self.styles[-1] if self.styles else "", self.language))

    def close(self) -> None:
        if self.styles:
            self.styles.pop()

    def tag(self, html: str) -> None:
        """A tag that means something here; any other, and a comment, is left out."""
        tag = TAG.fullmatch(html)
        if tag is None:
            return
        name = tag[2].lower()
        if name == "br":
            self.lines.append([])
        elif name == "span":
            told = LANGUAGE.search(tag[3])
            self.language = told[1] if told and not tag[1] else ""
        elif name in STYLES and tag[1]:
            self.close()
        elif name in STYLES:
            self.styles.append(STYLES[name])


def _all_bold(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines made plain if they are bold as a whole, else nothing."""
    runs = [inline for inline in inlines if isinstance(inline, Run) and inline.text.strip()]
    if not runs or any(run.style == "" for run in runs) or not any(run.style == "bold" for run in runs):
        return ()
    return merged(
        tuple(
            Run(inline.text, language=inline.language) if isinstance(inline, Run) and inline.style == "bold" else inline
            for inline in inlines
        )
    )


def _raw_table(inside: Sequence[Token]) -> RawTable:
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    for at, token in enumerate(inside):
        if token.type == "tr_open":
            cells = []
        elif token.type in ("th_open", "td_open"):
            content = inside[at + 1]
            if COMMENT.fullmatch(content.content.strip()) and cells:
                cells[-1] = replace(cells[-1], span=cells[-1].span + 1)
            else:
                cells.append(_cell(content))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return RawTable((), tuple(rows))


def _cell(content: Token) -> Cell:
    lines = [merged(tuple(line)) for line in _lines([content])]
    return Cell(tuple(_marked(line) for line in lines if line))


def _without_empty_header(raw: RawTable) -> RawTable:
    return replace(raw, rows=raw.rows[1:]) if raw.header_rows == 0 else raw


def _is_masthead(raw: RawTable) -> bool:
    return len(raw.rows) == 4 and all(len(cells) == 2 for cells in raw.rows)


def _masthead(raw: RawTable) -> Masthead:
    texts = [
        "".join(inline.text for paragraph in cell.paragraphs for inline in paragraph.inlines if isinstance(inline, Run))
        for cells in raw.rows
        for cell in cells
    ]
    organ, symbol, meeting, dated, place_and_dates, original_language, agenda_item, _ = texts
    return Masthead(organ, meeting, place_and_dates, agenda_item, symbol, dated, original_language)
