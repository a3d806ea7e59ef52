"""What States outside have said since, and who confirmed what it had said before."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.statements import confirmations, of_state, said
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Pen, either, listed, spelled, words
from accede.reporting.recipes.status_paper.information import entry_for


def statements(compared: Compared, pen: Pen) -> Iterator[Section]:
    """A table with what was said, newest first; then confirmations in a sentence."""
    known = {item.evidence for item in compared.changes.statements}
    register = compared.now.register
    new = [each for each in said(register) if each.evidence.key in known]
    rows = []
    for iso3 in compared.spoken_of:
        entries = [entry_for(compared.now, pen, each) for each in of_state(new, iso3)]
        if entries:
            paragraphs = tuple(paragraph for entry in entries for paragraph in entry.paragraphs)
            keys = tuple(key for entry in entries for key in entry.keys)
            name = Cell((Paragraph(words(compared.now.in_table(iso3))),))
            rows.append(Row((name, Cell(paragraphs, keys)), iso3))
    lead = (
        f"{spelled(len(rows)).capitalize()} {either(len(rows), 'State', 'States')} outside "
        f"{either(len(rows), 'has', 'have')} made an official statement that the register holds. A State’s words stand in "
        "quotation marks; a summary is the Secretariat’s and is marked as such."
        if rows
        else "No official statement of a State outside is recorded."
    )
    blocks: list[Paragraph | Table] = [pen.paragraph(lead)]
    if rows:
        header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("State", "What it said")))
        blocks.append(Table("overview", (), (header,), tuple(rows), (22, 78)))
    yield Section("", words("Statements"), (*blocks, *_confirmed(compared, pen)))


def _confirmed(compared: Compared, pen: Pen) -> Iterator[Paragraph]:
    """Who said that nothing had changed: that renews the day, not the statement."""
    register, after = compared.now.register, compared.before.day
    lines = [
        words(
            Figure(compared.now.in_sentence(each.fact.state), (each.key,)),
            f" ({each.fact.said.wording()})",
        )
        for each in confirmations(register)
        if not register.has_happened(each.fact.said, each.source, on=after)
    ]
    if lines:
        yield pen.paragraph("That its position had not changed was said by ", listed(lines), ".")
