"""What of a letter is printed where: the address above the title, the signature apart, the annex on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass

from accede.paper.tree import Document, Section
from accede.reporting.render.setting import Setting, setting


@dataclass(frozen=True, slots=True)
class LetterParts:
    """The sections of a letter: those before the first heading are the letter itself; the first of them is the address and
    the last of three the signature. `annexed` has the others.
    """

    address: tuple[Section, ...]
    body: tuple[Section, ...]
    signature: tuple[Section, ...]
    annexed: tuple[Section, ...]


def letter_parts(document: Document) -> LetterParts | None:
    """The parts of a letter; None of any other paper."""
    if setting(document) is not Setting.LETTER:
        return None
    sections = document.sections
    headed = next((place for place, each in enumerate(sections) if each.heading or each.number), len(sections))
    letter = sections[:headed]
    signed = 1 if len(letter) > 2 else 0
    return LetterParts(
        address=letter[:1],
        body=letter[1 : len(letter) - signed],
        signature=letter[len(letter) - signed :],
        annexed=sections[headed:],
    )
