"""What is looked at before a file is read as a document: there, a file, not too large, not binary, UTF-8.

Every refusal is `Unreadable`: it names the file, the place where there is one, and what to do.
"""

import codecs
import re
from pathlib import Path

from accede.paper.sound import UNPRINTABLE
from accede.vocabulary.errors import Unreadable

LARGEST = 50 * 1024 * 1024
"""Bytes. The published papers have forty thousand; a longer file is not one of them, and is refused before it is read."""

AS_UTF8 = "Save it as UTF-8 and try again"
AS_PAPER = (
    "Give the paper as .txt, .md, .html, .docx, .pdf or .json, a message as .eml or .msg, a table as .xlsx or .csv"
)
PDF = b"%PDF"
ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
READ_BY_THEIR_BEGINNING = (PDF, COMPOUND)
FOREIGN = (
    (PDF, "it is a PDF and not a text"),
    (COMPOUND, "it is an older Word file or a message and not a text"),
    (b"{\\rtf", "it is a Rich Text file"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"\x1f\x8b", "it is a compressed file"),
    (b"SQLite format 3\x00", "it is a database"),
    (b"\x7fELF", "it is a program"),
    (b"MZ\x90\x00", "it is a program"),
    (b"GIF8", "it is a picture"),
    (b"Rar!", "it is a compressed file"),
    (b"7z\xbc\xaf", "it is a compressed file"),
)
SVG = re.compile(
    rb"\A(?:\s++|<\?xml\b[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE\s+svg\b[^>]*+>)*+<svg\b", re.DOTALL | re.IGNORECASE
)
"""Nothing before the picture is read in two ways: a comment that goes on and on kept the reader for hours once."""
BEGINNINGS = {
    ".pdf": (PDF, "a PDF"),
    ".docx": (ZIP, "a Word file"),
    ".xlsx": (ZIP, "a workbook"),
    ".msg": (COMPOUND, "a message"),
}
"""What files of these names begin with."""
OLDER = {
    ".doc": "it is an older Word file",
    ".xls": "it is an older workbook",
    ".ppt": "it is a presentation",
}
WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LINE_BREAKS = re.compile("\r\n?|[\f\v\u2028\u2029\x85]")


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that may be a document. Raises Unreadable."""
    where = str(path)
    try:
        if path.is_dir():
            raise Unreadable("it is a folder", where=where, remedy=AS_PAPER)
        if not path.exists():
            raise Unreadable("there is no such file", where=where, remedy="Check the name and the folder")
        if not path.is_file():
            raise Unreadable("it is not a file", where=where, remedy=AS_PAPER)
        if (size := path.stat().st_size) > LARGEST:
            raise Unreadable(
                f"it has {size // (1024 * 1024)} MB, more than the {LARGEST // (1024 * 1024)} MB that a paper may have",
                where=where,
                remedy="Check that it is the paper you mean",
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Unreadable(
            f"it cannot be opened ({why})", where=where, remedy="Check its name and who may read it"
        ) from error
    refuse_unread(data, name=where)
    return data


def refuse_unread(data: bytes, *, name: str) -> None:
    """Raises Unreadable for bytes that are too many, or surely no paper."""
    if len(data) > LARGEST:
        raise Unreadable(
            f"it has more than the {LARGEST // (1024 * 1024)} MB that a paper may have",
            where=name,
            remedy="Check that it is the paper you mean",
        )
    if not data.startswith(READ_BY_THEIR_BEGINNING):
        refuse_foreign(data, name=name)


def refuse_disguised(data: bytes, *, name: str) -> None:
    """Raises Unreadable for what is no file of the kind that its name says, and of none that its bytes say."""
    suffix = Path(name).suffix.lower()
    if suffix in OLDER and not data.startswith(PDF):
        raise Unreadable(OLDER[suffix], where=name, remedy=AS_PAPER)
    if data.startswith((*READ_BY_THEIR_BEGINNING, ZIP)):
        return
    begins, what = BEGINNINGS.get(suffix, (b"", ""))
    if begins:
        raise Unreadable(f"it is not {what}, whatever its name says", where=name, remedy=AS_PAPER)


def refuse_foreign(data: bytes, *, name: str) -> None:
    """Raises Unreadable for an empty file and for files that are known not to be papers."""
    if not data.strip():
        raise Unreadable("it is empty", where=name, remedy="Check that it is the paper you mean")
    if SVG.match(data[:4000]):
        raise Unreadable("it is a picture", where=name, remedy=AS_PAPER)
    for start, what in FOREIGN:
        if data.startswith(start):
            raise Unreadable(what, where=name, remedy=AS_PAPER)


def decoded(data: bytes, *, name: str) -> str:
    """The text of UTF-8 bytes, with a byte order mark or without, lines parted by a line feed alone. Raises Unreadable."""
    refuse_foreign(data, name=name)
    if data.startswith(WIDE):
        raise Unreadable("it is UTF-16 or UTF-32", where=name, remedy=AS_UTF8)
    if (at := data.find(b"\0")) >= 0:
        _refuse_nul(data, at, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, name) from error
    text = LINE_BREAKS.sub("\n", text)
    if found := UNPRINTABLE.search(text):
        raise Unreadable(
            f"it has the unprintable character U+{ord(found[0]):04X}",
            where=f"{name}, line {text.count(chr(10), 0, found.start()) + 1}",
            remedy="Take the character out, or check that it is a text at all",
        )
    if not text.strip():
        raise Unreadable("it is empty", where=name, remedy="Check that it is the paper you mean")
    return text


def _refuse_nul(data: bytes, at: int, name: str) -> None:
    head = data[:4000]
    if len(head) > 20 and max(head[0::2].count(0), head[1::2].count(0)) > len(head) * 0.3:
        raise Unreadable("it looks like UTF-16 without a byte order mark", where=name, remedy=AS_UTF8)
    raise Unreadable(
        "it has a NUL byte, so it is not a text or is damaged", where=_line(data, at, name), remedy=AS_PAPER
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Unreadable:
    where = _line(data, error.start, name)
    if error.reason == "unexpected end of data":
        remedy = "Get the whole file again"
        return Unreadable("it is cut off in the midst of a character", where=where, remedy=remedy)
    return Unreadable(f"it is not UTF-8 (byte 0x{data[error.start]:02X})", where=where, remedy=AS_UTF8)


def _line(data: bytes, at: int, name: str) -> str:
    return f"{name}, line {data.count(bytes((10,)), 0, at) + 1}"
