"""Readers of documents, one format a module: bytes to the tree of a paper. What a renderer writes, its reader gives back.

Nothing here knows what a paper says; `kind` and `status_paper` do.
"""

import io
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from accede.intake.documents import csv, docx, eml, html, json, markdown, text
from accede.intake.documents.door import AS_PAPER, COMPOUND, PDF, ZIP, bytes_of
from accede.intake.documents.extent import TooLarge
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable

Reader = Callable[..., Document]
"""`read(data, *, name)`: the tree of a file's bytes; `name` stands in errors. Raises Unreadable and nothing else."""


def _reader(module: str) -> Reader:
    """The reader of a format whose libraries take long to import: only those who read it wait for them."""

    def read(data: bytes, *, name: str) -> Document:
        found: Document = import_module(f"accede.intake.documents.{module}").read(data, name=name)
        return found

    return read


def _naming(reader: Reader) -> Reader:
    """The reader, with the file's name in the refusal of a table that is too large, which knows no file."""

    def read(data: bytes, *, name: str) -> Document:
        try:
            return reader(data, name=name)
        except TooLarge as error:
            raise TooLarge(error.where or name) from error

    return read


READ_PDF, READ_MSG, READ_XLSX = _reader("pdf"), _reader("msg"), _reader("xlsx")

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".json": json.read,
    ".pdf": READ_PDF,
    ".eml": eml.read,
    ".msg": READ_MSG,
    ".xlsx": READ_XLSX,
    ".csv": csv.read,
    ".tsv": csv.read,
}
BY_SUFFIX = {suffix: _naming(reader) for suffix, reader in _BY_SUFFIX.items()}
HTML_STARTS = (b"<!doctype html", b"<html")


def read_document(path: Path) -> Document:
    """The tree of a file. Raises Unreadable, naming the file, the place and the remedy."""
    data = bytes_of(path)
    return _naming(reader_of(path, data))(data, name=str(path))


def reader_of(path: Path, data: bytes) -> Reader:
    """The reader for a file: by its first bytes where they tell, else by its suffix. Raises Unreadable for an unknown one."""
    if data.startswith(ZIP):
        return READ_XLSX if _is_workbook(data) else docx.read
    if data.startswith(PDF):
        return READ_PDF
    if data.startswith(COMPOUND):
        return READ_MSG
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS):
        return html.read
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
