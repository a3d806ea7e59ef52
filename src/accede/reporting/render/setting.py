"""How a paper is set in print: as papers of the United Nations are, closer to fit on two pages, to be read out, or as a letter."""

from enum import StrEnum

from accede.paper.tree import Document


class Setting(StrEnum):
    """CLOSE: smaller letters, less white space, no text further in than its heading.

    SPOKEN: the first section in large letters on wide lines, and what follows it on a page of its own.
    LETTER: address, subject, text and signature as of a letter, and what is annexed on a page of its own (`letter.py`).
    """

    USUAL = "usual"
    CLOSE = "close"
    SPOKEN = "spoken"
    LETTER = "letter"


SETTINGS = {"brief": Setting.CLOSE, "statement": Setting.SPOKEN, "letter": Setting.LETTER}
"""By the kind of paper; the others are set as usual."""


def setting(document: Document) -> Setting:
    """The setting of a paper."""
    return SETTINGS.get(document.kind, Setting.USUAL)
