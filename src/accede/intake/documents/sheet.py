"""Rows of texts to the tree: a sheet is a section with one table. Pure."""

from collections.abc import Iterable, Sequence

from accede.intake.documents.extent import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TooLarge
from accede.intake.documents.tables import RawTable, table
from accede.paper.sound import UNPRINTABLE
from accede.paper.tree import Cell, Document, Masthead, Paragraph, Run, Section
from accede.vocabulary.errors import Unreadable

SHEET = "sheet"
"""The kind of such a document."""


def section(name: str, rows: Iterable[Sequence[str]], *, cells_left: int = MOST_CELLS) -> tuple[Section | None, int]:
    """A sheet and how many more cells the file may have; no section for a sheet without text. Raises TooLarge."""
    kept: list[list[str]] = []
    for row in rows:
        texts = [UNPRINTABLE.sub("", text).strip() for text in row]
        while texts and not texts[-1]:
            texts.pop()
        cells_left -= len(texts)
        if len(kept) >= MOST_ROWS or cells_left < 0 or len(texts) > MOST_COLUMNS:
            raise TooLarge
        if texts:
            kept.append(texts)
    if not kept:
        return None, cells_left
    raw = RawTable((), tuple(tuple(map(_cell, row)) for row in kept))
    return Section("", (Run(name),) if name else (), (table(raw),)), cells_left


def document(sections: Sequence[Section], *, title: str, name: str) -> Document:
    """The whole file. Raises Unreadable where it has nothing in it."""
    if not sections:
        raise Unreadable("it has no row with anything in it", where=name, remedy="Check that it is the table you mean")
    return Document(SHEET, "en", Masthead(), (Run(title),) if title else (), (), tuple(sections))


def _cell(text: str) -> Cell:
    return Cell(tuple(Paragraph((Run(" ".join(line.split())),)) for line in text.split("\n") if line.strip()))
