"""What a State is said to have said without a source: an entry of the overview without its citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.paper.tree import Cell, FootnoteMark, Paragraph, Run, text_of
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.passages import PlacedTable, cell_text
from accede.reporting.checker.values import Claim, ClaimKind, Judgement, Spot, cannot_tell

NEEDS = ()

CITED = re.compile(
    r"\([^()]*(?:(?:19|20)\d\d|MSP|RC|Conference|Meeting|Committee|Assembly|UNGA|[Ll]etter|[Rr]eport|"
    r"[Ee]-?mail|[Ss]tatement|ISU)[^()]*\)[.\s”\"]*$"
)
NONE_HELD = re.compile(
    r"\bno (?:official )?(?:information|statement|reply|response)\b|^\W*$|\bnot (?:held|available|recorded)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceClaim(Claim):
    """A State and what it is said to have said, without saying where."""

    state: str


def find_in_table(placed: PlacedTable) -> Iterator[SourceClaim]:
    """The entries of an overview that end without a citation; a citation covers the paragraphs before it."""
    if placed.table.kind != "overview":
        return
    for at, row in enumerate(placed.table.rows, len(placed.table.header)):
        if len(row.cells) < 3:
            continue
        open_ones = list(_uncited(row.cells[1]))
        if open_ones:
            name = cell_text(row.cells[0])
            first = placed.passages.get((at, 1))
            spots = (
                tuple(Spot(first + order, 0, len(text_of(one.inlines))) for order, one in open_ones)
                if first is not None
                else ()
            )
            yield SourceClaim(
                kind=ClaimKind.SOURCE,
                where=f"{placed.where}, {name}",
                text=text_of(open_ones[-1][1].inlines)[:200],
                stated="no source",
                spots=spots,
                state=name,
            )


def judge(claim: SourceClaim, answers: Answers | None = None) -> Judgement:
    """Without a source it can be neither found nor held against anything."""
    return cannot_tell(
        "It has no source. Name the occasion and the day, or the letter or report, in brackets behind it."
    )


def _uncited(cell: Cell) -> Iterator[tuple[int, Paragraph]]:
    waiting: list[tuple[int, Paragraph]] = []
    for order, paragraph in enumerate(cell.paragraphs):
        text = text_of(paragraph.inlines).strip()
        if not text or (NONE_HELD.search(text) and len(text) < 120):
            continue
        waiting.append((order, paragraph))
        if _is_cited(paragraph, text):
            waiting = []
    yield from waiting


def _is_cited(paragraph: Paragraph, text: str) -> bool:
    if any(isinstance(one, FootnoteMark) for one in paragraph.inlines) or CITED.search(text):
        return True
    last = [one for one in paragraph.inlines if isinstance(one, Run) and one.text.strip(' ().”"')]
    return bool(last) and last[-1].style == "italic" and text.endswith((")", ")."))
