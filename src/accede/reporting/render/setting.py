"""How close a paper is set in print: most as papers of the United Nations are, one that has two pages closer."""

from accede.paper.tree import Document

CLOSE = frozenset({"brief"})
"""The kinds of paper that must fit on two pages."""


def is_close(document: Document) -> bool:
    """Whether the paper is set closer: smaller letters, less white space, the text not indented below its headings."""
    return document.kind in CLOSE
