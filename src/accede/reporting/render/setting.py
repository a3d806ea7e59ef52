"""How a paper is set in print: as papers of the United Nations are, closer to fit on two pages, or to be read out."""

from enum import StrEnum

from accede.paper.tree import Document


class Setting(StrEnum):
    """CLOSE: smaller letters, less white space, no text further in than its heading.

    SPOKEN: the first section in large letters on wide lines, and what follows it on a page of its own.
    """

    USUAL = "usual"
    CLOSE = "close"
    SPOKEN = "spoken"


SETTINGS = {"brief": Setting.CLOSE, "statement": Setting.SPOKEN}
"""By the kind of paper; the others are set as usual."""


def setting(document: Document) -> Setting:
    """The setting of a paper."""
    return SETTINGS.get(document.kind, Setting.USUAL)
