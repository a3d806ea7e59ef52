"""What the register can count of the time of the plan; the plan's own indicators are not held, and that is said."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.indicators import Indicator, IndicatorKind, indicators
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.plan.matter import Reported
from accede.reporting.recipes.prose import Pen, words

HEADINGS = ("What is counted", "Number", "Which")

WHOLE = frozenset(IndicatorKind) - {
    IndicatorKind.TOOK_PART,
    IndicatorKind.REPORTED,
    IndicatorKind.SPOKE,
    IndicatorKind.ANSWERED,
}
"""Of these the record is whole, so that none is nought; of the others none is recorded."""


def figures(reported: Reported, pen: Pen) -> Iterator[Section]:
    """The table."""
    lead = pen.paragraph(
        "The plan’s own indicators are not held in the register. What follows is what the register can count of the "
        "time of the plan; it is not a measure that the States Parties have adopted. Where the register holds no record, "
        "something may have happened all the same."
    )
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in HEADINGS))
    found = indicators(reported.matter.register, reported.begins, reported.until)
    rows = tuple(_row(reported.matter, each) for each in found)
    table = Table("plain", words("Figures of the register"), (header,), rows, (40, 12, 48))
    yield Section("", words("Figures"), (lead, table))


def _row(matter: Matter, indicator: Indicator) -> Row:
    what = indicator.kind.label + (f" ({indicator.on.wording()})" if indicator.on else "")
    named = list(indicator.states)
    which = matter.listed(named, indicator.states.__getitem__) if named else ()
    is_whole = indicator.kind in WHOLE or indicator.number
    number = Figure(str(indicator.number) if is_whole else "none recorded", indicator.evidence)
    return Row(
        (
            Cell((Paragraph(words(what)),)),
            Cell((Paragraph((number,)),), indicator.evidence),
            Cell((Paragraph(which),) if which else (Paragraph(words("–")),)),
        )
    )
