"""Papers in JSON, as `reporting/render/json.py` writes them: the canonical tree itself."""

from accede.intake.documents.door import decoded
from accede.paper.canonical import document_from
from accede.paper.tree import Document
from accede.vocabulary.errors import Unreadable


def read(data: bytes, *, name: str) -> Document:
    """The tree that the file holds. Raises Unreadable."""
    try:
        return document_from(decoded(data, name=name).encode())
    except Unreadable as error:
        where = error.where if error.where.startswith(name) else ", ".join(filter(None, (name, error.where)))
        raise Unreadable(error.what, where=where, remedy=error.remedy) from error
    except RecursionError as error:
        raise Unreadable("it is nested too deeply for a paper", where=name, remedy="Give another file") from error
