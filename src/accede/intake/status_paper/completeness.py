"""Whether a paper is whole: its end, its last row, its footnotes, and as many States as it says."""

import re

from accede.intake.documents.whole import is_whole
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import marks_of
from accede.paper.tree import Block, Cell, Document, Paragraph, Table, all_sections, paragraph_text, text_of
from accede.vocabulary.date_parts import quoted

OUTSIDE = re.compile(rf"\b(?P<number>{NUMBER}) States?\b", re.IGNORECASE)
OPEN_MARKUP = re.compile(r"<[^<>]{0,20}$")


def missing(document: Document) -> str:
    """What shows that the paper is cut off, as a clause; empty where nothing does."""
    overview = next(
        (block for block in _blocks(document) if isinstance(block, Table) and block.kind == "overview"), None
    )
    if overview is None:
        return "the paper is cut off: it has no table of what each State said"
    announced = _announced(document)
    if announced is not None and len(overview.rows) < announced:
        return f"the paper is cut off: it announces {announced} States and its table has {len(overview.rows)}"
    if clause := _last_row(overview):
        return clause
    lost = sorted(_marks(document) - {footnote.number for footnote in document.footnotes})
    if lost:
        what = "footnote" if len(lost) == 1 else "footnotes"
        return f"the paper is cut off: it refers to {what} {', '.join(map(str, lost))} and does not have them"
    return ""


def _last_row(overview: Table) -> str:
    row = overview.rows[-1] if overview.rows else None
    if row is None or len(row.cells) < 3:
        return "the paper is cut off: its table of States has no whole row"
    name = quoted(paragraph_text(row.cells[0].paragraphs))
    said = row.cells[1].paragraphs
    if said and _is_open(paragraph_text(said[-1:])):
        return f"the paper is cut off in what {name} said"
    if not paragraph_text(row.cells[2].paragraphs).strip():
        return f"the paper is cut off: the last participation of {name} is missing"
    return ""


def _is_open(text: str) -> bool:
    """Whether a last paragraph breaks off. A short remark ("No official information submitted") needs no full stop."""
    if OPEN_MARKUP.search(text):
        return True
    return not is_whole(text) and len(text) > 60


def _announced(document: Document) -> int | None:
    """The number of States that the heading over the overview states, or its caption; None where it states none."""
    for section in all_sections(document):
        for block in section.blocks:
            if isinstance(block, Table) and block.kind == "overview":
                for text in (text_of(section.heading), text_of(block.caption)):
                    if match := OUTSIDE.search(text):
                        return number(match["number"])
    return None


def _blocks(document: Document) -> list[Block]:
    return [block for section in all_sections(document) for block in section.blocks]


def _marks(document: Document) -> set[int]:
    """The numbers of all footnotes that are referred to."""
    paragraphs = [Paragraph(document.title), Paragraph(document.subtitle)]
    for section in all_sections(document):
        paragraphs.append(Paragraph(section.heading))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(block)
            else:
                cells: list[Cell] = [cell for row in (*block.header, *block.rows) for cell in row.cells]
                paragraphs += [Paragraph(block.caption), *(p for cell in cells for p in cell.paragraphs)]
    return {number for paragraph in paragraphs for number in marks_of(paragraph)}
