"""The text form of a paper: paragraphs parted by empty lines, tables by tabs, as the published papers are kept.

A page break leaves traces that are taken away here: footnotes stand in the midst of a paragraph or a table, the header
of the table comes again, a row goes on with an empty first cell. A paragraph number glued to a word ("17.On") begins a
paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from accede.intake.documents.door import decoded
from accede.intake.documents.extent import refuse_large_lines
from accede.intake.documents.marks import FIGURES, RAISED, inlines
from accede.intake.documents.outline import Heading, sections
from accede.intake.documents.tables import RawTable, continues, table
from accede.intake.documents.whole import is_whole, joined
from accede.paper.tree import Block, Cell, Document, Footnote, Inline, Masthead, Paragraph, Table, text_of

NOTE = re.compile(rf"([{RAISED}]+)\s*(\S.*)", re.DOTALL)
MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?:(\d+[a-z]?|[IVXLC]+|[A-Z])\.\s+)?(\S.*)")
ROMAN = re.compile(r"([IVXLC]+)\.\s+(\S.{0,199})")
LETTER = re.compile(r"([A-Z])\.\s+(\S.{0,199})")
NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=\S)")
ITEM = re.compile(r"(\([a-z0-9]{1,4}\)|[-•–])\s+(?=\S)")
BEFORE_TAB = re.compile(r"\d{1,3}\.|\([a-z0-9]{1,4}\)|[-–•]")
GLUED_NUMBER = re.compile(r"(?<=[.!?”\"]) (?=\d{1,3}\.[A-Z][a-z])")
STRAY_NUMBER = re.compile(r"(\d{1,3})\.(?=[A-Z][a-z])")
CELL_PARAGRAPH = re.compile(r"<p>(.*?)(?:</p>|(?=<p>)|\Z)|((?:(?!<p>).)+)", re.DOTALL)
MOST_PARTS = 50
"""Into which page breaks and footnotes part one paragraph; what goes on longer is no paragraph."""
LONGEST_CAPTION = 200
WIDEST_WRAPPED = 120
SLACK = 12
"""Characters by which a wrapped line may be shorter than the widest without having ended its paragraph."""


Piece = Heading | Paragraph | RawTable | Footnote


def read(data: bytes, *, name: str) -> Document:
    """The tree of a paper in text form. Raises Unreadable."""
    content = decoded(data, name=name)
    refuse_large_lines(content, "\t", name=name)
    pieces = list(_pieces(content))
    footnotes = tuple(piece for piece in pieces if isinstance(piece, Footnote))
    blocks = list(_with_captions(list(_across_pages(pieces))))
    title, subtitle, body = _titled(blocks)
    return Document("", "en", Masthead(), title, subtitle, sections(body), footnotes)


def _pieces(text: str) -> Iterator[Piece]:
    """What stands between empty lines, in order."""
    width = max((len(line) for line in text.split("\n") if not _is_row(line)), default=0)
    for is_empty, group in groupby(text.split("\n"), key=lambda line: not line.strip()):
        for is_table, lines in groupby(group if not is_empty else (), key=_is_row):
            rows = list(lines)
            if is_table:
                yield _table(rows)
            else:
                for paragraph in _unwrapped(rows, width):
                    yield from _prose(paragraph)


def _unwrapped(lines: Sequence[str], width: int) -> Iterator[str]:
    """The paragraphs of lines that follow each other: a line goes on in the next where that one's first word did not fit.

    In a file with lines longer than anybody wraps them, each line is a paragraph.
    """
    paragraph: list[str] = []
    for line in map(str.strip, lines):
        if paragraph and (
            width > WIDEST_WRAPPED or len(paragraph[-1]) + 1 + len(line.split(" ", 1)[0]) < width - SLACK
        ):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(line)
    yield " ".join(paragraph)


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table, and not a paragraph with a tab after its number."""
    first, tab, rest = line.partition("\t")
    return bool(tab) and ("\t" in rest or not BEFORE_TAB.fullmatch(first))


def _table(lines: Sequence[str]) -> RawTable:
    return RawTable((), tuple(tuple(_cell(text) for text in line.split("\t")) for line in lines))


def _cell(text: str) -> Cell:
    """A cell's paragraphs: each `<p>`, whether closed or not, and what stands outside of them."""
    parts = (match[1] if match[1] is not None else match[2] for match in CELL_PARAGRAPH.finditer(text))
    return Cell(tuple(Paragraph(inlines(part)) for part in parts if part.strip()))


