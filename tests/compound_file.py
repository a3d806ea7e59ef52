"""Writes a small compound file, the container of Outlook's messages: enough of [MS-CFB] for tests of their reader."""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
CUTOFF = 4096
"""Shorter streams would go into the mini stream; here they are filled up with NULs instead."""


def compound_file(streams: dict[str, bytes]) -> bytes:
    """The bytes of a file with these streams in its root."""
    names = sorted(streams)
    held = [streams[name].ljust(CUTOFF, b"\0") for name in names]
    directory_sectors = (len(names) + 1 + 3) // 4
    table = [FAT] + [at + 2 for at in range(directory_sectors - 1)] + [END]
    starts = []
    for data in held:
        count = (len(data) + SECTOR - 1) // SECTOR
        starts.append(len(table))
        table += [len(table) + at + 1 for at in range(count - 1)] + [END]
    assert len(table) <= SECTOR // 4
    header = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, CUTOFF, END, 0, END, 0,
    )[: 512 - 436]  # fmt: skip
    header = header.ljust(76, b"\0") + struct.pack("<109I", 0, *([FREE] * 108))
    entries = [_entry("Root Entry", 5, NONE, 1 if names else NONE, END, 0)]
    for at, (name, start) in enumerate(zip(names, starts, strict=True)):
        entries.append(_entry(name, 2, at + 2 if at + 1 < len(names) else NONE, NONE, start, len(held[at])))
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return header + fat + directory + b"".join(data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0") for data in held)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", written, len(written), kind, 1, NONE, right, child, b"", 0, 0, 0, start, size
    )


def message(fields: dict[str, str], *, sent: int = 0) -> bytes:
    """A message of Outlook with these text properties by number ("0037": subject) and the instant it was sent."""
    streams = {f"__substg1.0_{number}001F": text.encode("utf-16-le") for number, text in fields.items()}
    fixed = b"\0" * 32 + struct.pack("<IIQ", 0x00390040, 2, sent) if sent else b"\0" * 32
    return compound_file(streams | {"__properties_version1.0": fixed})
