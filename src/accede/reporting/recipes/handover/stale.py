"""What is old or missing of each State outside, on a map and in one table."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.gaps import Gap, gaps
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table, table_with
from accede.reporting.pictures.colouring import by_age
from accede.reporting.pictures.in_paper import drawing
from accede.reporting.pictures.tile_map import tile_map
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, listed, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate

HEADINGS = ("State", "Last statement", "Last confirmed", "Last looked for", "Questions it has not spoken to")


def stale(matter: Matter, pen: Pen) -> Iterator[Section]:
    """The table: the States without any statement first, then the longest silent."""
    found = sorted(
        gaps(matter.register).states, key=lambda gap: gap.said_on.counts_from.toordinal() if gap.said_on else 0
    )
    lead = pen.paragraph(
        "The States outside, those without any official statement first, then those whose last word is oldest. "
        "Confirmed: it said that nothing had changed. Looked for: we looked, and found nothing new."
    )
    header = Row(tuple(Cell((Paragraph(words(heading)),)) for heading in HEADINGS))
    rows = tuple(_row(matter, gap) for gap in found)
    table = Table("plain", words("How old what we hold is"), (header,), rows, (22, 18, 15, 15, 30))
    drawn = table_with(table, drawing(tile_map(by_age(matter.register), name="ages")))
    yield Section("", words("Old and missing information"), (lead, drawn))


def _row(matter: Matter, gap: Gap) -> Row:
    newest = matter.said[gap.iso3][0].evidence.key if matter.said[gap.iso3] else ""
    never = [typographic(question.label) for question, day in gap.questions.items() if day is None]
    renewed = gap.confirmed_on if gap.confirmed_on != gap.said_on else None
    confirmed = matter.confirmations[gap.iso3][:1] if renewed else ()
    asked: tuple[Inline, ...] = listed(never) if len(never) < len(gap.questions) else words("all")
    cells = (
        words(matter.in_table(gap.iso3)),
        (_day(gap.said_on, newest),),
        (_day(renewed, confirmed[0].key if confirmed else "", none="–"),),
        (_day(gap.checked_on, "", none="–"),),
        words(capital("".join(part.text for part in asked if hasattr(part, "text"))) or "–"),
    )
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), gap.iso3)


def _day(day: PartialDate | None, key: str, none: str = "none held") -> Figure:
    return Figure(day.wording() if day else none, (key,) if day and key else ())