def _prose(text: str) -> Iterator[Piece]:
    if heading := _heading(text):
        yield heading
    elif note := NOTE.fullmatch(text):
        yield Footnote(int(note[1].translate(FIGURES)), (Paragraph(inlines(note[2])),))
    else:
        yield from (_paragraph(part) for part in GLUED_NUMBER.split(text))


def _heading(text: str) -> Heading | None:
    if match := MARKDOWN_HEADING.fullmatch(text):
        return Heading(max(1, len(match[1]) - 1), match[2] or "", inlines(match[3]))
    if is_whole(text):
        return None
    if match := ROMAN.fullmatch(text):
        return Heading(1, match[1], inlines(match[2]))
    if match := LETTER.fullmatch(text):
        return Heading(2, match[1], inlines(match[2]))
    return None


def _paragraph(text: str) -> Paragraph:
    if match := NUMBERED.match(text) or STRAY_NUMBER.match(text):
        return Paragraph(inlines(text[match.end() :]), match[1])
    if match := ITEM.match(text):
        number = match[1] if match[1].startswith("(") else ""
        return Paragraph(inlines(text[match.end() :]), number, "item")
    return Paragraph(inlines(text))


def _across_pages(pieces: Sequence[Piece]) -> Iterator[Heading | Block]:
    """The pieces without footnotes, and with what a page break parted made whole."""
    found: list[Heading | Block] = []
    was_broken, parts = False, 1
    for at, piece in enumerate(pieces):
        if isinstance(piece, Footnote):
            was_broken = True
            continue
        last = found[-1] if found and (parts < MOST_PARTS or isinstance(piece, RawTable)) else None
        whole = _whole(last, piece, was_broken and not _is_before_table(pieces, at)) if last else None
        if whole:
            found[-1], parts = whole, parts + 1
        else:
            parts = 1
            found.append(table(piece) if isinstance(piece, RawTable) else piece)
        was_broken = False
    yield from found


def _whole(last: Heading | Block, piece: Heading | Paragraph | RawTable, was_broken: bool) -> Block | None:
    """The last block with the piece that continues it; None if it is another."""
    if isinstance(last, Table) and isinstance(piece, RawTable):
        return continues(last, piece)
    if isinstance(last, Paragraph) and isinstance(piece, Paragraph) and _goes_on(last, piece, was_broken=was_broken):
        return joined(last, piece)
    return None


def _goes_on(first: Paragraph, rest: Paragraph, *, was_broken: bool) -> bool:
    """Whether the second paragraph is the rest of the first: it begins small, or a footnote stood between them."""
    if rest.number or rest.kind == "item" or is_whole(text_of(first.inlines)):
        return False
    return was_broken or text_of(rest.inlines)[:1].islower()


def _is_before_table(pieces: Sequence[Piece], at: int) -> bool:
    return at + 1 < len(pieces) and isinstance(pieces[at + 1], RawTable)


def _with_captions(pieces: Sequence[Heading | Block]) -> Iterator[Heading | Block]:
    """The pieces with a short line before a table, which is no sentence, made its caption."""
    for at, piece in enumerate(pieces):
        before, after = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
        if isinstance(piece, Table):
            caption = before.inlines if isinstance(before, Paragraph) and _is_caption(before) else ()
            yield Table(piece.kind, caption, piece.header, piece.rows, piece.widths)
        elif isinstance(piece, Paragraph) and isinstance(after, Table) and _is_caption(piece):
            continue
        else:
            yield piece


def _is_caption(paragraph: Paragraph) -> bool:
    text = text_of(paragraph.inlines)
    return (
        len(text) <= LONGEST_CAPTION
        and not paragraph.number
        and paragraph.kind == "prose"
        and not is_whole(text)
        and not text.endswith((":", ";", ","))
    )


def _titled(
    blocks: Sequence[Heading | Block],
) -> tuple[tuple[Inline, ...], tuple[Inline, ...], Sequence[Heading | Block]]:
    """Title, subtitle and the rest. Only what stands before the first heading, and is no sentence, can be a title."""
    heads: list[tuple[Inline, ...]] = []
    for block in blocks[:2]:
        if not isinstance(block, Paragraph) or block.number or is_whole(text_of(block.inlines)):
            break
        heads.append(block.inlines)
    title, subtitle = (*heads, (), ())[:2]
    return title, subtitle, blocks[len(heads) :]
