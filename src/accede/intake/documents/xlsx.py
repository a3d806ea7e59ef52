"""Sheets of a workbook (.xlsx): values as they are shown, days as ISO days. Formulas are not computed.

A formula whose value the file does not hold stands in its cell as it is, so that it is seen not to be understood.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from accede.intake.documents.extent import MOST_CELLS, MOST_COLUMNS, TooLarge
from accede.intake.documents.package import BROKEN as BROKEN_ZIP
from accede.intake.documents.sheet import document, section
from accede.paper.tree import Document, Section
from accede.vocabulary.errors import Unreadable

MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2000
MOST_SHEETS = 100
AS_XLSX = "Open it in Excel or LibreOffice and save it again as .xlsx, or give the sheet as .csv"
BROKEN = (
    *BROKEN_ZIP,
    InvalidFileException,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    AssertionError,
    RecursionError,
    ArithmeticError,
)
"""What the library may raise on a workbook that is not as it should be; an error of XML is a SyntaxError."""


def read(data: bytes, *, name: str) -> Document:
    """The tree of a workbook, a section a sheet. Raises Unreadable."""
    try:
        _refuse_oversized(data, name)
        with warnings.catch_warnings(action="ignore"):  # the library tells of styles and extensions that it leaves out
            sections = list(_sections(data))
    except TooLarge as error:
        raise TooLarge(name) from error
    except BROKEN as error:
        raise Unreadable("it is damaged or cut off, or not a workbook", where=name, remedy=AS_XLSX) from error
    return document(sections, title=PurePath(name).stem, name=name)


def _refuse_oversized(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entries = file.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise Unreadable(
                f"it unpacks to more than the {MOST_UNPACKED // (1024 * 1024)} MB that a table may have",
                where=name,
                remedy="Check that it is the table you mean",
            )
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                with file.open(entry) as part:
                    if b"<!DOCTYPE" in part.read(2000):
                        raise Unreadable(
                            f"its part {entry.filename} declares a document type", where=name, remedy=AS_XLSX
                        )


def _sections(data: bytes) -> Iterator[Section]:
    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    try:
        left = MOST_CELLS
        for sheet in values.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()  # what a sheet says of its size is not believed
            with_formulas = formulas[sheet.title]
            with_formulas.reset_dimensions()
            found, left = section(str(sheet.title), _rows(sheet, with_formulas), cells_left=left)
            if found is not None:
                yield found
    finally:
        values.close()
        formulas.close()


def _rows(sheet: Any, with_formulas: Any) -> Iterator[list[str]]:
    most = MOST_COLUMNS + 1
    pairs = zip(
        sheet.iter_rows(values_only=True, max_col=most),
        with_formulas.iter_rows(values_only=True, max_col=most),
        strict=False,
    )
    gap = None
    for shown, written in pairs:
        # Between two far cells the library gives every row there could be, a million of them: one and the same object.
        if shown is gap or shown.count(None) == len(shown) == written.count(None):
            gap = shown
            continue
        yield [_text(value if value is not None else instead) for value, instead in zip(shown, written, strict=False)]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
    return str(value)
