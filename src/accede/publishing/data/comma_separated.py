"""A table as CSV: UTF-8, quoted and parted as RFC 4180 says, one scalar a cell; a cell without a value is empty.

For programs the texts are as they are held. For spreadsheet programs (`for_spreadsheets`) the file begins with a byte order
mark, and a text that they would calculate (it begins with = + - @, narrow or wide, a tab or an end of line) with an
apostrophe, as OWASP advises.
"""

from __future__ import annotations

import csv
import io
from datetime import date

from accede.publishing.data.seen import Seen
from accede.publishing.tables import Table, columns, flat
from accede.publishing.tables.flat import Scalar

CALCULATED = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""With what a text begins that a spreadsheet program takes for a formula; the last four are the wide signs of East Asia."""


def comma_separated(table: Table, seen: Seen, *, for_spreadsheets: bool = False) -> bytes:
    """The table as of the day."""
    file = io.StringIO()
    write = csv.writer(file, lineterminator="\r\n")
    write.writerow([name for name, _, _ in columns(table)])
    for row in seen.rows(table):
        cells = [_cell(value) for value in flat(row).values()]
        write.writerow([_as_text(cell) for cell in cells] if for_spreadsheets else cells)
    return file.getvalue().encode("utf-8-sig" if for_spreadsheets else "utf-8")


def _cell(value: Scalar) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(CALCULATED) else cell
