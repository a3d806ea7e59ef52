"""A table as an Excel workbook: texts stay texts, whatever they begin with, and a day that is known is a date.

A partial date stands as its EDTF text. The second sheet tells what each column means.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from accede.publishing.data.comma_separated import CALCULATED
from accede.publishing.data.licence import LICENCE
from accede.publishing.data.seen import Seen
from accede.publishing.data.zipped import unzipped, zipped
from accede.publishing.tables import Table, columns, flat
from accede.publishing.tables.flat import Scalar

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
"""Characters that a cell can hold."""
CUT = " […]"
"""At the end of a text that was cut at `LONGEST`; CSV and JSON have it whole."""
WIDEST = 60
_FIRST_YEAR = 1900
"""Earlier days do not exist in Excel and stay texts."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CHANGED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(table: Table, seen: Seen) -> bytes:
    """The table as of the day."""
    held = Workbook(write_only=True)
    told = columns(table)
    partial = _partial({name for name, _, _ in told})
    rows = [[_shown(value, name in partial) for name, value in flat(row).items()] for row in seen.rows(table)]
    _sheet(held, table.name, [name for name, _, _ in told], rows)
    _sheet(held, "about", ["column", "type", "meaning"], [[*each] for each in (*_about(table, seen), *told)])
    held.properties.creator, held.properties.title = "Accede", table.title
    file = io.BytesIO()
    held.save(file)
    return zipped((name, _at(seen, name, content)) for name, content in unzipped(file.getvalue()))


def _about(table: Table, seen: Seen) -> Iterator[tuple[str, str, str]]:
    yield "", "", f"{table.title}. {table.description}"
    yield "", "", f"As of {seen.as_of.isoformat()}, as released by {seen.known_on:%Y-%m-%dT%H:%M:%SZ}."
    yield "", "", f"Licence: {LICENCE.title} ({LICENCE.address}). Name the register, the day and the source of the row."


def _sheet(held: Workbook, title: str, heads: Sequence[str], rows: Sequence[Sequence[Scalar]]) -> None:
    """A sheet whose first row stays in sight and can be filtered by, with columns as wide as their texts."""
    sheet: WriteOnlyWorksheet = held.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    for at, head in enumerate(heads):
        widest = max((len(str(row[at])) for row in rows if row[at] is not None), default=0)
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(widest, len(head)) + 2, WIDEST)
    bold = Font(bold=True)
    sheet.append([_text(sheet, head, bold) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: WriteOnlyWorksheet, value: Scalar) -> Scalar | WriteOnlyCell:
    """A value as openpyxl writes it; a text that it would take for something else as a cell of type string."""
    return _text(sheet, value) if isinstance(value, str) and value.startswith((*CALCULATED, "#")) else value


def _text(sheet: WriteOnlyWorksheet, given: str, font: Font | None = None) -> WriteOnlyCell:
    """A cell of type string. One that looks like a formula is marked, so that it stays a text when somebody edits it."""
    cell = WriteOnlyCell(sheet, given)
    cell.data_type = "s"
    if given.startswith(CALCULATED):
        cell.quotePrefix = True
    if font is not None:
        cell.font = font
    return cell


def _shown(value: Scalar, is_partial: bool) -> Scalar:
    if isinstance(value, date):
        return value if value.year >= _FIRST_YEAR else value.isoformat()
    if not isinstance(value, str):
        return value
    if is_partial and _DAY.fullmatch(value):
        return _shown(date.fromisoformat(value), False)
    text: str = ILLEGAL_CHARACTERS_RE.sub(" ", value)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _partial(names: set[str]) -> set[str]:
    """The columns with partial dates: those that have their bounds beside them."""
    return {name for name in names if f"{name}_earliest" in names}


def _at(seen: Seen, name: str, content: bytes) -> bytes:
    """A part of the workbook, with the instant of the register where the time of writing would stand."""
    if name != "docProps/core.xml":
        return content
    instant = f"{seen.known_on:%Y-%m-%dT%H:%M:%SZ}".encode()
    return _CHANGED.sub(lambda found: found[1] + instant, content)
