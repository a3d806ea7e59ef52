"""How much a PDF may unpack to, looked at before anything unpacks it. Pure."""

import re
import zlib

from accede.vocabulary.errors import Unreadable

MOST_CONTENT = 40 * 1024 * 1024
"""Of pages, forms and tables of characters; a paper of ten pages has half a million."""
MOST_OTHERS = 400 * 1024 * 1024
"""Of pictures and fonts, which are not read."""
MOST_STREAMS = 200_000
STREAM = re.compile(rb"stream\r?\n")
PICTURE = re.compile(rb"/Subtype\s*/Image\b|/Length[123]\s|/FontFile")
INDEX = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
OLD = re.compile(rb"/LZW(?:Decode)?\b")
LONGEST_OLD = 1024 * 1024
NESTED = 3
STEP = 1 << 20


def refuse_oversized(data: bytes, *, name: str) -> None:
    """Raises Unreadable for a file whose streams unpack to more than a paper has."""
    left = {True: MOST_OTHERS, False: MOST_CONTENT}
    if OLD.search(data) and len(data) > LONGEST_OLD:
        raise _refusal("is packed in an old way that hides how large it is", name)
    for number, match in enumerate(STREAM.finditer(data)):
        head = data[max(0, match.start() - 2000) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        is_picture = bool(PICTURE.search(head)) and not INDEX.search(head)
        left[is_picture] -= _unpacked(data, match.end(), left[is_picture])
        if min(left.values()) < 0 or number > MOST_STREAMS:
            raise _refusal(f"unpacks to more than the {MOST_CONTENT // (1024 * 1024)} MB that a paper may have", name)


def _unpacked(data: bytes, at: int, most: int, depth: int = 0) -> int:
    """How many bytes a stream unpacks to, counted until it is more than `most`. What is no deflated stream counts nothing."""
    if data[at : at + 1] not in (b"\x78", b"\x58", b"\x48", b"\x38", b"\x68"):
        return 0
    packed, total, first = zlib.decompressobj(), 0, b""
    try:
        piece = data[at : at + STEP]
        while piece and total <= most and not packed.eof:
            part = packed.decompress(piece, STEP)
            first = first or part
            total += len(part)
            at += len(piece) - len(packed.unconsumed_tail) if packed.unconsumed_tail else len(piece)
            piece = packed.unconsumed_tail or data[at : at + STEP]
            if packed.unconsumed_tail:
                at += len(packed.unconsumed_tail)
    except zlib.error:
        return total
    if depth < NESTED and first[:1] == b"\x78":
        total += _unpacked(first, 0, most - total, depth + 1)
    return total


def _refusal(what: str, name: str) -> Unreadable:
    return Unreadable(f"it {what}", where=name, remedy="Check that it is the paper you mean")
