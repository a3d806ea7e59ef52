"""A paper as JSON: the canonical bytes of the tree, so that the SHA-256 of the file is the hash of the edition."""

from accede.paper.canonical import canonical_bytes
from accede.paper.sound import refuse_unsound
from accede.paper.tree import Document


def render(document: Document) -> bytes:
    """UTF-8, one line. Raises `Unreadable` for text that cannot be printed."""
    refuse_unsound(document)
    return canonical_bytes(document)
