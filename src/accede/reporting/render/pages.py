"""What stays whole where a page ends, the same in every format that sets pages.

A page that ends early is as bad as a name parted from its row: what is short stays whole, what is long breaks between
its paragraphs, and inside a paragraph only where that alone fills a good part of a page.
"""

from accede.paper.tree import Block, Cell, Paragraph, Row, Table, text_of

# The tables whose rows may break; those of others are short.
BREAKING = ("overview",)
# Characters of a paragraph in a column of the overview: some fourteen lines there.
LONG_PARAGRAPH = 700
# Characters of a row in its fullest cell: some nine lines of the overview, and some twenty-five.
LONG_ROW = 450
VERY_LONG_ROW = 1200
# Characters of a paragraph of which a line or two would be left behind.
SHORT = 240
# Tables that are looked at as pictures; a paragraph need not stay with one that has a caption.
PICTURES = ("votes", "matrix")


def is_short(paragraph: Paragraph) -> bool:
    """Whether a paragraph in a table is kept on one page."""
    return len(text_of(paragraph.inlines)) < LONG_PARAGRAPH


def stays_whole(row: Row, kind: str, limit: int = LONG_ROW) -> bool:
    """Whether a row of a table of this kind is kept on one page; outside the overview always."""
    return kind not in BREAKING or max(map(_length, row.cells), default=0) < limit


def introduces(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph stays on the page of the list or table after it; a long one parts well from it.

    So does a summary with the numbered paragraph that says what came of it.
    """
    if following is None or paragraph.kind == "note" or len(text_of(paragraph.inlines)) >= SHORT:
        return False
    if isinstance(following, Table):
        return not (following.caption and following.kind in PICTURES)
    if paragraph.kind == "summary":
        return bool(following.number)
    return following.kind == "item" and paragraph.kind != "item"


def _length(cell: Cell) -> int:
    return sum(len(text_of(paragraph.inlines)) for paragraph in cell.paragraphs)
