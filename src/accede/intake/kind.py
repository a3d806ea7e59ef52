"""What a document is, told by its format, its tables and its title; each kind has its reader."""

import re
from collections.abc import Mapping
from importlib.resources import files
from types import ModuleType

from accede.intake import lists, notifications, prose, replies, reports, sheets
from accede.intake.documents.sheet import SHEET
from accede.intake.findings import DocumentKind, Findings
from accede.intake.ground import Ground
from accede.intake.source import text_of_document
from accede.intake.status_paper.reader import read_status_paper
from accede.paper.tree import Document, all_sections, tables, text_of
from accede.register.treaty import TreatyDefinition
from accede.register.treaty_file import read_treaty
from accede.register.values import Occasion
from accede.vocabulary.errors import Unreadable
from accede.vocabulary.state_names import NameTable

STATUS_TITLE = re.compile(r"\bstatus of universali[sz]ation\b", re.IGNORECASE)
MOST_CHARACTERS = 2_000_000
"""Of a page, statement or report: some six hundred pages. Reading them takes a minute."""
STATUS_KINDS = ("status-paper", "status_paper", "status")

READERS: tuple[ModuleType, ...] = (replies, sheets, lists, notifications, reports, prose)
"""The readers of the other kinds, in order: each has `kind_of(document, ground)`, None where it is none of its own, and
`read(document, ground, kind)`, which never raises for what stands in the document."""


def kind_of(document: Document) -> DocumentKind | None:
    """Whether the document is a status paper; None where it is not."""
    heads = [document.title, document.subtitle, *(section.heading for section in all_sections(document))]
    if (
        document.kind in STATUS_KINDS
        or any(table.kind == "overview" for table in tables(document))
        or any(STATUS_TITLE.search(text_of(head)) for head in heads)
    ):
        return DocumentKind.STATUS_PAPER
    return None


def read_findings(
    document: Document,
    names: NameTable,
    occasions: Mapping[str, Occasion],
    *,
    treaty: str,
    name: str,
    treaties: Mapping[str, TreatyDefinition] | None = None,
) -> Findings:
    """What the document says, by the reader of its kind. Raises Unreadable for one of no kind that is read."""
    if kind_of(document) is not None:
        return read_status_paper(document, names, occasions, treaty=treaty)
    ground = Ground(
        names=names,
        occasions=occasions,
        treaties=treaties if treaties is not None else shipped_treaties(),
        treaty=treaty,
        file_name=name.replace("\\", "/").rpartition("/")[2],
    )
    if document.kind != SHEET and (size := len(text_of_document(document))) > MOST_CHARACTERS:
        raise Unreadable(
            f"its text has {size:,} characters, more than the {MOST_CHARACTERS:,} that are read",
            where=name,
            remedy="Give the part you mean",
        )
    for reader in READERS:
        kind = reader.kind_of(document, ground)
        if kind is not None:
            found: Findings = reader.read(document, ground, kind)
            return found
    raise Unreadable(
        "it is not a status paper: it has neither that title nor a table of States with their last participation; "
        "and it is no statement, message, list or table that is known",
        where=name,
        remedy="Give a paper about one of the treaties, with its title, or a table with its head",
    )


def shipped_treaties() -> dict[str, TreatyDefinition]:
    """The treaties whose files come with the programme."""
    folder = files("accede") / "data" / "treaties"
    found = (read_treaty(file.read_text(encoding="utf-8"), file.name) for file in folder.iterdir())
    return {treaty.key: treaty for treaty in sorted(found, key=lambda one: one.key)}
