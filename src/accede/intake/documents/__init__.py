"""Readers of documents, one format a module: bytes to the tree of a paper. What a renderer writes, its reader gives back.

Nothing here knows what a paper says; `kind` and `status_paper` do.
"""

import io
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from accede.intake.documents.door import (
    AS_PAPER,
    COMPOUND,
    PDF,
    ZIP,
    bytes_of,
    refuse_disguised,
    refuse_unread,
)
from accede.intake.documents.extent import TooLarge
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

Reader = Callable[..., Document]
"""`read(data, *, name)`: the tree of a file's bytes; `name` stands in errors. Raises Unreadable and nothing else."""


def _reader(module: str) -> Reader:
    """The reader of a format, imported when a file of it is read: each has libraries of its own.

    A table that is too large knows no file: its refusal is given the file's name.
    """

    def read(data: bytes, *, name: str) -> Document:
        try:
            found: Document = import_module(f"accede.intake.documents.{module}").read(data, name=name)
        except TooLarge as error:
            raise TooLarge(error.where or name) from error
        return found

    return read


BY_SUFFIX = {
    ".txt": _reader("text"),
    ".md": _reader("markdown"),
    ".markdown": _reader("markdown"),
    ".html": _reader("html"),
    ".htm": _reader("html"),
    ".docx": _reader("docx"),
    ".json": _reader("json"),
    ".pdf": _reader("pdf"),
    ".eml": _reader("eml"),
    ".msg": _reader("msg"),
    ".xlsx": _reader("xlsx"),
    ".csv": _reader("csv"),
    ".tsv": _reader("csv"),
}
HTML_STARTS = (b"<!doctype html", b"<html")


def read_document(path: Path) -> Document:
    """The tree of a file. Raises Unreadable, naming the file, the place and the remedy."""
    return document_of(bytes_of(path), name=str(path))


def document_of(data: bytes, *, name: str) -> Document:
    """The tree of a file's bytes; its name tells what it is where its first bytes do not, and may lie. Raises Unreadable."""
    return refuse_unknown(data, name=name)(data, name=name)


def refuse_unknown(data: bytes, *, name: str) -> Reader:
    """The reader for a file's bytes. Raises Unreadable for an empty file, for one of no kind that is read, and for a disguise."""
    refuse_unread(data, name=name)
    refuse_disguised(data, name=name)
    return reader_of(Path(name), data)


def reader_of(path: Path, data: bytes) -> Reader:
    """The reader for a file: by its first bytes where they tell, else by its suffix. Raises Unreadable for an unknown one."""
    if data.startswith(ZIP):
        return BY_SUFFIX[".xlsx"] if _is_workbook(data) else BY_SUFFIX[".docx"]
    if data.startswith(PDF):
        return BY_SUFFIX[".pdf"]
    if data.startswith(COMPOUND):
        return BY_SUFFIX[".msg"]
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS):
        return BY_SUFFIX[".html"]
    reader = BY_SUFFIX.get(path.suffix.lower())
    if reader is None:
        what = f"files ending in “{path.suffix}” are not read" if path.suffix else "its name does not tell what it is"
        raise Unreadable(what, where=str(path), remedy=AS_PAPER)
    return reader


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return "xl/workbook.xml" in file.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
