"""What every tree must be before it is printed: printable text, footnotes that fit their marks, rows of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from accede.paper.tree import Document, FootnoteMark, Table, tables, text_of
from accede.vocabulary.errors import Unreadable

# What XML 1.0 cannot carry, and the other characters without a shape: controls except tab and line breaks, DEL, C1,
# line and paragraph separators, lone surrogates, noncharacters. A copy out of a PDF is where they usually come from.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def refuse_unsound(document: Document) -> None:
    """Raises `Unreadable`, naming the place, for what no format can print faithfully. Every renderer asks this first.

    Nothing is cleaned in silence: whoever holds the text decides.
    """
    texts: list[str] = []
    marks: list[int] = []
    _gather(document, texts, marks)
    if any(map(UNPRINTABLE.search, texts)):
        _refuse_unprintable(document)
    first_marks = list(dict.fromkeys(marks))
    numbers = [footnote.number for footnote in document.footnotes]
    if not first_marks == numbers == list(range(1, len(numbers) + 1)):
        raise Unreadable(
            f"the footnotes {numbers} do not stand in the order of their marks {first_marks}, counted from 1",
            where="footnotes",
            remedy="Give each footnote its place in the order in which the paper first marks them",
        )
    for table in tables(document):
        _refuse_ragged(table)


def _refuse_unprintable(document: Document) -> None:
    for where, text in _texts(document, ""):
        if found := UNPRINTABLE.search(text):
            raise Unreadable(
                f"the text has the unprintable character U+{ord(found[0]):04X} after “{text[: found.start()][-40:]}”",
                where=where,
                remedy="Take the character out of the record and write the paper again",
            )


def _refuse_ragged(table: Table) -> None:
    """A row that is short would draw the next one into its gap."""
    rows = (*table.header, *table.rows)
    widths = [sum(cell.span for cell in row.cells) for row in rows]
    for number, (row, width) in enumerate(zip(rows, widths, strict=True), 1):
        if width != widths[0] or any(cell.span < 1 for cell in row.cells):
            raise Unreadable(
                f"row {number}, headers counted, has {width} columns and the first {widths[0]}",
                where=f"table “{text_of(table.caption)}”",
                remedy="Give each row of a table the same number of columns, with empty cells where there is nothing",
            )


# Every paper of every format goes through here: the places of its thousands of texts are made only for a refusal.
def _gather(node: object, texts: list[str], marks: list[int]) -> None:
    """Every text, and the number of every footnote mark, in reading order."""
    if isinstance(node, str):
        texts.append(node)
    elif isinstance(node, tuple):
        for item in node:
            _gather(item, texts, marks)
    elif isinstance(node, FootnoteMark):
        marks.append(node.number)
    elif is_dataclass(node) and not isinstance(node, type):
        for name in _names(type(node)):
            _gather(getattr(node, name), texts, marks)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _texts(node: object, where: str) -> Iterator[tuple[str, str]]:
    """Every text with its place ("sections[1].blocks[0].inlines[2].text")."""
    if isinstance(node, str):
        yield where, node
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from _texts(item, f"{where}[{index}]")
    elif is_dataclass(node):
        for field in fields(node):
            yield from _texts(getattr(node, field.name), f"{where}.{field.name}" if where else field.name)
