"""The reader of tables: votes, the depositary's table, participants, what a secretariat keeps in sheets, our own exports.

A table is known by the names of its columns, wherever it stands: in a sheet, a page or a paper. A cell that is not
understood, a State that is not known and a date that cannot be are listed with their rows, and forbid recording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import ModuleType

from accede.intake.documents.sheet import SHEET
from accede.intake.findings import DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.prose.days import days
from accede.intake.prose.treaties import Treaties
from accede.intake.sheets import attendance, depositary, exported, ledger, votes
from accede.intake.sheets.head import head_of, rows_of
from accede.intake.sheets.reading import Sheet
from accede.paper.tree import Document, Paragraph, Section, Table, text_of
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate

READERS: tuple[ModuleType, ...] = (votes, depositary, attendance, ledger)
"""Each has `KIND`, `is_one(head)` and `read(sheet)`; the first whose columns a table has reads it."""
LEAST_ROWS = 2
AS_AT = re.compile(r"\bas (?:at|of)\s*:?\s*(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d{4})\b", re.IGNORECASE)
"""As the United Nations Treaty Collection writes the day of its tables: day, month, year."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table of the document with its place and what stands around it."""

    table: Table
    where: str
    around: str


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """The kind of the first table that is known; None in a document without one, or a paper of which it is a small part."""
    for placed in _tables(document):
        rows = rows_of(placed.table)
        if rows and exported.fact_of(rows[0]):
            return exported.KIND
        head = head_of(rows)
        if head is not None and len(rows) > LEAST_ROWS:
            for reader in READERS:
                if reader.is_one(head):
                    kind: DocumentKind = reader.KIND
                    return kind
    return DocumentKind.SECRETARIAT_TABLE if document.kind == SHEET else None


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """Everything in the tables of the document. Never raises for what stands in them."""
    whole = "\n".join(
        (text_of(document.title), *(placed.around for placed in _tables(document)), *_prose(document.sections))
    )
    treaties = Treaties(ground.treaties)
    treaty = treaties.about(whole, ground.treaty)
    issued = _issued(whole, ground)
    proposals: list[Proposal] = []
    not_understood: list[NotUnderstood] = []
    for placed in _tables(document):
        rows = rows_of(placed.table)
        fact = exported.fact_of(rows[0]) if rows else None
        if fact is not None:
            for one in exported.read(fact, rows, placed.where):
                (proposals if isinstance(one, Proposal) else not_understood).append(one)  # type: ignore[arg-type]
            continue
        head = head_of(rows)
        reader = next((one for one in READERS if head is not None and one.is_one(head)), None)
        if head is None or reader is None:
            not_understood += _unknown(rows, placed.where)
            continue
        sheet = Sheet(
            ground=ground,
            treaty=treaty,
            treaties=treaties,
            occasions=ground.occasions_of(treaty),
            where=placed.where,
            around=f"{text_of(document.title)} {placed.around} {ground.file_name}",
            head=head,
            rows=rows,
            issued=issued,
        )
        proposals += reader.read(sheet)
        not_understood += sheet.not_understood
    return Findings(
        kind=kind,
        title=text_of(document.title) or ground.file_name,
        as_of=issued,
        proposals=tuple({(one.fact, one.certainty): one for one in reversed(proposals)}.values())[::-1],
        not_understood=tuple(not_understood),
        treaty=treaty,
        issued=issued,
    )


def _tables(document: Document) -> Iterator[_Placed]:
    """The tables of the document; a table's surroundings are its section's heading, its caption and what stands before it."""
    for number, (section, before) in enumerate(_sections(document.sections), 1):
        heading = text_of(section.heading)
        above = before
        for at, block in enumerate(section.blocks, 1):
            if isinstance(block, Table):
                name = heading or text_of(block.caption)
                where = (
                    f"sheet “{name}”"
                    if document.kind == SHEET and name
                    else f"table “{name}”"
                    if name
                    else ("table" if document.kind == SHEET else f"section {number}, table {at}")
                )
                yield _Placed(block, where, " ".join(filter(None, (heading, text_of(block.caption), above))))
            else:
                above = text_of(block.inlines)


def _sections(sections: tuple[Section, ...]) -> Iterator[tuple[Section, str]]:
    for section in sections:
        yield section, ""
        yield from _sections(section.sections)


def _prose(sections: tuple[Section, ...]) -> Iterator[str]:
    for section, _ in _sections(sections):
        yield text_of(section.heading)
        yield from (text_of(block.inlines) for block in section.blocks if isinstance(block, Paragraph))


def _issued(whole: str, ground: Ground) -> PartialDate | None:
    """The day that the text around the tables, or the name of the file, gives ("Status as at 21-08-2018")."""
    if match := AS_AT.search(whole):
        with suppress(InvalidDate):
            return PartialDate.parse(f"{match['year']}-{match['month']}-{match['day']}")
    for text in (whole[:2000], ground.file_name.replace("_", " ")):
        if found := days(text):
            return found[0].date
    return None


def _unknown(rows: list[list[str]], where: str) -> Iterator[NotUnderstood]:
    for number, cells in enumerate(rows, 1):
        text = " | ".join(filter(None, cells))
        if text:
            yield NotUnderstood(where=f"{where}, row {number}", text=text, part=Part.TABLE)
