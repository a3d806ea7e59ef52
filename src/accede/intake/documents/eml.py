"""Messages as mail programs save them (.eml), read with the standard library.

The text in plain form is read, or else the page; attached files are named and not opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import errors, message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message

from accede.intake.documents.door import refuse_foreign
from accede.intake.documents.message import FIELDS, message
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

AS_EML = "Save the message again from the mail program, as .eml or as text"
MOST_PARTS = 500
HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2}")
CUT_OFF = (errors.CloseBoundaryNotFoundDefect, errors.StartBoundaryNotFoundDefect)
BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, errors.MessageError, AssertionError)
"""What the library may raise on a message that is not as it should be."""


def read(data: bytes, *, name: str) -> Document:
    """The tree of a message. Raises Unreadable."""
    refuse_foreign(data, name=name)
    if not HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n")):
        raise Unreadable("it is not a message: it does not begin with From, To and Date", where=name, remedy=AS_EML)
    try:
        mail: Message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
        parts = list(_parts(mail))
        fields = {field: _field(mail, field) for field in FIELDS}
        plain = "\n\n".join(_text(part) for part in parts if _is(part, "text/plain"))
        page = "" if plain.strip() else "\n".join(_text(part) for part in parts if _is(part, "text/html"))
        attachments = [_file_name(part) for part in parts if part.get_filename()]
        is_cut_off = any(isinstance(defect, CUT_OFF) for part in mail.walk() for defect in part.defects)
    except OverflowError as error:
        raise Unreadable(f"it has more than {MOST_PARTS} parts", where=name, remedy=AS_EML) from error
    except BROKEN as error:
        raise Unreadable("it is damaged", where=name, remedy=AS_EML) from error
    if not fields["From"] and not fields["Subject"]:
        raise Unreadable("it is not a message: nobody sent it", where=name, remedy=AS_EML)
    return message(fields, plain=plain, page=page, attachments=attachments, is_cut_off=is_cut_off, name=name)


def _parts(mail: Message) -> Iterator[Message]:
    """The parts that hold something. A message attached to another is a file like others, and not opened."""
    for number, part in enumerate(mail.walk()):
        if number > MOST_PARTS:
            raise OverflowError
        if not part.is_multipart():
            yield part


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and not part.get_filename()


def _text(part: Message) -> str:
    packed = part.get_payload(decode=True)
    data = packed if isinstance(packed, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1")


def _field(mail: Message, name: str) -> str:
    raw = mail.get(name)
    if raw is None:
        return ""
    try:
        return " ".join(str(make_header(decode_header(str(raw)))).split())
    except BROKEN:
        return " ".join(str(raw).split())


def _file_name(part: Message) -> str:
    return str(part.get_filename() or "a file without a name")
