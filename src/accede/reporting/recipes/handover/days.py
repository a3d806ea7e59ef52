"""The days to come that the register knows: meetings, entries into force, withdrawals, times given, yearly reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from accede.overview.conditions import conditions
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.register.rules import months_after
from accede.register.standing import as_partial
from accede.reporting.pictures import wording
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.handover.speech import in_table, state, when
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.treaty_actions import TreatyActionKind

MONTHS = 14
"""Occasions of so many months ahead: those of the next presidency, and its hand-over."""

Coming = tuple[PartialDate, str, Keys]
"""A day to come, what it brings, and the evidence."""


def days(matter: Matter, pen: Pen) -> Iterator[Section]:
    """The table, in the order of days."""
    coming = sorted((*_meetings(matter), *_effects(matter), *_given(matter), *_yearly(matter)), key=_place)
    heading = words(gettext("Days to come"))
    lead = pen.paragraph(
        gettext(
            "What follows is held by the register or computed from the rules of the Convention. Dates of the General "
            "Assembly, of other forums and of the presidency’s own calendar are held only where they are in the table."
        )
    )
    if not coming:
        yield Section("", heading, (lead, pen.paragraph(gettext("No day to come is held."))))
        return
    header = Row(tuple(Cell((Paragraph(words(text)),)) for text in (gettext("Day"), gettext("What"))))
    rows = tuple(_row(when(day), (Figure(capital(what), keys),), keys) for day, what, keys in coming)
    caption = words(gettext("Next occasions and due days"))
    yield Section("", heading, (lead, Table("plain", caption, (header,), rows, (30, 70))))


def _place(coming: Coming) -> tuple[date, str]:
    return coming[0].counts_from, coming[1]


def _row(day: str, what: tuple[Inline, ...], keys: Keys) -> Row:
    return Row((Cell((Paragraph(words(day)),)), Cell((Paragraph(what),), keys)))


def _meetings(matter: Matter) -> Iterator[Coming]:
    until = months_after(matter.as_of, MONTHS)
    for each in matter.register.occasions:
        starts = each.fact.starts
        if starts is not None and matter.as_of < starts.counts_from <= until:
            own = marks(language())
            where = f"{own.comma}{each.fact.city}" if each.fact.city else ""
            presiding = ""
            if each.fact.presidency:
                said = gettext("presidency: %(state)s") % {"state": in_table(matter, each.fact.presidency)}
                presiding = f"{own.opens}{said}{own.closes}"
            yield starts, f"{wording.meeting(each.fact)}{where}{presiding}", (each.key,)


def _effects(matter: Matter) -> Iterator[Coming]:
    """Instruments deposited that enter into force, and withdrawals received that take effect."""
    for iso3, found in matter.standings.items():
        for effect in found.effects:
            day = as_partial(effect.effective)
            is_begun = effect.done is None or effect.done.earliest <= matter.as_of
            if day is None or not is_begun or day.counts_from <= matter.as_of:
                continue
            name = {"state": state(matter, iso3)}
            if effect.kind is TreatyActionKind.WITHDRAWAL and found.withdrawal is not None:
                yield day, gettext("the withdrawal of %(state)s takes effect") % name, (effect.key,)
            elif effect.kind.expresses_consent:
                yield day, gettext("the Convention enters into force for %(state)s") % name, (effect.key,)


def _given(matter: Matter) -> Iterator[Coming]:
    for each in conditions(matter.register):
        day = each.code.expires
        if day is not None and day.counts_from >= matter.as_of:
            said = {"state": state(matter, each.iso3), "target": typographic(each.code.target)}
            yield day, gettext("%(state)s expected by then: %(target)s") % said, (each.key,)


def _yearly(matter: Matter) -> Iterator[Coming]:
    treaty = matter.register.treaty
    for due in treaty.obligations:
        if due.kind == "every_year_on":
            this = date(matter.as_of.year, due.month, due.day)
            day = this if this > matter.as_of else date(matter.as_of.year + 1, due.month, due.day)
            told = gettext("%(what)s: due from each State Party (Article %(article)s)")
            said = {"what": typographic(gettext(due.what)), "article": due.article}
            yield PartialDate.on_day(day), told % said, (treaty.key,)
