"""What changed between two days or two meetings; else since the last meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.overview.changes import Changes as Changed
from accede.overview.changes import changes, day_of
from accede.overview.occasions import days_of, key_of, meetings
from accede.overview.register import Register
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.happened import Section, sections
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, listed, when
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.errors import InvalidDate, UnknownName
from accede.vocabulary.partial_date import Precision, read_date

MOST = 20
"""Lines of one kind that are shown; of more it is said how many there are."""
SHORTCUTS = 6
"""How many of the last meetings are offered."""


@dataclass(frozen=True, slots=True)
class Bound:
    """An end of the time asked for: what the form shows, the day it means, and the meeting ("" for a day)."""

    given: str
    on: date
    meeting: str = ""

    @property
    def words(self) -> str:
        """As a sentence says it."""
        return (
            gettext("%(meeting)s (%(day)s)") % {"meeting": self.meeting, "day": day(self.on)}
            if self.meeting
            else day(self.on)
        )


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Everything the template prints.

    `form` is where a time is chosen, empty in a publication as plain files, where nobody can; `meetings` are key and
    days of those that may be chosen, `shortcuts` words and address of some times; `notices` say what
    was asked for and could not be answered so.
    """

    title: str
    opening: str
    start: Bound
    end: Bound
    form: str
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...]
    meetings: tuple[tuple[str, str], ...]
    shortcuts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]


def make(asked: Asked) -> ChangesPage:
    """What changed in the time asked for."""
    register = asked.register
    start, end, notices = _bounds(asked)
    found = changes(register, start.on.isoformat(), end.on.isoformat())
    then = replace(asked, register=replace(register, view=replace(register.view, as_of=end.on)))
    cite = Citing(register)
    lines = sections(found, then, cite, MOST)
    return ChangesPage(
        title=gettext("Changes"),
        opening=_opening(found, lines),
        start=start,
        end=end,
        form=replace(asked, filters={}).here if asked.days is None else "",
        sections=lines,
        sources=cite.listed(),
        meetings=tuple((key_of(each), _days(each.fact)) for each in reversed(meetings(register, on=asked.today).held)),
        shortcuts=_shortcuts(asked) if asked.days is None else (),
        notices=notices,
    )


def _opening(found: Changed, lines: Sequence[Section]) -> str:
    number = {section.key: section.number for section in lines}
    joined, left, statements = (number.get(key, 0) for key in ("joined", "left", "statements"))
    parts = [
        ngettext("%(number)s State joined", "%(number)s States joined", joined) % {"number": joined}
        if joined
        else gettext("no State joined"),
        ngettext("%(number)s left", "%(number)s left", left) % {"number": left} if left else gettext("none left"),
        ngettext("%(number)s statement was made", "%(number)s statements were made", statements)
        % {"number": statements}
        if statements
        else gettext("no statement is recorded"),
    ]
    said = {"from": day(found.from_), "to": day(found.to), "parts": listed(parts)}
    return gettext("From %(from)s to %(to)s, %(parts)s.") % said


def _bounds(asked: Asked) -> tuple[Bound, Bound, tuple[str, ...]]:
    """The time asked for, whatever was typed, and what must be said about it."""
    notices: list[str] = []
    end = _bound(asked, "to", notices) or Bound(asked.as_of.isoformat(), asked.as_of)
    start = _bound(asked, "from", notices) or _since(asked.register, end.on)
    if start.on > end.on:
        notices.append(gettext("The later day was given first; the two are exchanged."))
        start, end = end, start
    return start, end, tuple(dict.fromkeys(notices))


def _bound(asked: Asked, name: str, notices: list[str]) -> Bound | None:
    """An end as it was typed, moved to the first or the last day that can be asked about; None where it means nothing."""
    given = asked.filters.get(name, "")
    if not given:
        return None
    found, first = _read(asked.register, given), _adopted(asked.register)
    if found is None:
        notices.append(
            gettext("“%(given)s” is neither a day, as 2018-08-21, nor a meeting, as 16MSP, and was left out.")
            % {"given": given}
        )
    elif found.on > asked.today:
        notices.append(gettext("%(given)s lies ahead; the page goes up to today.") % {"given": found.words})
        return Bound(asked.today.isoformat(), asked.today)
    elif found.on < first:
        notices.append(gettext("The Convention was adopted on %(day)s; the page begins there.") % {"day": day(first)})
        return Bound(first.isoformat(), first)
    return found


def _read(register: Register, given: str) -> Bound | None:
    """A day or a meeting as people type it; None for anything else."""
    wanted = given.replace(" ", "").casefold()
    for each in register.occasions:
        key = key_of(each)
        if wanted == key.replace(" ", "").casefold():
            try:
                return Bound(key, day_of(register, key), key)
            except UnknownName:
                return None
    try:
        found = read_date(given)
    except InvalidDate:
        return None
    return Bound(found.counts_from.isoformat(), found.counts_from) if found.precision is Precision.DAY else None


def _since(register: Register, until: date) -> Bound:
    """The end of the last meeting of the kind that counts, over by the day; before the first one, the treaty's adoption."""
    held = _counted(register, until)
    if held:
        key = key_of(held[-1])
        return Bound(key, day_of(register, key), key)
    first = _adopted(register)
    return Bound(first.isoformat(), first)


def _counted(register: Register, until: date) -> list[Evidence[Occasion]]:
    """The meetings that count, over before the day, in order."""
    return [
        each
        for each in meetings(register, on=until).held
        if each.fact.kind in register.treaty.counted_meetings and day_of(register, key_of(each)) < until
    ]


def _adopted(register: Register) -> date:
    """The first day about which anything can be asked."""
    return register.treaty.dates.begins_on or date(1900, 1, 1)


def _days(fact: Occasion) -> str:
    days = days_of(fact) or fact.starts
    return when(days) if days else ""


def _shortcuts(asked: Asked) -> tuple[tuple[str, str], ...]:
    """From meeting to meeting, the last ones first, and the whole time."""
    keys = [key_of(each) for each in _counted(asked.register, asked.as_of)]
    pairs = list(pairwise(keys))[: -SHORTCUTS - 1 : -1]
    times = [
        (gettext("%(first)s to %(last)s") % {"first": first, "last": last}, {"from": first, "to": last})
        for first, last in pairs
    ]
    return tuple((words, replace(asked, filters=query).here) for words, query in times)


PAGE = PageKind(
    name="changes",
    route="changes/",
    make=make,
    filters=frozenset({"from", "to"}),
    menu=gettext_noop("Changes"),
)
