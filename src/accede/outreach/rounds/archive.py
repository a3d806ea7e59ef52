"""All letters of a round as files: one .zip of Word and PDF, the same bytes for the same letters."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from accede.outreach.rounds.composed import Composed, as_read, composed_all
from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.printed import printed
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
            for suffix in suffixes:
                name = zipfile.ZipInfo(file_name(key, letter.document.language, suffix), (1980, 1, 1, 0, 0, 0))
                file.writestr(name, file_of(letter, suffix), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def file_name(letter_key: str, language: str, suffix: str) -> str:
    """The name of a letter's file ("apmbc-round-2018-03-26-ARM-fr.pdf")."""
    return f"{_OUTSIDE.sub('-', letter_key).strip('-.')}-{language}{suffix}"


def file_of(letter: Composed, suffix: str) -> bytes:
    """A letter as a file: the PDF that was made to be handed over or was sent, where there is one; else as it is read."""
    made = printed(letter.letter.fact) if suffix == ".pdf" else None
    return made if made is not None else renderer_for(suffix)(as_read(letter.document))
