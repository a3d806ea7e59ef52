"""Transparency reports: the voluntary ones of States outside by year, and what is held of the obligatory ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.overview.items import ReportItem
from accede.overview.register import Register
from accede.overview.reports import reports
from accede.overview.standings import by_name, outside, standings
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine, told
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, named, when
from accede.vocabulary.reports import ReportDuty, ReportState


@dataclass(frozen=True, slots=True)
class Told:
    """A report in words (without its State), with the number of its source and what must be known of it, in English."""

    words: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class OfState:
    """The reports of a State, newest first; `stands` is where it stands today; `years` tells for each column whether."""

    iso3: str
    name: str
    stands: str
    years: tuple[bool, ...]
    reports: tuple[Told, ...]

    @property
    def number(self) -> int:
        """In how many years it submitted one."""
        return sum(self.years)


@dataclass(frozen=True, slots=True)
class Covering:
    """What is told of obligatory reports that cover one time: the States that had not submitted theirs."""

    covers: str
    states: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """Everything the template prints."""

    title: str
    opening: str
    years: tuple[str, ...]
    voluntary: tuple[OfState, ...]
    obligatory: tuple[OfState, ...]
    missing: tuple[Covering, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> ReportsPage:
    """The reports that sources had told of by a day."""
    register = asked.register
    held = register.once(reports, lambda: reports(register))
    cite = Citing(register, register.reports)
    voluntary = [item for item in held if item.duty is ReportDuty.VOLUNTARY]
    obligatory = [item for item in held if item.duty is not ReportDuty.VOLUNTARY]
    done = [item for item in voluntary if item.report_state is ReportState.SUBMITTED]
    found = {year for item in done if (year := _year(item))}
    years = range(min(found), max(found) + 1) if found else ()
    return ReportsPage(
        title=gettext("Reports"),
        opening=_opening(asked, done),
        years=tuple(map(str, years)),
        voluntary=tuple(_by_state(register, voluntary, years, cite)),
        obligatory=tuple(
            _by_state(register, [each for each in obligatory if each.report_state is ReportState.SUBMITTED], (), cite)
        ),
        missing=tuple(_missing([each for each in obligatory if each.report_state is ReportState.NOT_SUBMITTED], cite)),
        sources=cite.listed(),
    )


def _year(item: ReportItem) -> int | None:
    """The year in which it was submitted."""
    return item.submitted.counts_from.year if item.submitted else None


def _opening(asked: Asked, done: Sequence[ReportItem]) -> str:
    out = frozenset(outside(standings(asked.register)))
    theirs = {item.iso3 for item in done} & out
    sentence = ngettext(
        "%(number)s of %(all)s States outside is recorded as having submitted a voluntary report, as of %(day)s.",
        "%(number)s of %(all)s States outside are recorded as having submitted a voluntary report, as of %(day)s.",
        len(theirs),
    )
    return sentence % {"number": len(theirs), "all": len(out), "day": day(asked.as_of)}


def _by_state(register: Register, items: Iterable[ReportItem], years: Sequence[int], cite: Citing) -> Iterable[OfState]:
    """Those outside first, each with its reports."""
    held: dict[str, list[ReportItem]] = {}
    for item in items:
        held.setdefault(item.iso3, []).append(item)
    stands = standings(register)
    ordered = sorted(by_name(held), key=lambda iso3: iso3 in stands and stands[iso3].standing.has_joined)
    for iso3 in ordered:
        submitted = {_year(item) for item in held[iso3] if item.report_state is ReportState.SUBMITTED}
        yield OfState(
            iso3=iso3,
            name=sentences.name(iso3),
            stands=gettext(stands[iso3].standing.label) if iso3 in stands else "",
            years=tuple(year in submitted for year in years),
            reports=tuple(
                Told(
                    sentences.report(item).rstrip("."),
                    told(item.note, register.sources),
                    cite.number(item.source, item.evidence),
                )
                for item in held[iso3]
            ),
        )


def _missing(items: Iterable[ReportItem], cite: Citing) -> Iterable[Covering]:
    """The States of which a source says that a report was not submitted by its day, by what it covers."""
    found: dict[tuple[str, str], list[ReportItem]] = {}
    for item in items:
        found.setdefault((when(item.covers) if item.covers else "", item.source), []).append(item)
    for (covers, source), of_time in found.items():
        states = by_name({item.iso3 for item in of_time})
        yield Covering(covers, named(states), cite.number(source, of_time[0].evidence))


PAGE = PageKind(name="reports", route="reports/", make=make)
