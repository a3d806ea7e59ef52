"""What a document is, told by its tables and title; each kind has its reader."""

import re
from collections.abc import Mapping

from accede.intake.findings import DocumentKind, Findings
from accede.intake.status_paper import read_status_paper
from accede.paper.tree import Document, all_sections, tables, text_of
from accede.register.values import Occasion
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.state_names import NameTable

STATUS_TITLE = re.compile(r"\bstatus of universali[sz]ation\b", re.IGNORECASE)
STATUS_KINDS = ("status-paper", "status_paper", "status")


def kind_of(document: Document) -> DocumentKind | None:
    """What the document is; None where it is of no kind that is read."""
    heads = [document.title, document.subtitle, *(section.heading for section in all_sections(document))]
    if (
        document.kind in STATUS_KINDS
        or any(table.kind == "overview" for table in tables(document))
        or any(STATUS_TITLE.search(text_of(head)) for head in heads)
    ):
        return DocumentKind.STATUS_PAPER
    return None


def read_findings(
    document: Document, names: NameTable, occasions: Mapping[str, Occasion], *, treaty: str, name: str
) -> Findings:
    """What the document says, by the reader of its kind. Raises Unreadable for one of no kind that is read."""
    if kind_of(document) is None:
        raise Unreadable(
            "it is not a status paper: it has neither that title nor a table of States with their last participation",
            where=name,
            remedy="Give a status paper; other kinds of document are not read yet",
        )
    return read_status_paper(document, names, occasions, treaty=treaty)
