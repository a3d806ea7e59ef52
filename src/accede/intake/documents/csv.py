"""Tables as text (.csv, .tsv): what stands between the columns is told by the first line. All cells are texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from accede.intake.documents.door import decoded
from accede.intake.documents.extent import TooLarge
from accede.intake.documents.sheet import document, section
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

SEPARATORS = ",;\t|"


def read(data: bytes, *, name: str) -> Document:
    """The tree of a table. Raises Unreadable."""
    text = decoded(data, name=name)
    try:
        found, _ = section("", (cells for _, cells in lines_of(text, _separator(text), name=name)))
    except TooLarge as error:
        raise TooLarge(name) from error
    return document([found] if found else [], title=PurePath(name).stem, name=name)


def lines_of(text: str, separator: str, *, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a text, each with the number of the line it begins in. Raises Unreadable."""
    rows = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in rows:
            yield begins, cells
            begins = rows.line_num + 1
    except csv.Error as error:
        raise Unreadable(
            f"it is not a table in CSV ({error})",
            where=f"{name}, line {rows.line_num}",
            remedy="Save it again as CSV in UTF-8, with quotation marks around texts",
        ) from error


def _separator(text: str) -> str:
    """What the first line that has one of them has most often, outside quotation marks."""
    for line in text.split("\n", 20)[:20]:
        plain = "".join(line.split('"')[::2])
        counts = {sign: plain.count(sign) for sign in SEPARATORS}
        best = max(counts, key=lambda sign: counts[sign])
        if counts[best]:
            return best
    return ","
