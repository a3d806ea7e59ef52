"""What happened to the standing of States, in the order of days."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.changes import Happening, StandingChange
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Pen, words
from accede.vocabulary.capital import capital

TOLD = {
    Happening.SIGNED: "signed",
    Happening.DEPOSITED: "deposited its instrument of",
    Happening.IN_FORCE: "the Convention entered into force for it",
    Happening.WITHDRAWAL_NOTIFIED: "its notification of withdrawal was received",
    Happening.WITHDRAWAL_IN_EFFECT: "its withdrawal took effect",
}


def standing(compared: Compared, pen: Pen) -> Iterator[Section]:
    """A row a happening."""
    found = compared.changes.standing
    heading = words("Standing")
    if not found:
        told = "Nothing is recorded that changed the standing of a State."
        yield Section("", heading, (pen.paragraph(told),))
        return
    header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("Day", "State", "What happened")))
    rows = tuple(_row(compared, change) for change in found)
    table = Table("plain", words("What happened, in the order of days"), (header,), rows, (28, 32, 40))
    yield Section("", heading, (table,))


def _row(compared: Compared, change: StandingChange) -> Row:
    told = TOLD.get(change.what, change.action.label)  # a step is called what it is
    if change.what is Happening.DEPOSITED:
        told = f"{told} {change.action.label}"
    cells = (
        words(change.on.wording()),
        words(compared.now.in_table(change.iso3)),
        (Figure(capital(told), (change.evidence,)),),
    )
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), change.iso3)
