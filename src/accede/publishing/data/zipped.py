"""Files in a ZIP archive that is the same for the same files: without times, owners and chance."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP archive can hold."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive of names and contents, in the order given."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as held:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            held.writestr(entry, content)
    return archive.getvalue()


def unzipped(content: bytes) -> list[tuple[str, bytes]]:
    """Names and contents of an archive, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return [(name, held.read(name)) for name in held.namelist()]
