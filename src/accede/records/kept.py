"""Kept copies of sources, editions, letters and mail: files in ACCEDE_HOME named by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from accede.records.whole import written_whole

FOLDERS = ("sources", "editions", "letters", "mail")
REMEDY = "Put back the copy of the last backup"


def keep(folder: str, content: bytes) -> str:
    """Keep a file; the same content is kept once, and a copy that was damaged is made good. Returns its SHA-256."""
    name = hashlib.sha256(content).hexdigest()
    place = _folder(folder)
    place.mkdir(parents=True, exist_ok=True)
    if not _is(place / name, content):
        with written_whole(place / name, is_private=True) as file:
            file.write(content)
    return name


def _is(file: Path, content: bytes) -> bool:
    """Whether this is a file of its own that holds just this."""
    try:
        return not file.is_symlink() and file.stat().st_size == len(content) and file.read_bytes() == content
    except FileNotFoundError:
        return False


def read(folder: str, name: str) -> bytes:
    """The content kept under this SHA-256. Raises FileNotFoundError."""
    return (_folder(folder) / name).read_bytes()


def damaged() -> Iterator[str]:
    """A sentence for each kept file whose content is not what its name says."""
    for folder in FOLDERS:
        for file in sorted(_folder(folder).glob("*")):
            if len(file.name) != 64:
                continue
            if file.is_symlink() or not file.is_file():
                yield f"{folder}/{file.name} is no file of its own any more. {REMEDY}."
            elif hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                yield f"{folder}/{file.name} was changed after it was kept. {REMEDY}."


def missing(folder: str, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each (key, SHA-256) whose file is not kept any more."""
    for key, name in names:
        if not (_folder(folder) / name).exists():
            yield f"{key}: its kept copy {folder}/{name} is gone. {REMEDY}."


def files() -> Iterator[Path]:
    """Every kept file."""
    for folder in FOLDERS:
        yield from (file for file in sorted(_folder(folder).glob("*")) if len(file.name) == 64)


def _folder(folder: str) -> Path:
    return Path(settings.ACCEDE_HOME) / folder
