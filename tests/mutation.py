"""Documents spoilt as mails, disks, programs and people spoil them: cut, doubled, moved, filled with what stands elsewhere."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
import zlib

LONGEST = 400_000
"""Bytes of a spoilt document: what is larger is refused by other rules."""
WORDS = (
    "China", "CubaChina", "Côte d’Ivoire", "KOREA, DPR OF", "Marshall Islands3", "Atlantis", "United States", "all States",
    "3 March 2031", "31 February 2018", "February 30, 2016", "30-2 March 2014", "2018-13-45", "9999", "0", "-1", "1e9", "٣",
    "99999999999999999999", "72/53", "A/C.1/72/L.40", "A/RES/999/1", "C.N.77.2031.TREATIES-XXVI.5", "16MSP", "999MSP", "0RC",
    "IM2018", "Twenty-ninth Meeting of the States Parties", "in favour", "In favour (5):", "Abstaining:", "State not party",
    "Last participation", "acceded", "withdrew", "the 162nd", "over 160", "[text ends here]", "(...)", "“", "”", "\"", "(", ")",
    "\t", "\n", "\n\n", "\r\n", "|", ",", ";", "<p>", "</p>", "<table>", "</td>", "<td colspan=99>", "&#x0;", "&amp;", "<!--",
    "# ", "## II. ", "- ", "1. ", "¹", "[^1]:", "> ", "\ufeff", "\u202e", "\u0000", "\ud7ff", "İ", "ß", "ﬃ", "\u0301",
    "中国", "مصر",
    "=?utf-8?q?=FF?=", "Content-Type: multipart/mixed; boundary=b", "--b1", "--b1--", "charset=utf-7", "base64",
    "null", "true", "{", "}", "[", "]", "/Length 9", "/Filter /FlateDecode", "BT", "Tj", "obj", "endobj", "stream", "/Kids", "/K",
    "w:val", "<w:p>", "<w:tbl><w:tr><w:tc>", "gridSpan", "r=\"XFD1048576\"", "t=\"s\"", "<v>1e400</v>", "s=\"99\"",
)  # fmt: skip
NESTED = ("(", "[", "{", '{"a":', "<div>", "<table><tr><td>", "<w:p>", "<< /K ", "> ", "*", "“", "- ", "\t", "((")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A document spoilt in one to four ways; what is packed is spoilt inside, or its packing is."""
    for _ in range(chance.randint(1, 4)):
        if data[:4] == b"PK\x03\x04" and chance.random() < 0.85:
            data = _packed(data, chance)
        else:
            data = chance.choice(LINES if chance.random() < 0.5 else BYTES)(data, chance)
    return data[:LONGEST]


def _packed(data: bytes, chance: random.Random) -> bytes:
    """One of the parts of a ZIP file spoilt, left out, doubled or called by another's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = [(entry.filename, file.read(entry)) for entry in file.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return _cut(data, chance)
    if not parts:
        return data
    at = chance.randrange(len(parts))
    at = max(
        (at, chance.randrange(len(parts))), key=lambda one: len(parts[one][1])
    )  # the text more often than the rest
    name, part = parts[at]
    match chance.randrange(12):
        case 0:
            del parts[at]
        case 1:
            parts.append((name, part))
        case 2:
            parts[at] = (chance.choice(parts)[0], part)
        case 3:
            parts[at] = (name, chance.choice(parts)[1])
        case _:
            parts[at] = (name, chance.choice((*LINES, *BYTES, *BYTES))(part, chance))
    out = io.BytesIO()
    how = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w", how) as file:  # a name twice is meant
        for name, part in parts:
            file.writestr(zipfile.ZipInfo(name or "x"), part, compress_type=how)
    return out.getvalue()


def _span(data: bytes, chance: random.Random, longest: int = 400) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(0, longest))


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _beheaded(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randint(0, len(data)) :]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _left_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50)) + data[end:]


def _spliced(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    at = chance.randint(0, len(data))
    return data[:at] + data[start:end] + data[at:]


def _random(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 20)) + data[at:]


def _word(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance, 12)
    return data[:start] + chance.choice(WORDS).encode() + data[end:]


def _figure(data: bytes, chance: random.Random) -> bytes:
    """A figure changed for others: a day that cannot be, a number out of bounds."""
    places = [at for at, sign in enumerate(data) if 48 <= sign <= 57]
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + chance.choice(("", "0", "9", "99", "00", "-", "1000000", "²")).encode() + data[at + 1 :]


def _nested(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(NESTED).encode() * chance.choice((3, 40, 1500)) + data[at:]


def _lines_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _lines_doubled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * chance.choice((2, 3, 40)), *lines[at + 1 :]])


def _lines_joined(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return (
        b"\n".join(lines[:at])
        + (b"\n" if at else b"")
        + b"".join(lines[at : at + 2])
        + b"\n"
        + b"\n".join(lines[at + 2 :])
    )


def _cells_moved(data: bytes, chance: random.Random) -> bytes:
    """A line with the cells of a table in another order or number."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    sign = chance.choice((b"\t", b",", b"|", b" "))
    cells = lines[at].split(sign)
    chance.shuffle(cells)
    lines[at] = sign.join(cells[: chance.randint(0, len(cells))])
    return b"\n".join(lines)


def _word_over_word(data: bytes, chance: random.Random) -> bytes:
    words = data.split(b" ")
    words[chance.randrange(len(words))] = chance.choice(WORDS).encode()
    return b" ".join(words)


BYTES = (_cut, _beheaded, _flipped, _left_out, _doubled, _spliced, _random, _word, _figure, _nested)
LINES = (_lines_moved, _lines_doubled, _lines_joined, _cells_moved, _word_over_word, _figure)
