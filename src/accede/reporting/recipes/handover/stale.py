"""What is old or missing of each State outside, on a map and in one table."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, gettext_noop, pgettext

from accede.overview.gaps import Gap, gaps
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table, table_with
from accede.reporting.pictures.colouring import by_age
from accede.reporting.pictures.in_paper import drawing
from accede.reporting.pictures.tile_map import tile_map
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.handover.speech import in_table, when
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks

HEADINGS = (
    gettext_noop("State"),
    gettext_noop("Last statement"),
    gettext_noop("Last confirmed"),
    gettext_noop("Last looked for"),
    gettext_noop("Questions it has not spoken to"),
)


def stale(matter: Matter, pen: Pen) -> Iterator[Section]:
    """The table: the States without any statement first, then the longest silent."""
    found = sorted(
        gaps(matter.register).states, key=lambda gap: gap.said_on.counts_from.toordinal() if gap.said_on else 0
    )
    lead = pen.paragraph(
        gettext(
            "The States outside, those without any official statement first, then those whose last word is oldest. "
            "Confirmed: it said that nothing had changed. Looked for: we looked, and found nothing new."
        )
    )
    header = Row(tuple(Cell((Paragraph(words(gettext(heading))),)) for heading in HEADINGS))
    rows = tuple(_row(matter, gap) for gap in found)
    table = Table("plain", words(gettext("How old what we hold is")), (header,), rows, (22, 18, 15, 15, 30))
    drawn = table_with(table, drawing(tile_map(by_age(matter.register), name="ages")))
    yield Section("", words(gettext("Old and missing information")), (lead, drawn))


def _row(matter: Matter, gap: Gap) -> Row:
    newest = matter.said[gap.iso3][0].evidence.key if matter.said[gap.iso3] else ""
    never = [typographic(gettext(question.label)) for question, day in gap.questions.items() if day is None]
    renewed = gap.confirmed_on if gap.confirmed_on != gap.said_on else None
    confirmed = matter.confirmations[gap.iso3][:1] if renewed else ()
    asked = _listed(never) if len(never) < len(gap.questions) else pgettext("questions", "all")
    cells = (
        words(in_table(matter, gap.iso3)),
        (_day(gap.said_on, newest),),
        (_day(renewed, confirmed[0].key if confirmed else "", none="–"),),
        (_day(gap.checked_on, "", none="–"),),
        words(capital(asked) or "–"),
    )
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), gap.iso3)


def _listed(labels: list[str]) -> str:
    if len(labels) < 2:
        return "".join(labels)
    first = marks(language()).enumeration.join(labels[:-1])
    return gettext("%(first)s and %(last)s") % {"first": first, "last": labels[-1]}


def _day(day: PartialDate | None, key: str, none: str = "") -> Figure:
    return Figure(when(day) if day else none or gettext("none held"), (key,) if day and key else ())
