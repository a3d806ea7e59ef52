"""Messages as Outlook saves them (.msg): properties in a compound file, of which only the text ones are read.

The format is [MS-OXMSG]: a stream `__substg1.0_PPPPTTTT` holds the property PPPP in the type TTTT (001F: UTF-16,
001E: in the code page of the message, 0102: bytes); days stand in `__properties_version1.0`.
"""

from __future__ import annotations

import io
import re
import struct
from datetime import UTC, datetime, timedelta

import olefile

from accede.intake.documents.message import message
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

AS_MSG = "Save the message again from Outlook, as .msg or as text"
SUBJECT, SENDER, SENDER_ADDRESS, SENDER_SMTP = "0037", "0C1A", "0C1F", "5D01"
TO, CC, BODY, PAGE, ON_BEHALF = "0E04", "0E03", "1000", "1013", "0042"
SENT, DELIVERED, CODE_PAGE = 0x0039, 0x0E06, 0x3FFD
FILE_NAMES = ("3707", "3704", "3001")
LARGEST_TEXT = 4 * 1024 * 1024
MOST_STREAMS = 10_000
CUT_OFF = re.compile(r"less than declared|out of range|incomplete", re.IGNORECASE)
"""What the library notes of streams that end before they should."""
SINCE = datetime(1601, 1, 1, tzinfo=UTC)
BROKEN = (
    OSError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    struct.error,
    RecursionError,
    MemoryError,
)


def read(data: bytes, *, name: str) -> Document:
    """The tree of a message. Raises Unreadable."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            found = _Properties(file)
            if not found.is_message:
                raise Unreadable(
                    "it is an older Word file, or another file of Office",
                    where=name,
                    remedy="Open it and save it as .docx, .pdf or .txt",
                )
            fields = found.fields()
            plain, page = found.text(BODY), found.page()
            attachments = found.attachments()
            is_cut_off = _is_cut_off(file, len(data))
    except BROKEN as error:
        raise Unreadable("it is an older Word file or a message, and damaged", where=name, remedy=AS_MSG) from error
    return message(fields, plain=plain, page=page, attachments=attachments, is_cut_off=is_cut_off, name=name)


class _Properties:
    """The properties of a message."""

    def __init__(self, file: olefile.OleFileIO) -> None:
        self.file = file
        self.streams = ["/".join(path) for path in file.listdir()[:MOST_STREAMS]]
        self.fixed = _fixed(self._bytes("__properties_version1.0"))

    @property
    def is_message(self) -> bool:
        return "__properties_version1.0" in self.streams

    def fields(self) -> dict[str, str]:
        """What the head of a message tells."""
        sender = self.text(SENDER) or self.text(ON_BEHALF)
        address = self.text(SENDER_SMTP) or self.text(SENDER_ADDRESS)
        sent = self.fixed.get(SENT) or self.fixed.get(DELIVERED) or 0
        return {
            "From": f"{sender} <{address}>" if address and "@" in address else sender,
            "To": self.text(TO),
            "Cc": self.text(CC),
            "Date": _instant(sent),
            "Subject": self.text(SUBJECT),
        }

    def text(self, number: str, folder: str = "") -> str:
        """A property that is text; empty where the message has none."""
        wide = self._bytes(f"{folder}__substg1.0_{number}001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return self._decoded(self._bytes(f"{folder}__substg1.0_{number}001E")).rstrip("\0")

    def page(self) -> str:
        """The text as a page."""
        return self._decoded(self._bytes(f"__substg1.0_{PAGE}0102")) or self.text(PAGE)

    def attachments(self) -> list[str]:
        """The names of attached files."""
        folders = dict.fromkeys(path.split("/")[0] for path in self.streams if path.startswith("__attach_version1.0"))
        names = (next(filter(None, (self.text(n, f"{one}/") for n in FILE_NAMES)), "") for one in folders)
        return [name or "a file without a name" for name in names]

    def _decoded(self, data: bytes) -> str:
        page = self.fixed.get(CODE_PAGE, 0) & 0xFFFFFFFF
        for charset in ("utf-8" if page in (0, 65001) else f"cp{page}", "utf-8", "cp1252"):
            try:
                return data.decode(charset)
            except (LookupError, UnicodeDecodeError):
                continue
        return data.decode("latin-1")

    def _bytes(self, path: str) -> bytes:
        if path not in self.streams:
            return b""
        return bytes(self.file.openstream(path).read(LARGEST_TEXT))


def _is_cut_off(file: olefile.OleFileIO, size: int) -> bool:
    """Whether what was read ended before it should, or all streams together are longer than the file."""
    declared = sum(entry.size for entry in file.direntries if entry is not None and entry.size >= file.minisectorcutoff)
    return declared > size or any(CUT_OFF.search(str(issue)) for _, issue in file.parsing_issues)


def _fixed(data: bytes) -> dict[int, int]:
    """The properties of fixed length by their numbers: entries of 16 bytes after a head of 32."""
    found: dict[int, int] = {}
    for at in range(32, len(data) - 15, 16):
        tag, _, value = struct.unpack_from("<IIQ", data, at)
        found[tag >> 16] = value
    return found


def _instant(ticks: int) -> str:
    """An instant as messages write it, from tenths of microseconds since 1601."""
    if not 0 < ticks < 4 * 10**18:
        return ""
    try:
        return (SINCE + timedelta(microseconds=ticks // 10)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    except OverflowError:
        return ""
