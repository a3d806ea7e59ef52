"""Readers of documents, one format a module: bytes to the tree of a paper. What a renderer writes, its reader gives back.

Nothing here knows what a paper says; `kind` and `status_paper` do.
"""

from collections.abc import Callable
from pathlib import Path

from accede.intake.documents import docx, html, json, markdown, text
from accede.intake.documents.door import AS_PAPER, ZIP, bytes_of
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

Reader = Callable[..., Document]
"""`read(data, *, name)`: the tree of a file's bytes; `name` stands in errors. Raises Unreadable and nothing else."""

BY_SUFFIX: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".json": json.read,
}
HTML_STARTS = (b"<!doctype html", b"<html")


def read_document(path: Path) -> Document:
    """The tree of a file. Raises Unreadable, naming the file, the place and the remedy."""
    data = bytes_of(path)
    return reader_of(path, data)(data, name=str(path))


def reader_of(path: Path, data: bytes) -> Reader:
    """The reader for a file: by its first bytes where they tell, else by its suffix. Raises Unreadable for an unknown one."""
    if data.startswith(ZIP):
        return docx.read
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS):
        return html.read
    reader = BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        what = f"files ending in “{path.suffix}” are not read" if path.suffix else "its name does not tell what it is"
        raise Unreadable(what, where=str(path), remedy=AS_PAPER)
    return reader
