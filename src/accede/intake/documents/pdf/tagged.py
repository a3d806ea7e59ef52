"""A tagged PDF by its structure tree: what our own papers and those of Word and LibreOffice are.

The structure tells headings, paragraphs, lists, tables with their spans, footnotes; places tell where a line or a gap
parts words. Running heads are artefacts and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from accede.intake.documents.outline import Heading, sections
from accede.intake.documents.pdf.content import Piece, line_of
from accede.intake.documents.pdf.masthead import masthead
from accede.intake.documents.pdf.structure import Node
from accede.intake.documents.prefixes import (
    HEADING_NUMBER,
    ITEM_NUMBER,
    PARAGRAPH_NUMBER,
    SUMMARY_MARK,
    without,
)
from accede.intake.documents.tables import Cells, RawTable, continues, table
from accede.intake.documents.whole import evened
from accede.paper.tree import (
    Block,
    Cell,
    Document,
    Footnote,
    FootnoteMark,
    Inline,
    Paragraph,
    Run,
    Table,
    text_of,
)

HEADING = re.compile(r"H(\d?)")
NOTES = ("Note", "FENote", "Footnote", "Endnote")
LEFT_OUT = ("Artifact", "Figure", "Formula", "Annot", "Form", "TOC", "Index")
GROUPS = ("Document", "Part", "Sect", "Div", "Art", "NonStruct", "BlockQuote", "DocumentFragment", "Aside", "Private")
BULLET = re.compile(r"[•‣▪●○·-]\s+(?=\S)")
NOTE_NUMBER = re.compile(r"\s*(\d{1,4})(?:[\s.)]+|(?=[A-Z]))")
FIGURES = re.compile(r"\W*(\d{1,4})\W*")


def read(root: Node, *, kind: str, language: str) -> Document:
    """The tree of the paper."""
    reader = _Reader()
    pieces = list(reader.across_pages(reader.blocks(root)))
    return Document(
        kind=kind,
        language=language,
        masthead=masthead(reader.before_title, reader.named),
        title=reader.title,
        subtitle=reader.subtitle,
        sections=sections(pieces),
        footnotes=tuple(reader.footnotes[number] for number in sorted(reader.footnotes)),
    )


class _Reader:
    """Reads blocks; the title, what stands before and under it, and footnotes are kept aside."""

    def __init__(self) -> None:
        self.title: tuple[Inline, ...] = ()
        self.subtitle: tuple[Inline, ...] = ()
        self.before_title: list[str] = []
        self.named: dict[str, str] = {}
        self.footnotes: dict[int, Footnote] = {}

    def blocks(self, root: Node) -> Iterator[Heading | Block]:
        """The blocks of the whole file. What stands before a title is its masthead."""
        top = list(_flat(root))
        at = next((at for at, node in enumerate(top) if node.named == "Title"), None)
        if at is not None:
            for node in (leaf for one in top[:at] for leaf in _leaves(one)):
                text = text_of(self.line(node))
                self.before_title.append(text)
                self.named[_plain(node.named)] = text
            self.title = _unbolded(self.line(top[at]))
            top = top[at + 1 :]
            if top and (top[0].role == "Span" or _plain(top[0].named) == "subtitle"):
                self.subtitle = _unbolded(self.line(top.pop(0)))
        caption: tuple[Inline, ...] = ()
        for node in top:
            if _plain(node.named) == "caption":
                caption = _unbolded(self.line(node))
            elif node.role == "Table":
                yield self.table(node, caption)
                caption = ()
            else:
                yield from (Paragraph(one) for one in (caption,) if one)
                caption = ()
                yield from self.block(node)

    def block(self, node: Node) -> Iterator[Heading | Block]:
        if match := HEADING.fullmatch(node.role):
            number, inlines = without(_unbolded(self.line(node)), HEADING_NUMBER)
            if inlines:
                yield Heading(int(match[1] or 1), number, inlines)
        elif node.role == "Table":
            yield self.table(node, ())
        elif node.role == "L":
            yield from self.items(node)
        elif node.role in NOTES:
            yield from self.note(node)
        elif node.role not in LEFT_OUT and (paragraph := self.paragraph(node)).inlines:
            yield paragraph

    def paragraph(self, node: Node) -> Paragraph:
        inlines = self.line(node)
        mark, rest = without(inlines, SUMMARY_MARK)
        if mark:
            return Paragraph(rest, kind="summary")
        bullet, rest = without(inlines, BULLET)
        if bullet:
            return Paragraph(rest, kind="item")
        number, rest = without(inlines, ITEM_NUMBER)
        if number:
            return Paragraph(rest, number, "item")
        number, rest = without(inlines, PARAGRAPH_NUMBER)
        return Paragraph(rest, number)

    def items(self, node: Node) -> Iterator[Block]:
        for item in node.within("LI"):
            label = "".join(text for lbl in item.nodes() if lbl.role == "Lbl" for text, _ in line_of(lbl.pieces()))
            inner = [kid for kid in item.nodes() if kid.role != "Lbl"]
            body = Node("LBody", "LBody", [kid for one in inner for kid in one.kids if not _is_list(kid)])
            number = label.strip() if label.strip().startswith("(") else label.strip().rstrip(".")
            inlines = self.line(body if inner else Node("LI", "LI", item.kids))
            if inlines:
                is_number = number.isalnum() or number.startswith("(")
                yield Paragraph(inlines, number if is_number else "", "prose" if number.isdecimal() else "item")
            for one in inner:
                for kid in one.nodes():
                    if _is_list(kid):
                        yield from self.items(kid)

    def table(self, node: Node, before: tuple[Inline, ...]) -> Table:
        caption = next((self.line(kid) for kid in node.nodes() if kid.role == "Caption"), before)
        rows = [(row, _is_head(group, row)) for group, row in _rows(node)]
        heads = 0
        for _, is_head in rows:
            if not is_head:
                break
            heads += 1
        grid = list(_grid([row for row, _ in rows], self.cell))
        return table(RawTable(_unbolded(caption), tuple(grid), heads or None))

    def cell(self, node: Node, *, is_head: bool) -> Cell:
        groups = list(_flat(node)) if any(True for _ in node.nodes()) else [node]
        paragraphs = [
            paragraph
            for one in groups
            for paragraph in (self.note(one) if one.role in NOTES else [self.paragraph(one)])
        ]
        if is_head:
            paragraphs = [Paragraph(_unbolded(one.inlines), one.number, one.kind) for one in paragraphs]
        return Cell(tuple(one for one in paragraphs if one.inlines), span=node.columns)

    def note(self, node: Node) -> list[Paragraph]:
        """Keep a footnote by its number. What has none is a note under a table, which is returned."""
        label = next(node.within("Lbl", "Reference"), None)
        told = FIGURES.fullmatch("".join(piece.text for piece in label.pieces())) if label else None
        blocks = [kid for kid in node.nodes() if kid.role == "P"] or [node]
        lines = [self.line(Node(one.named, one.role, _without(one.kids, label))) for one in blocks]
        number = int(told[1]) if told else 0
        if not told and lines and (match := NOTE_NUMBER.match(text_of(lines[0]))):
            number, (_, lines[0]) = int(match[1]), without(lines[0], NOTE_NUMBER)
        paragraphs = tuple(Paragraph(line) for line in lines if line)
        if not number:
            return [Paragraph(one.inlines, kind="note") for one in paragraphs]
        held = self.footnotes.get(number)
        self.footnotes[number] = Footnote(number, (*(held.paragraphs if held else ()), *paragraphs))
        return []

    def line(self, node: Node) -> tuple[Inline, ...]:
        """The text of an element, with marks of footnotes; footnotes that stand in it are kept aside."""
        found: list[Inline] = []
        run: list[Piece] = []

        def close() -> None:
            # The last piece is kept in view, so that a mark does not hide a gap.
            found.extend(Run(text, style) for text, style in line_of(run))
            run.clear()

        def walk(kids: Iterable[Node | Piece]) -> None:
            for kid in kids:
                if isinstance(kid, Piece):
                    run.append(kid)
                elif kid.role in NOTES:
                    self.note(kid)
                elif (number := _mark(kid, run[-1] if run else None)) is not None:
                    close()
                    found.append(FootnoteMark(number))
                    # Word keeps the footnote inside the reference to it.
                    for note in kid.within(*NOTES):
                        self.note(note)
                elif kid.role not in LEFT_OUT:
                    walk(kid.kids)

        walk(node.kids)
        close()
        return _unhyphenated(evened(tuple(found)))

    def across_pages(self, pieces: Iterable[Heading | Block]) -> Iterator[Heading | Block]:
        """With tables that a page break parted made whole."""
        found: list[Heading | Block] = []
        for piece in pieces:
            if isinstance(piece, Table) and found and isinstance(last := found[-1], Table):
                cells = tuple(row.cells for row in (*piece.header, *piece.rows))
                whole = continues(last, RawTable(piece.caption, cells)) if last.header else None
                if whole:
                    found[-1] = whole
                    continue
            found.append(piece)
        return iter(found)


def _flat(node: Node) -> Iterator[Node]:
    """The blocks inside groups, in order. Text that stands in a group itself is a block."""
    loose = Node("P", "P")
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role in GROUPS:
            if loose.kids:
                yield loose
                loose = Node("P", "P")
            yield from _flat(kid)
        elif isinstance(kid, Node) and (_is_block(kid) or (node.role in GROUPS and not loose.kids)):
            if loose.kids:
                yield loose
                loose = Node("P", "P")
            yield kid
        else:
            loose.kids.append(kid)
    if loose.kids:
        yield loose


def _is_block(node: Node) -> bool:
    return node.role in ("P", "L", "Table", "Caption", *NOTES) or bool(HEADING.fullmatch(node.role))


def _is_list(kid: Node | Piece) -> bool:
    return isinstance(kid, Node) and kid.role == "L"


def _rows(node: Node) -> Iterator[tuple[Node, Node]]:
    """The rows of a table with the group they stand in."""
    for kid in node.nodes():
        if kid.role == "TR":
            yield node, kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from ((kid, row) for row in kid.within("TR"))


def _is_head(group: Node, row: Node) -> bool:
    cells = [cell for cell in row.nodes() if cell.role in ("TH", "TD")]
    return group.role == "THead" or (bool(cells) and all(cell.role == "TH" for cell in cells))


def _grid(rows: list[Node], cell: Callable[..., Cell]) -> Iterator[Cells]:
    """The cells of each row; under a cell that is several rows high stands an empty one."""
    below: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        column = 0
        waiting, below = below, {}
        for node in (kid for kid in row.nodes() if kid.role in ("TH", "TD")):
            while column in waiting:
                column = _under(cells, column, waiting, below)
            cells.append(cell(node, is_head=node.role == "TH"))
            if node.rows > 1:
                below[column] = (node.rows - 1, node.columns)
            column += node.columns
        while column in waiting:
            column = _under(cells, column, waiting, below)
        yield tuple(cells)


def _under(
    cells: list[Cell], column: int, waiting: dict[int, tuple[int, int]], below: dict[int, tuple[int, int]]
) -> int:
    rows, columns = waiting.pop(column)
    cells.append(Cell(span=columns))
    if rows > 1:
        below[column] = (rows - 1, columns)
    return column + columns


def _without(kids: Iterable[Node | Piece], left_out: Node | None) -> list[Node | Piece]:
    """The kids without one element, however deep it stands."""
    found: list[Node | Piece] = []
    for kid in kids:
        if kid is left_out:
            continue
        if isinstance(kid, Node):
            kid = Node(kid.named, kid.role, _without(kid.kids, left_out), kid.columns, kid.rows)
        found.append(kid)
    return found


def _leaves(node: Node) -> Iterator[Node]:
    """The paragraphs in a block, which may be a table."""
    inner = list(node.within("P")) if node.role != "P" else []
    yield from inner or [node]


def _plain(name: str) -> str:
    return "".join(name.split()).lower()


def _mark(node: Node, before: Piece | None) -> int | None:
    """The number of the footnote that a label or a reference is the mark of, or a link that is raised; None if none is."""
    if node.role not in ("Lbl", "Reference", "Link"):
        return None
    shown = list(_shown(node))
    told = FIGURES.fullmatch("".join(piece.text for piece in shown))
    if not told or (node.role == "Link" and not (before and _is_raised(shown[0], before))):
        return None
    return int(told[1])


def _is_raised(piece: Piece, before: Piece) -> bool:
    return piece.size < before.size * 0.87 or piece.y > before.y + 0.15 * before.size


def _shown(node: Node) -> Iterator[Piece]:
    for kid in node.kids:
        if isinstance(kid, Piece):
            yield kid
        elif kid.role not in NOTES:
            yield from _shown(kid)


def _unhyphenated(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the hyphens that only part a word at the end of a line."""
    return tuple(
        Run(one.text.replace("\u00ad ", "").replace("\u00ad", ""), one.style, one.language)
        if isinstance(one, Run) and "\u00ad" in one.text
        else one
        for one in inlines
    )


def _unbolded(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Plain where all is bold: that is the style of the heading and not of its words."""
    runs = [one for one in inlines if isinstance(one, Run) and one.text.strip()]
    if not runs or any(one.style != "bold" for one in runs):
        return inlines
    return tuple(Run(one.text, "", one.language) if isinstance(one, Run) else one for one in inlines)
