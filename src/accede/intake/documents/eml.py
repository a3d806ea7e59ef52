"""Messages as mail programs save them (.eml), read with the standard library.

The text in plain form is read, or else the page; attached files are named and not opened.
"""

from __future__ import annotations

import codecs
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
HEADER = re.compile(rb"(?:[A-Za-z][!-9;-~]*:(?:[ \t].*\n|\r?\n(?=[ \t]))(?:[ \t].*\n)*){2}")
"""Two fields; what a field says may begin on the line after its name (RFC 5322, 2.2.3)."""
CUT_OFF = (
    errors.CloseBoundaryNotFoundDefect,
    errors.StartBoundaryNotFoundDefect,
    errors.InvalidBase64PaddingDefect,
    errors.InvalidBase64LengthDefect,
)
TEXTS = ("text/plain", "text/html")
NO_CHARSETS = ("punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined")
"""Codecs of Python's that are no character sets of mail; some take very long."""
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
        attachments = [_file_name(part) for part in parts if _is_attached(part)]
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
    left, number = [mail], 0
    while left:
        part = left.pop()
        number += 1
        if number > MOST_PARTS:
            raise OverflowError
        inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list):
            left += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    """Whether a part is a file beside the text. Pictures without a name belong to the page."""
    if part.get_filename():
        return True
    return part.get_content_maintype() not in ("multipart", "image") and part.get_content_type() not in TEXTS


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and not part.get_filename()


def _text(part: Message) -> str:
    packed = part.get_payload(decode=True)
    data = packed if isinstance(packed, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            if codecs.lookup(charset).name.replace("_", "-") not in NO_CHARSETS:
                return data.decode(charset)
        except (LookupError, ValueError):
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
    given = part.get_filename()
    if given:
        return str(given)
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    subject = _field(first, "Subject") if isinstance(first, Message) else ""
    return f"a message: {subject}" if subject else f"a file without a name ({part.get_content_type()})"
