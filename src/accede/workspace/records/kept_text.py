"""The text of a source's kept copy, read by the readers of intake."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from accede.accounts.actor import Actor
from accede.intake.documents import BY_SUFFIX, document_of
from accede.intake.source import text_of_document
from accede.records import kept
from accede.records.models import SourceVersion
from accede.records.values import Source
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.workspace.records.readable import history_of

_IMPORTED = re.compile(r"\bimported from ([\w.-]+)")


def text_of_source(actor: Actor, key: str) -> str | None:
    """All text of the kept copy of a source that the person may read; None where there is none, or it cannot be read."""
    if not key:
        return None
    try:
        source = history_of(actor, SourceVersion.record_kind(), key).fact
    except UnknownName:
        return None
    return text_of_copy(source.kept_sha256, _name(source)) if source.kept_sha256 else None


@lru_cache(maxsize=8)
def text_of_copy(sha256: str, name: str) -> str | None:
    """The text of a kept file; a file whose format nothing tells is read as plain text."""
    try:
        content = kept.read("sources", sha256)
    except FileNotFoundError:
        return None
    for called in dict.fromkeys((name, f"{name}.txt")):
        try:
            return text_of_document(document_of(content, name=called))
        except Unreadable:
            continue
    return None


def _name(source: Source) -> str:
    """What the file was called, as far as it is known: by that its format is told where its bytes do not tell it."""
    imported = _IMPORTED.search(source.note)
    try:
        path = PurePosixPath(urlsplit(source.url).path).name
    except ValueError:
        path = ""
    named = (imported[1] if imported else "", source.title, path)
    return next((one for one in named if PurePosixPath(one).suffix.lower() in BY_SUFFIX), "copy")
