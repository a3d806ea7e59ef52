"""The files that a message brings: their names, and the bytes of one. None is opened here. Pure."""

from __future__ import annotations

import io
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from functools import lru_cache

import olefile

from accede.intake.copies import safe_name
from accede.intake.documents import BY_SUFFIX
from accede.outreach.replies.head import BROKEN, BROKEN_FILE, COMPOUND

MOST = 100
"""Files that are listed; a message of a State has a few."""
MOST_PARTS = 500
_DATA = "__substg1.0_37010102"
_NAMES = ("3707", "3704", "3001")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file: what it is called, without folders and signs, and its bytes."""

    name: str
    content: bytes

    @property
    def is_readable(self) -> bool:
        """Whether there is a reader for its kind, by its name."""
        return any(self.name.lower().endswith(suffix) for suffix in BY_SUFFIX)


@lru_cache(maxsize=1)
def attachments(content: bytes) -> tuple[Attachment, ...]:
    """The files that a message brings, in its order; () for what is no message, or is damaged."""
    try:
        if content.startswith(COMPOUND):
            return tuple(_of_outlook(content))
        return tuple(_of_mail(content))
    except BROKEN_FILE:
        return ()


def text_size(content: bytes) -> int:
    """How many bytes of a message of mail are text to be read, as they were sent; 0 for what is damaged."""
    try:
        left: list[Message] = [message_from_bytes(content, policy=policy.compat32)]
        size = number = 0
        while left and number < MOST_PARTS:
            part, number = left.pop(), number + 1
            inner = part.get_payload()
            if isinstance(inner, list):
                left += [one for one in inner if isinstance(one, Message)] if part.is_multipart() else []
            elif not part.get_filename() and part.get_content_maintype() == "text":
                size += len(str(inner))
        return size
    except BROKEN:
        return 0


def _of_mail(content: bytes) -> list[Attachment]:
    left: list[Message] = [message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)]
    found: list[Attachment] = []
    number = 0
    while left and number < MOST_PARTS and len(found) < MOST:
        part, number = left.pop(), number + 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            left += [one for one in reversed(inner) if isinstance(one, Message)]
        elif isinstance(inner, list):
            within = inner[0] if inner else None
            if isinstance(within, Message):
                found.append(Attachment(_named(part, "message.eml"), within.as_bytes()))
        elif part.get_filename() or part.get_content_type() not in ("text/plain", "text/html"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data:
                found.append(Attachment(_named(part, "file"), data))
    return found


def _named(part: Message, otherwise: str) -> str:
    try:
        name = str(make_header(decode_header(str(part.get_filename() or ""))))
    except BROKEN:
        name = ""
    return safe_name(name) if name.strip() else otherwise


def _of_outlook(content: bytes) -> list[Attachment]:
    found: list[Attachment] = []
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        names = ["/".join(path) for path in file.listdir()[:10_000]]
        folders = dict.fromkeys(name.split("/")[0] for name in names if name.startswith("__attach_version1.0"))
        for folder in list(folders)[:MOST]:
            if f"{folder}/{_DATA}" not in names:
                continue
            wide = [f"{folder}/__substg1.0_{number}001F" for number in _NAMES]
            held = next((name for name in wide if name in names), "")
            name = file.openstream(held).read(2000).decode("utf-16-le", "replace").rstrip("\0") if held else ""
            found.append(
                Attachment(safe_name(name) if name.strip() else "file", file.openstream(f"{folder}/{_DATA}").read())
            )
    return found


__all__ = ["Attachment", "attachments", "text_size"]
