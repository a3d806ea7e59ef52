"""The reader of a status paper: tree to findings. One part a module; the patterns of each stand in one table.

What is read is proposed with its place and passage; what is not understood is listed with its place. Nothing is looked
up but the names of States and the occasions of the register, and nothing is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from accede.evidence.values import Report, Statement
from accede.intake.findings import Certainty, DocumentKind, Findings, Part, Proposal
from accede.intake.status_paper import (
    activities,
    attendance_matrix,
    counts,
    footnotes,
    framing,
    listed,
    moratoria,
    overview_entries,
    participation,
    reasons,
    reports,
    standings,
    vote_table,
    votes,
)
from accede.intake.status_paper.citations import COVERS
from accede.intake.status_paper.completeness import missing
from accede.intake.status_paper.dates import impossible
from accede.intake.status_paper.occasions import Occasions
from accede.intake.status_paper.overview_entries import Overview
from accede.intake.status_paper.reading import Reading, Sentence, marks_of
from accede.paper.tree import Document, Paragraph, Section, Table, paragraph_text, text_of
from accede.register.values import Occasion
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.state_names import NameTable

PROSE = (listed, activities, standings, reports, participation, votes, framing, reasons, moratoria)
"""The parts that read prose, in order: the first that understands a sentence has it. Numbers are read beside them."""


def read_status_paper(
    document: Document, names: NameTable, occasions: Mapping[str, Occasion], *, treaty: str = "apmbc"
) -> Findings:
    """Everything that the paper says. Never raises for what stands in it: what is wrong is among the findings."""
    reading = Reading(
        treaty=treaty,
        names=names,
        occasions=Occasions(occasions),
        footnotes={footnote.number: footnotes.text_of_footnote(footnote) for footnote in document.footnotes},
        as_of=None,
    )
    reading.as_of = _as_of(document, reading)
    overview = _overview(document, reading)
    proposals = [*_body(document, reading, overview), *overview.proposals, *_reports_cited(overview)]
    _remaining_footnotes(reading)
    return Findings(
        kind=DocumentKind.STATUS_PAPER,
        title=text_of(document.title),
        as_of=reading.as_of,
        proposals=tuple(_without_repetitions(activities.linked(proposals))),
        not_understood=tuple(reading.not_understood),
        states=overview.states,
        without_information=overview.without_information,
        cut_off=missing(document),
    )


def _as_of(document: Document, reading: Reading) -> PartialDate | None:
    try:
        return footnotes.information_as_of(document)
    except InvalidDate as error:
        reading.puzzled("day of the information", error.what, Part.PROSE, error)
        return None


def _overview(document: Document, reading: Reading) -> Overview:
    """The overview of States, wherever it stands; without rows if the paper has none."""
    for where, section in _placed(document.sections):
        for block in section.blocks:
            if isinstance(block, Table) and block.kind == "overview":
                return overview_entries.read(block, where, reading)
    return Overview((), (), ())


def _body(document: Document, reading: Reading, overview: Overview) -> Iterator[Proposal]:
    """What stands in paragraphs and in the other tables, in the order of the paper."""
    for where, section in _placed(document.sections):
        lead = ""
        for number, block in enumerate(section.blocks, 1):
            if isinstance(block, Paragraph):
                is_item = block.kind == "item"
                yield from _prose(
                    block, f"{where}, paragraph {block.number or number}", reading, lead if is_item else ""
                )
                lead = lead if is_item else text_of(block.inlines)
                continue
            match block.kind:
                case "votes":
                    yield from vote_table.read(block, where, reading)
                case "matrix":
                    yield from attendance_matrix.read(block, where, reading, overview.states)
                case "plain":
                    _unknown_table(block, where, reading)
                case "overview" | "sources":
                    # The first is read before the rest; the second is our own annex of what is read elsewhere.
                    continue
                case _ as never:
                    assert_never(never)


def _prose(paragraph: Paragraph, where: str, reading: Reading, lead: str) -> Iterator[Proposal]:
    for sentence in reading.sentences(paragraph, where, lead):
        wrong = next(impossible(sentence.text), None)
        if wrong:
            reading.puzzled(where, sentence.text, Part.PROSE, wrong[1])
        else:
            yield from _sentence(sentence, reading)
    for number in marks_of(paragraph):
        if footnotes.is_understood(reading.footnotes.get(number, "")):
            reading.footnote(number)


def _sentence(sentence: Sentence, reading: Reading) -> tuple[Proposal, ...]:
    stated = counts.understood(sentence, reading)
    for part in PROSE:
        found = part.understood(sentence, reading)
        if found is not None:
            return (*(stated or ()), *found)
    if stated is None:
        reading.puzzled(sentence.where, sentence.text, Part.PROSE)
    return stated or ()


def _unknown_table(table: Table, where: str, reading: Reading) -> None:
    for row in (*table.header, *table.rows):
        text = " | ".join(paragraph_text(cell.paragraphs).strip() for cell in row.cells)
        reading.puzzled(f"{where}, table “{text_of(table.caption)}”", text, Part.TABLE)


def _reports_cited(overview: Overview) -> Iterator[Proposal]:
    """A report that a State's entry cites was submitted, on a day that the paper does not tell."""
    for one in overview.proposals:
        if isinstance(one.fact, Statement) and (covered := COVERS.search(one.fact.citation)):
            report = Report(
                treaty=one.fact.treaty,
                state=one.fact.state,
                report_state=ReportState.SUBMITTED,
                duty=ReportDuty.VOLUNTARY,
                covers=PartialDate.parse(covered["year"]),
            )
            yield replace(one, fact=report, certainty=Certainty.INFERRED)


def _remaining_footnotes(reading: Reading) -> None:
    """Footnotes that no part has used and that do not explain the paper."""
    for number, text in reading.footnotes.items():
        if number not in reading.used_footnotes and not footnotes.is_understood(text):
            wrong = next(impossible(text), None)
            reading.puzzled(f"footnote {number}", text, Part.PROSE, wrong[1] if wrong else None)


def _without_repetitions(proposals: list[Proposal]) -> list[Proposal]:
    """Each value once, where the paper says it first."""
    return list({(one.fact, one.certainty): one for one in reversed(proposals)}.values())[::-1]


def _placed(sections: tuple[Section, ...], outer: str = "") -> Iterator[tuple[str, Section]]:
    """Every section in reading order, with its place as a locator names it ("section III.F")."""
    for section in sections:
        number = ".".join(filter(None, (outer, section.number)))
        heading = text_of(section.heading)
        where = f"section {number}" if number else f"section “{heading}”" if heading else "beginning"
        yield where, section
        yield from _placed(section.sections, number)
