"""What is due after a deposit and when: in the order of days, and for a deposit in each of the next months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accede.overview.calculator import Consequences
from accede.overview.register import Register
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.register.rules import entry_into_force, months_after, obligations
from accede.register.treaty import Obligation, TreatyDefinition
from accede.reporting.recipes.kit.texts import KitTexts
from accede.reporting.recipes.prose import Pen, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate

MONTHS = 12
"""For so many months of deposit the days are given."""


def calendar(register: Register, texts: KitTexts, deposit: date, found: Consequences, pen: Pen) -> Section:
    """The days that follow from the deposit, each with its month counted from the deposit."""
    treaty, key = register.treaty, (register.treaty.key,)
    rule = treaty.entry_into_force
    rows = [
        _row(deposit, deposit, "the instrument is deposited", texts.deposit, key),
        _row(deposit, found.entry_into_force, "the Convention enters into force", rule.article if rule else "", key),
        *(_row(deposit, due.due, due.what, due.article, key) for due in found.obligations),
    ]
    header = _header("Month", "Day", "What is due or happens", "Article")
    table = Table("plain", words("What follows from the deposit"), (header,), tuple(rows), (10, 22, 54, 14))
    lead = pen.paragraph(
        "The months are counted from the month of the deposit. The days are computed from the rules of the Convention; "
        "the depositary states them."
    )
    notes = tuple(Paragraph(words(line), kind="note") for line in _remarks(treaty))
    return Section("IV", words("What follows, by month"), (lead, table, *notes))


def by_month_of_deposit(register: Register, deposit: date, pen: Pen) -> Section:
    """The days that move, for a deposit in this month and in the months after it."""
    treaty, key = register.treaty, (register.treaty.key,)
    lead = pen.paragraph(
        f"A deposit in another month moves all days. They are, for the {MONTHS} months that begin with that of the deposit:"
    )
    months = [months_after(deposit.replace(day=1), at) for at in range(MONTHS)]
    dues = [due for due in treaty.obligations if due.kind != "every_year_on"]  # that day stays the same
    header = _header("Deposit in", "In force from", *(capital(_short(due)) for due in dues))
    rows = []
    for month in months:
        in_force = entry_into_force(month, treaty)
        assert in_force is not None  # the calculator has refused a treaty without a rule
        by_what = {due.what: due.due for due in obligations(in_force, treaty)}
        days = (in_force, *(by_what[due.what] for due in dues))
        name = PartialDate.parse(f"{month.year:04}-{month.month:02}").wording()
        rows.append(Row((_cell(words(name)), *(_cell((Figure(_day(day), key),), key) for day in days))))
    table = Table("plain", words("Days by month of deposit"), (header,), tuple(rows))
    return Section("V", words("Deposit in another month"), (lead, table))


def _row(deposit: date, day: date, what: str, article: str, key: tuple[str, ...]) -> Row:
    month = (day.year - deposit.year) * 12 + day.month - deposit.month
    cells: Sequence[tuple[Inline, ...]] = (
        words(str(month)),
        (Figure(_day(day), key),),
        words(capital(what)),
        words(article),
    )
    return Row(tuple(_cell(cell, key) for cell in cells))


def _remarks(treaty: TreatyDefinition) -> list[str]:
    """What the table does not show: reports that come every year, and terms that can be extended."""
    told = []
    for due in treaty.obligations:
        if due.kind == "every_year_on":
            day = PartialDate.parse(f"2000-{due.month:02}-{due.day:02}").wording().removesuffix(" 2000")
            told.append(f"The report under Article {due.article} comes again every year by {day}.")
        if due.extendable_years:
            told.append(
                f"The term of Article {due.article} can be extended on request, by up to {due.extendable_years} years "
                "at a time."
            )
    return told


def _short(due: Obligation) -> str:
    """An obligation as the heading of a column."""
    return f"{due.what.partition(',')[0]} by"


def _day(day: date) -> str:
    return PartialDate.on_day(day).wording()


def _header(*texts: str) -> Row:
    return Row(tuple(_cell(words(text)) for text in texts))


def _cell(inlines: tuple[Inline, ...], evidence: tuple[str, ...] = ()) -> Cell:
    return Cell((Paragraph(inlines),), evidence)
