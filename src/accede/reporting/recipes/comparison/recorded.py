"""What the later paper has of the time before the earlier one: learnt since, not happened since.

Only where two of our own papers are compared: an entry said by the day of the earlier paper that only the later prints,
or that the later prints no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Document, Inline, OverviewEntry, Paragraph, Run, Section
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Pen, items, words
from accede.vocabulary.capital import capital


def recorded(compared: Compared, pen: Pen) -> Iterator[Section]:
    """The section; nothing unless both sides are papers."""
    before, after = compared.before.paper, compared.after.paper
    if before is None or after is None:
        return
    added = list(_lines(compared, after, _entries(before), until=before.as_of))
    gone = list(_lines(compared, before, _entries(after), until=before.as_of))
    blocks: list[Paragraph] = []
    for lead, lines in (
        ("In the later paper for the first time, although said by the day of the earlier:", added),
        ("In the earlier paper and no longer, or no longer in these words, in the later:", gone),
    ):
        if lines:
            blocks += [pen.paragraph(lead), *items(lines)]
    if not blocks:
        blocks.append(pen.paragraph("Of the time before the earlier paper, both papers print the same entries."))
    yield Section("", words("Recorded since"), tuple(blocks))


def _entries(paper: Document) -> set[tuple[str, OverviewEntry]]:
    return {(row.iso3, entry) for row in paper.overview for entry in row.entries}


def _lines(
    compared: Compared, paper: Document, others: set[tuple[str, OverviewEntry]], *, until: str
) -> Iterator[tuple[Inline, ...]]:
    for row in paper.overview:
        for entry in row.entries:
            last = entry.said_on.latest if entry.said_on else None
            if (row.iso3, entry) not in others and (last is None or last <= until):
                name = capital(compared.now.in_sentence(row.iso3))
                yield words(f"{name}: {entry.kind}, ", Run(entry.citation, "italic"))
