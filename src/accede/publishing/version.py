"""Which state of the programme makes the pages: a page kept by a reader is not valid for the next version's."""

import hashlib
from pathlib import Path

SUFFIXES = frozenset({".py", ".html", ".css", ".js", ".mo", ".csv", ".toml", ".json"})


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            held = path.stat()
            whole.update(f"{path.relative_to(folder)} {held.st_size} {held.st_mtime_ns}\n".encode())
    return whole.hexdigest()[:16]


CODE = _digest(Path(__file__).parents[1])
"""A digest of names, sizes and times of the installed files."""
