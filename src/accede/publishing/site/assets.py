"""Styles and scripts under names that change with their content, so that a reader may keep them for good."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from accede.publishing.site.file import File
from accede.publishing.site.links import file_beside

FOLDER = Path(__file__).parents[1] / "static"
_URL = re.compile(r"url\((['\"]?)(?!data:|#)([^)'\"]+)\1\)")


def assets() -> Mapping[str, File]:
    """Each file of the site's static folder by its address there (`static/publishing/accede.css`)."""
    found: dict[str, File] = {}
    paths = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    for path in sorted(
        paths, key=lambda one: one.suffix == ".css"
    ):  # a stylesheet names other files, and comes after them
        address = f"static/{path.relative_to(FOLDER).as_posix()}"
        found[address] = _hashed(address, _with_links(address, path.read_bytes(), found))
    return found


def _hashed(address: str, content: bytes) -> File:
    digest = hashlib.sha256(content).hexdigest()
    name, dot, suffix = address.rpartition(".")
    return File(path=f"{name}.{digest[:12]}{dot}{suffix}", depends_on=digest, make=lambda: content)


def _with_links(address: str, content: bytes, found: Mapping[str, File]) -> bytes:
    if not address.endswith(".css"):
        return content

    def link(match: re.Match[str]) -> str:
        held = found.get(file_beside(address, match[2]))
        if held is None:
            return match[0]
        folder = match[2].rpartition("/")[0]
        return f"url({match[1]}{folder}{'/' if folder else ''}{held.path.rpartition('/')[2]}{match[1]})"

    return _URL.sub(link, content.decode()).encode()
