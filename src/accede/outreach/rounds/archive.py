"""All letters of a round as files: one .zip of Word and PDF, the same bytes for the same letters."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from accede.outreach.rounds.composed import composed_all
from accede.outreach.rounds.held import letters_of, round_held
from accede.paper.tree import Document
from accede.reporting.render import renderer_for

SUFFIXES = (".docx", ".pdf")
_OUTSIDE = re.compile(r"[^A-Za-z0-9.-]+")


def archive(round_key: str, states: Iterable[str] = (), suffixes: Iterable[str] = SUFFIXES) -> bytes:
    """The letters of a round (those to `states`, where any is named), each in these formats. Raises as `composed_all` does."""
    round_, wanted = round_held(round_key), frozenset(states)
    letters = [each for iso3, each in letters_of(round_key).items() if not wanted or iso3 in wanted]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for key, letter in composed_all(round_, letters).items():
            for name, content in _files(key, letter.document, suffixes):
                file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def file_name(letter_key: str, language: str, suffix: str) -> str:
    """The name of a letter's file ("apmbc-round-2018-03-26-ARM-fr.pdf")."""
    return f"{_OUTSIDE.sub('-', letter_key).strip('-.')}-{language}{suffix}"


def _files(key: str, document: Document, suffixes: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for suffix in suffixes:
        yield file_name(key, document.language, suffix), renderer_for(suffix)(document)
