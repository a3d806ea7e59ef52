"""The characters of a PDF's strings: what each code of a font stands for, and how wide it is. Pure but for pikepdf's objects."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pikepdf
from pdfminer.encodingdb import EncodingDB, name2unicode

UNKNOWN = "\ufffd"
"""Stands for a code of which the file does not say what character it is."""
LIGATURES = str.maketrans(
    {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
)
"""Letters that a font draws as one sign: a quotation has the letters."""
MOST_CODES = 70_000
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")
SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
ENCODINGS = {"/WinAnsiEncoding": "WinAnsiEncoding", "/MacRomanEncoding": "MacRomanEncoding"}
ITALIC, BOLD = 0x40, 0x40000
Style = Literal["", "italic", "bold"]


@dataclass(frozen=True, slots=True)
class Font:
    """Codes to characters and to widths, in thousandths of the size; `bytes_of_code` is 1, or 2 for a composite font."""

    bytes_of_code: int
    style: Style
    characters: dict[int, str]
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 500

    def decoded(self, codes: bytes) -> Iterator[tuple[str, float, bool]]:
        """The character, the width, and whether the code is the single byte 32, to which word spacing is added."""
        for at in range(0, len(codes), self.bytes_of_code):
            code = int.from_bytes(codes[at : at + self.bytes_of_code], "big")
            text = self.characters.get(code, UNKNOWN).translate(LIGATURES)
            yield text, self.widths.get(code, self.default_width), self.bytes_of_code == 1 and code == 32


def font_of(raw: pikepdf.Object, unpacked: Unpacked) -> Font:
    """The font of a resource. What a file does not tell of it is unknown, never guessed."""
    descriptor, is_composite = _descriptor(raw), raw.get("/Subtype") == "/Type0"
    style = _style(str(raw.get("/BaseFont", "")), descriptor)
    characters: dict[int, str] = {} if is_composite else _simple(raw.get("/Encoding"))
    told = raw.get("/ToUnicode")
    if isinstance(told, pikepdf.Stream):
        characters |= _characters(unpacked(told))
    if is_composite:
        inner = raw.DescendantFonts[0]
        return Font(2, style, characters, _composite_widths(inner.get("/W")), _number(inner.get("/DW"), 1000))
    first = int(_number(raw.get("/FirstChar"), 0))
    given = raw.get("/Widths")
    widths = {first + at: _number(one, 0) for at, one in enumerate(_items(given)[:256])}
    return Font(1, style, characters, widths)


class Unpacked:
    """Bytes of streams, unpacked, within a bound for the whole file."""

    def __init__(self, most: int) -> None:
        self.left = most

    def __call__(self, stream: pikepdf.Object) -> bytes:
        """Raises OverflowError where the file unpacks to more than the bound."""
        if stream.get("/Subtype") == "/Image":
            return b""
        data = stream.read_bytes()
        self.left -= len(data)
        if self.left < 0:
            raise OverflowError
        return bytes(data)


def _descriptor(raw: pikepdf.Object) -> pikepdf.Object | None:
    inner = raw.get("/DescendantFonts")
    holder = inner[0] if isinstance(inner, pikepdf.Array) and len(inner) else raw
    found = holder.get("/FontDescriptor")
    return found if isinstance(found, pikepdf.Dictionary) else None


def _style(name: str, descriptor: pikepdf.Object | None) -> Style:
    flags = int(_number(descriptor.get("/Flags"), 0)) if descriptor is not None else 0
    lowered = name.lower()
    if flags & ITALIC or "italic" in lowered or "oblique" in lowered:
        return "italic"
    return "bold" if flags & BOLD or "bold" in lowered or "black" in lowered else ""


def _simple(encoding: pikepdf.Object | None) -> dict[int, str]:
    """The characters of a font of one byte a code, by its encoding and the names that differ from it."""
    base, differences = encoding, []
    if isinstance(encoding, pikepdf.Dictionary):
        base = encoding.get("/BaseEncoding")
        differences = _items(encoding.get("/Differences"))
    named = EncodingDB.encodings.get(ENCODINGS.get(str(base), "StandardEncoding"), {})
    found = dict(named)
    code = 0
    for one in differences[:2000]:
        if isinstance(one, pikepdf.Name):
            found.pop(code, None)
            with contextlib.suppress(KeyError, ValueError):
                found[code] = name2unicode(str(one).removeprefix("/"))
            code += 1
        else:
            code = int(_number(one, 0))
    return found


def _characters(table: bytes) -> dict[int, str]:
    """The characters of a ToUnicode table."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(table):
        tokens = [match[1] if match[1] is not None else match[0] for match in TOKEN.finditer(body)]
        if kind == b"bfchar":
            for code, text in zip(tokens[0::2], tokens[1::2], strict=False):
                found[_code(code)] = _text(text)
        else:
            _ranges(tokens, found)
        if len(found) > MOST_CODES:
            break
    return found


def _ranges(tokens: list[bytes], found: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(tokens):
        first, last = _code(tokens[at]), _code(tokens[at + 1])
        last = min(last, first + MOST_CODES)
        at += 2
        if tokens[at] == b"[":
            at += 1
            while at < len(tokens) and tokens[at] != b"]":
                found[first] = _text(tokens[at])
                first, at = first + 1, at + 1
        else:
            text = _text(tokens[at])
            for code in range(first, last + 1) if text else ():
                found[code] = text[:-1] + chr(min(ord(text[-1]) + code - first, 0x10FFFF))
        at += 1


def _code(digits: bytes) -> int:
    try:
        return int(b"".join(digits.split()) or b"0", 16) & 0xFFFF
    except ValueError:
        return 0


def _text(digits: bytes) -> str:
    try:
        return bytes.fromhex(b"".join(digits.split()).decode("ascii")).decode("utf-16-be")
    except ValueError:
        return UNKNOWN


def _composite_widths(given: pikepdf.Object | None) -> dict[int, float]:
    """The widths of a composite font: `first [w w w]`, or `first last w`."""
    items, widths, at = _items(given), dict[int, float](), 0
    while at + 1 < len(items) and len(widths) < MOST_CODES:
        first = int(_number(items[at], 0))
        if isinstance(items[at + 1], pikepdf.Array):
            for code, width in enumerate(_items(items[at + 1])[:MOST_CODES], first):
                widths[code] = _number(width, 0)
            at += 2
        elif at + 2 < len(items):
            last = min(int(_number(items[at + 1], 0)), first + MOST_CODES)
            widths |= dict.fromkeys(range(first, last + 1), _number(items[at + 2], 0))
            at += 3
        else:
            break
    return widths


def _items(given: object) -> list[pikepdf.Object]:
    return list(given) if isinstance(given, pikepdf.Array) else []


def _number(given: object, otherwise: float) -> float:
    try:
        return float(given)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return otherwise
