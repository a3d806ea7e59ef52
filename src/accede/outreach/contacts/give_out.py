"""Contacts as files: a sheet (.csv, .xlsx) that can be taken in again, or cards (.vcf, version 4.0). Each time is logged."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from accede.accounts.actor import Actor
from accede.outreach.contacts.compare import NO_STATE
from accede.outreach.contacts.details import FIELDS
from accede.outreach.contacts.log import note
from accede.outreach.contacts.queries import must_work_with
from accede.outreach.contacts.read_vcards import OWN
from accede.outreach.models import Contact, ContactHappening
from accede.publishing.data.comma_separated import CALCULATED
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.state_names import shipped_names

HEADS = ("state", "state_name", *FIELDS[1:])
"""The columns: the key of the State, its short name in English, and the fields of a contact."""
WIDEST = 50
FOLDED = 75
"""Bytes of a line of a card (RFC 6350, 3.2)."""


def give_out(actor: Actor, contacts: Sequence[Contact], suffix: str) -> tuple[bytes, str]:
    """The contacts as a file, and its media type. `suffix` is csv, xlsx or vcf. Raises NotAllowed; UnknownName for another."""
    must_work_with(actor)
    if suffix not in KINDS:
        raise UnknownName(
            "contacts are not given out so", where=suffix[:20], remedy=f"Choose one of {', '.join(KINDS)}"
        )
    make, media_type = KINDS[suffix]
    content = make(contacts)
    note(actor, ContactHappening.GIVEN_OUT, None, f"{len(contacts)} {suffix}")
    return content, media_type


def comma_separated(contacts: Sequence[Contact]) -> bytes:
    """A sheet in CSV for spreadsheet programs: a text that they would calculate has an apostrophe before it."""
    file = io.StringIO()
    write = csv.writer(file, lineterminator="\r\n")
    write.writerow(HEADS)
    write.writerows([f"'{cell}" if cell.startswith(CALCULATED) else cell for cell in _row(each)] for each in contacts)
    return file.getvalue().encode("utf-8-sig")


def workbook(contacts: Sequence[Contact]) -> bytes:
    """A workbook with one sheet; every cell is a text."""
    held = Workbook()
    sheet = held.active
    assert sheet is not None
    sheet.title = "contacts"
    rows = [list(HEADS), *map(_row, contacts)]
    for at, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(at, column)
            cell.value, cell.data_type = text or None, "s" if text else "n"
            cell.quotePrefix = text.startswith(CALCULATED)
            if at == 1:
                cell.font = Font(bold=True)
    for column in range(1, len(HEADS) + 1):
        width = max(len(line) for cells in rows for line in (cells[column - 1].split("\n") or [""]))
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, WIDEST)
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    held.save(file)
    return file.getvalue()


def cards(contacts: Sequence[Contact]) -> bytes:
    """Cards of version 4.0. What a card has no property for stands under names of ours, so that it can be taken in again."""
    return "".join(line for each in contacts for line in _card(each)).encode()


def _row(contact: Contact) -> list[str]:
    name = shipped_names().short(contact.state) if contact.state else ""
    texts = [_text(getattr(contact, field)) for field in FIELDS[1:]]
    return [contact.state or NO_STATE, name, *texts]


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
    return str(value)


def _card(contact: Contact) -> list[str]:
    values: list[tuple[str, str]] = [
        ("VERSION", "4.0"),
        ("KIND", "individual" if contact.person else "org"),
        ("FN", _escaped(contact.person or contact.organization)),
        ("ORG", _escaped(contact.organization)),
        ("TITLE", _escaped(contact.function)),
        ("LANG", contact.language),
        ("EMAIL", _escaped(contact.email)),
        ("TEL", _escaped(contact.phone)),
        ("ADR", f";;{_escaped(contact.address)};;;;" if contact.address else ""),
        ("NOTE", _escaped(contact.note)),
    ]
    own: Mapping[str, str] = {
        "state": contact.state or NO_STATE,
        **{
            name: _text(getattr(contact, name))
            for name in ("post", "host", "salutation", "is_addressee", "since", "until", "taken_from", "keep_until")
        },
    }
    values += [(f"{OWN}{name.upper().replace('_', '-')}", _escaped(text)) for name, text in own.items()]
    lines = ["BEGIN:VCARD", *(f"{name}:{value}" for name, value in values if value), "END:VCARD"]
    return [f"{_folded(line)}\r\n" for line in lines]


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of so many bytes, none of them ending within a character."""
    pieces, held = [], ""
    for sign in line:
        if len((held + sign).encode()) > FOLDED - 1:
            pieces.append(held)
            held = ""
        held += sign
    return "\r\n ".join([*pieces, held])


KINDS: Mapping[str, tuple[Callable[[Sequence[Contact]], bytes], str]] = {
    "csv": (comma_separated, "text/csv; charset=utf-8"),
    "xlsx": (workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "vcf": (cards, "text/vcard; charset=utf-8"),
}
"""What makes the file, and what it is."""
