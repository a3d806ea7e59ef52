"""The days to come that the register knows: meetings, entries into force, withdrawals, times given, yearly reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accede.overview.conditions import conditions
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.register.rules import months_after
from accede.register.standing import as_partial
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind

MONTHS = 14
"""Occasions of so many months ahead: those of the next presidency, and its hand-over."""

Coming = tuple[PartialDate, str, Keys]
"""A day to come, what it brings, and the evidence."""


def days(matter: Matter, pen: Pen) -> Iterator[Section]:
    """The table, in the order of days."""
    coming = sorted((*_meetings(matter), *_effects(matter), *_given(matter), *_yearly(matter)), key=_place)
    heading = words("Days to come")
    lead = pen.paragraph(
        "What follows is held by the register or computed from the rules of the Convention. Dates of the General Assembly, "
        "of other forums and of the presidency’s own calendar are held only where they are in the table."
    )
    if not coming:
        yield Section("", heading, (lead, pen.paragraph("No day to come is held.")))
        return
    header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("Day", "What")))
    rows = tuple(_row(day.wording(), (Figure(capital(what), keys),), keys) for day, what, keys in coming)
    yield Section("", heading, (lead, Table("plain", words("Next occasions and due days"), (header,), rows, (30, 70))))


def _place(coming: Coming) -> tuple[date, str]:
    return coming[0].counts_from, coming[1]


def _row(day: str, what: tuple[Inline, ...], keys: Keys) -> Row:
    return Row((Cell((Paragraph(words(day)),)), Cell((Paragraph(what),), keys)))


def _meetings(matter: Matter) -> Iterator[Coming]:
    until = months_after(matter.as_of, MONTHS)
    for each in matter.register.occasions:
        starts = each.fact.starts
        if starts is not None and matter.as_of < starts.counts_from <= until:
            where = f", {each.fact.city}" if each.fact.city else ""
            presiding = f" (presidency: {matter.in_table(each.fact.presidency)})" if each.fact.presidency else ""
            yield starts, f"{each.fact.title or each.fact.name}{where}{presiding}", (each.key,)


def _effects(matter: Matter) -> Iterator[Coming]:
    """Instruments deposited that enter into force, and withdrawals received that take effect."""
    for iso3, found in matter.standings.items():
        for effect in found.effects:
            day = as_partial(effect.effective)
            is_begun = effect.done is None or effect.done.earliest <= matter.as_of
            if day is None or not is_begun or day.counts_from <= matter.as_of:
                continue
            name = matter.in_sentence(iso3)
            if effect.kind is TreatyActionKind.WITHDRAWAL and found.withdrawal is not None:
                yield day, f"the withdrawal of {name} takes effect", (effect.key,)
            elif effect.kind.expresses_consent:
                yield day, f"the Convention enters into force for {name}", (effect.key,)


def _given(matter: Matter) -> Iterator[Coming]:
    for each in conditions(matter.register):
        day = each.code.expires
        if day is not None and day.counts_from >= matter.as_of:
            yield day, f"{matter.in_sentence(each.iso3)} expected by then: {typographic(each.code.target)}", (each.key,)


def _yearly(matter: Matter) -> Iterator[Coming]:
    treaty = matter.register.treaty
    for due in treaty.obligations:
        if due.kind == "every_year_on":
            this = date(matter.as_of.year, due.month, due.day)
            day = this if this > matter.as_of else date(matter.as_of.year + 1, due.month, due.day)
            told = f"{typographic(due.what)}: due from each State Party (Article {due.article})"
            yield PartialDate.on_day(day), told, (treaty.key,)
