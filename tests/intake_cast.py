"""The cast of the tests of readers: the shipped names and occasions, papers read, and trees without what files do not keep."""

import csv
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

from accede.intake.documents import BY_SUFFIX, read_document
from accede.intake.documents.whole import merged
from accede.intake.findings import Findings
from accede.intake.kind import read_findings
from accede.paper.tree import Cell, Document, Figure, Footnote, FootnoteMark, Paragraph, Row, Run, Section, Table
from accede.records.columns import fact_from_text
from accede.register.values import Occasion
from accede.vocabulary.state_names import shipped_names

SAMPLE = Path(__file__).parent / "samples" / "status_paper.txt"
PAPER_OF_2018 = "documents/000_144bfe5992db99ac.txt"


@cache
def occasions() -> dict[str, Occasion]:
    text = (resources.files("accede.data") / "occasions.csv").read_text(encoding="utf-8")
    return {row["key"]: fact_from_text(Occasion, row) for row in csv.DictReader(text.splitlines())}


def found_in(document: Document, name: str = "paper") -> Findings:
    return read_findings(document, shipped_names(), occasions(), treaty="apmbc", name=name)


def found_in_text(text: str) -> Findings:
    return found_in(BY_SUFFIX[".txt"](text.encode(), name="paper.txt"))


@cache
def found_in_file(path: Path) -> Findings:
    return found_in(read_document(path), str(path))


def facts(findings: Findings, kind: type) -> list:
    return [proposal.fact for proposal in findings.proposals if isinstance(proposal.fact, kind)]


def printed(node):
    """A tree without what its printed form does not keep: evidence, keys of rows, widths, and that a figure was computed."""
    match node:
        case tuple() if node and all(isinstance(one, Run | Figure | FootnoteMark) for one in node):
            return merged(tuple(Run(one.text) if isinstance(one, Figure) else one for one in node))
        case tuple():
            return tuple(map(printed, node))
        case Document():
            parts = {name: printed(getattr(node, name)) for name in ("title", "subtitle", "sections", "footnotes")}
            return replace(node, **parts, overview=())
        case Section():
            return Section(node.number, printed(node.heading), printed(node.blocks), printed(node.sections))
        case Table():
            return Table(node.kind, printed(node.caption), printed(node.header), printed(node.rows))
        case Row():
            return Row(printed(node.cells))
        case Cell():
            return Cell(printed(node.paragraphs), (), node.span)
        case Paragraph():
            return Paragraph(printed(node.inlines), node.number, node.kind)
        case Footnote():
            return Footnote(node.number, printed(node.paragraphs))
    return node


def without_kinds_in_cells(document: Document) -> Document:
    """A printed tree in which the paragraphs of cells are no quotations and no reported speech: Markdown does not say it."""

    def plain(node):
        match node:
            case Paragraph(kind="quotation" | "reported"):
                return replace(node, kind="prose")
            case Cell():
                return replace(node, paragraphs=tuple(map(plain, node.paragraphs)))
            case Row():
                return replace(node, cells=tuple(map(plain, node.cells)))
            case Table():
                return replace(node, rows=tuple(map(plain, node.rows)))
            case Section():
                blocks = tuple(plain(block) if isinstance(block, Table) else block for block in node.blocks)
                return replace(node, blocks=blocks, sections=tuple(map(plain, node.sections)))
        return node

    return replace(document, sections=tuple(map(plain, document.sections)))
