"""A document as the source that its evidence is recorded under: its key, what it is, who may see what it says. Pure."""

from __future__ import annotations

import re

from accede.intake.findings import DocumentKind, Findings
from accede.paper.tree import Block, Document, Paragraph, Section, text_of
from accede.records.values import Source
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

KINDS: dict[DocumentKind, tuple[SourceKind, SourceGrade]] = {
    DocumentKind.STATUS_PAPER: (SourceKind.STATUS_PAPER, SourceGrade.ORGAN),
    DocumentKind.STATEMENT: (SourceKind.STATEMENT, SourceGrade.OFFICIAL),
    DocumentKind.PRESS_RELEASE: (SourceKind.PRESS, SourceGrade.PRESS),
    DocumentKind.REPLY: (SourceKind.CORRESPONDENCE, SourceGrade.OFFICIAL),
    DocumentKind.VOTE_RECORD: (SourceKind.VOTE_RECORD, SourceGrade.UN),
    DocumentKind.PARTICIPANTS: (SourceKind.REPORT, SourceGrade.ORGAN),
    DocumentKind.DEPOSITARY_TABLE: (SourceKind.DEPOSITARY_RECORD, SourceGrade.DEPOSITARY),
    DocumentKind.DEPOSITARY_NOTIFICATION: (SourceKind.DEPOSITARY_RECORD, SourceGrade.DEPOSITARY),
    DocumentKind.ARTICLE_7_REPORT: (SourceKind.REPORT, SourceGrade.OFFICIAL),
    DocumentKind.SECRETARIAT_TABLE: (SourceKind.DATA_SET, SourceGrade.ORGAN),
    DocumentKind.PROFILE: (SourceKind.WEB_PAGE, SourceGrade.MONITOR),
    DocumentKind.MINUTES: (SourceKind.REPORT, SourceGrade.ORGAN),
    DocumentKind.WORK_PLAN: (SourceKind.REPORT, SourceGrade.ORGAN),
    DocumentKind.MEETING_NOTICE: (SourceKind.WEB_PAGE, SourceGrade.ORGAN),
    DocumentKind.ACTION_PLAN: (SourceKind.REPORT, SourceGrade.ORGAN),
    DocumentKind.UNIVERSALIZATION_PAGE: (SourceKind.WEB_PAGE, SourceGrade.ORGAN),
}
NOT_FOR_ALL = frozenset({DocumentKind.REPLY, DocumentKind.MINUTES, DocumentKind.SECRETARIAT_TABLE})
"""What is not published: its evidence is for the presidency until somebody says otherwise."""
OF_ORGANS = re.compile(
    r"//(?:[\w-]+\.)*(?:apminebanconvention|clusterconvention|thearmstradetreaty|opcw|ctbto|unoda)\.org\b"
    r"|//(?:[\w-]+\.)*un\.org\b",
    re.IGNORECASE,
)
OF_UN = re.compile(r"//(?:[\w-]+\.)*un\.org\b", re.IGNORECASE)
OF_MONITORS = re.compile(r"//(?:[\w-]+\.)*(?:the-monitor|icbl|icanw|banmonitor|hrw|icrc)\.org\b", re.IGNORECASE)
LONGEST_KEY = 70


def grade_of(findings: Findings) -> SourceGrade:
    """How near the source is to the fact: by its address where it has one, else by its kind."""
    _, usual = KINDS[findings.kind]
    for grade, words in (
        (SourceGrade.UN, OF_UN),
        (SourceGrade.ORGAN, OF_ORGANS),
        (SourceGrade.MONITOR, OF_MONITORS),
    ):
        if words.search(findings.url):
            return grade
    return SourceGrade.PRESS if findings.url and usual is SourceGrade.UN else usual


def classification_of(kind: DocumentKind) -> Classification:
    """Who may see what a document of this kind says."""
    return Classification.PRESIDENCY if kind in NOT_FOR_ALL else Classification.PUBLIC


def key_of_source(findings: Findings, meeting: str, file_name: str) -> str:
    """The key of the source: meeting and kind ("17msp-status-paper"), else kind, day and the first words of the title."""
    paper = str(findings.kind).replace("_", "-")
    if meeting:
        return f"{meeting.lower().replace(' ', '-')}-{paper}"
    day = f"-{findings.as_of.edtf}" if findings.as_of else ""
    if findings.kind is DocumentKind.STATUS_PAPER:
        return f"{paper}{day}"
    title = findings.title or file_name.rpartition(".")[0] or file_name
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    day = re.sub(r"[^0-9-]+", "-", day)
    return f"{paper}{day}-{slug}"[:LONGEST_KEY].strip("-")


def source_of(findings: Findings, *, treaty: str, meeting: str, copy: str, file_name: str) -> Source:
    """The document as a source, with the SHA-256 of its kept copy."""
    kind, _ = KINDS[findings.kind]
    name = re.sub(r"[^\w.-]", "_", file_name)
    return Source(
        title=findings.title or name,
        kind=kind,
        grade=grade_of(findings),
        treaty=treaty,
        occasion=meeting,
        issued=findings.issued,
        information_as_of=findings.as_of if findings.kind is DocumentKind.STATUS_PAPER else None,
        language="en",
        url=findings.url,
        kept_sha256=copy,
        note=f"imported from {name}",
    )


def text_of_document(document: Document) -> str:
    """All text of a document, a paragraph a line, as its reader made it whole across page breaks."""
    lines = [text_of(document.title), text_of(document.subtitle)]
    lines += [line for section in document.sections for line in _lines(section)]
    lines += [text_of(paragraph.inlines) for note in document.footnotes for paragraph in note.paragraphs]
    return "\n".join(line for line in lines if line.strip())


def _lines(section: Section) -> list[str]:
    lines = [text_of(section.heading)]
    for block in section.blocks:
        lines += _of_block(block)
    return lines + [line for inner in section.sections for line in _lines(inner)]


def _of_block(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [text_of(block.inlines)]
    cells = [cell for row in (*block.header, *block.rows) for cell in row.cells]
    return [text_of(block.caption), *(text_of(one.inlines) for cell in cells for one in cell.paragraphs)]
