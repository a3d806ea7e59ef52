"""The reader of lists in running text: participants of a meeting, votes by how they were cast."""

from __future__ import annotations

from types import ModuleType

from accede.intake.findings import DocumentKind, Findings
from accede.intake.ground import Ground
from accede.intake.lists import participants, votes
from accede.intake.prose.passages import page_of
from accede.paper.tree import Document, Paragraph, all_sections, paragraph_text, text_of

READERS: tuple[ModuleType, ...] = (participants, votes)


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """The kind of list; None for another document."""
    lines = lines_of(document)
    for reader in READERS:
        if reader.is_one(lines):
            kind: DocumentKind = reader.KIND
            return kind
    return None


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """Everything in the list. Never raises for what stands in it."""
    reader = next(one for one in READERS if kind is one.KIND)
    found: Findings = reader.read(lines_of(document), page_of(document, ground), ground)
    return found


def lines_of(document: Document) -> list[tuple[str, str]]:
    """Every line of the document with its place: title, headings, paragraphs, cells."""
    found = [("title", text_of(one)) for one in (document.title, document.subtitle) if one]
    number = 0
    for section in all_sections(document):
        heading = " ".join(filter(None, (section.number and f"{section.number}.", text_of(section.heading))))
        if heading:
            found.append(("heading", heading))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                number += 1
                prefix = f"{block.number}. " if block.number else ""
                found.append((f"paragraph {number}", f"{prefix}{text_of(block.inlines)}".strip()))
            else:
                for row in (*block.header, *block.rows):
                    number += 1
                    found += [(f"row {number}", paragraph_text(cell.paragraphs).strip()) for cell in row.cells]
    return [(where, text) for where, text in found if text]
