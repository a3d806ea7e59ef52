"""Why States say that they stay outside: each reason by region and by year, with the statements that give it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext, ngettext

from accede.evidence.rules import newest_by
from accede.overview.circumstances import Stated, circumstances
from accede.overview.standings import outside, standings
from accede.overview.statements import Said
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.statements import OUTSIDE, address_of
from accede.publishing.regions import region, regions
from accede.publishing.wording import day, named, when
from accede.vocabulary.statements import Circumstance

LEVELS = (1, 2, 4, 8)
"""From how many on a cell is a step darker."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the address of the statements behind it ("" for none), and how dark it is, 0 to 4."""

    number: int
    address: str

    @property
    def level(self) -> int:
        """The step of its shade."""
        return sum(self.number >= least for least in LEVELS)


@dataclass(frozen=True, slots=True)
class Grid:
    """Reasons by something: heads of columns, and a row a reason with its address on this page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Reason, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """When a State gave a reason: the words of the day, and the address of the statement."""

    on: str
    citation: str
    address: str


@dataclass(frozen=True, slots=True)
class GivenBy:
    """A State that gives a reason, and when it did, newest first."""

    iso3: str
    name: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: its key (also its place in the page), its words, and who gives it."""

    key: str
    label: str
    states: tuple[GivenBy, ...]


@dataclass(frozen=True, slots=True)
class CircumstancesPage:
    """Everything the template prints. `silent` are the States outside that give no reason that is held: key and name."""

    title: str
    opening: str
    reasons: tuple[Reason, ...]
    by_region: Grid
    by_year: Grid
    silent: tuple[tuple[str, str], ...]


def make(asked: Asked) -> CircumstancesPage:
    """The reasons of the States outside on a day, the most frequent first."""
    register = asked.register
    by_reason: dict[Circumstance, list[Stated]] = {}
    for stated in circumstances(register):
        by_reason.setdefault(stated.circumstance, []).append(stated)
    ordered = sorted(by_reason.items(), key=lambda pair: -len(pair[1]))
    reasons = {circumstance: _reason(asked, circumstance, stated) for circumstance, stated in ordered}
    all_outside = outside(standings(register))
    speaking = {stated.iso3 for held in by_reason.values() for stated in held}
    return CircumstancesPage(
        title=gettext("Circumstances"),
        opening=_opening(asked, reasons, len(speaking), len(all_outside)),
        reasons=tuple(reasons.values()),
        by_region=_by_region(asked, ordered, reasons),
        by_year=_by_year(asked, ordered, reasons),
        silent=named(iso3 for iso3 in all_outside if iso3 not in speaking),
    )


def _opening(asked: Asked, reasons: Mapping[Circumstance, Reason], speaking: int, all_outside: int) -> str:
    if not reasons:
        return gettext("No State outside has given a reason that is held, as of %(day)s.") % {"day": day(asked.as_of)}
    most = next(iter(reasons.values()))
    return ngettext(
        "%(number)s of %(all)s States outside gives reasons for staying outside, most often %(reason)s (%(states)s), "
        "as of %(day)s.",
        "%(number)s of %(all)s States outside give reasons for staying outside, most often %(reason)s (%(states)s), "
        "as of %(day)s.",
        speaking,
    ) % {
        "number": speaking,
        "all": all_outside,
        "reason": most.label,
        "states": ngettext("%(number)s State", "%(number)s States", len(most.states)) % {"number": len(most.states)},
        "day": day(asked.as_of),
    }


def _reason(asked: Asked, circumstance: Circumstance, held: Iterable[Stated]) -> Reason:
    return Reason(
        key=circumstance,
        label=gettext(circumstance.label),
        states=tuple(
            GivenBy(
                stated.iso3,
                sentences.name(stated.iso3),
                tuple(_given(asked, statement) for statement in stated.statements),
            )
            for stated in held
        ),
    )


def _given(asked: Asked, statement: Said) -> Given:
    evidence = statement.evidence
    return Given(when(statement.said_on), evidence.fact.citation, address_of(asked, evidence.key))


def _by_region(
    asked: Asked, held: Sequence[tuple[Circumstance, list[Stated]]], reasons: Mapping[Circumstance, Reason]
) -> Grid:
    """How many States of each region give each reason."""
    groups = {each.fact.iso3: region(each.fact) for each in asked.register.states}
    present = {groups[iso3] for iso3 in outside(standings(asked.register))}
    columns = {key: words for key, words in regions().items() if key in present}
    return _grid(
        asked,
        ("region", columns),
        held,
        reasons,
        lambda stated: [groups[stated.iso3]],
    )


def _by_year(
    asked: Asked, held: Sequence[tuple[Circumstance, list[Stated]]], reasons: Mapping[Circumstance, Reason]
) -> Grid:
    """How many statements of each year give each reason."""
    years = sorted({year for _, of_reason in held for stated in of_reason for year in _years(stated)})
    return _grid(asked, ("year", {year: year for year in years}), held, reasons, _years)


def _years(stated: Stated) -> list[str]:
    return [str(newest_by(statement.said_on).year) for statement in stated.statements]


def _grid(
    asked: Asked,
    by: tuple[str, Mapping[str, str]],
    held: Sequence[tuple[Circumstance, list[Stated]]],
    reasons: Mapping[Circumstance, Reason],
    keys: Callable[[Stated], list[str]],
) -> Grid:
    name, columns = by
    rows = []
    for circumstance, of_reason in held:
        found = [key for stated in of_reason for key in keys(stated)]
        cells = tuple(_cell(asked, found.count(key), {"circumstance": circumstance, name: key}) for key in columns)
        rows.append((reasons[circumstance], cells))
    return Grid(tuple(columns.values()), tuple(rows))


def _cell(asked: Asked, number: int, query: Mapping[str, str]) -> Cell:
    narrowed = urlencode({**query, "standing": OUTSIDE})
    # In a publication as plain files nothing is narrowed: the list of who gives the reason, further down, tells the same.
    address = f"{asked.to('statements')}?{narrowed}" if asked.days is None else f"#{query['circumstance']}"
    return Cell(number, address if number else "")


PAGE = PageKind(name="circumstances", route="circumstances/", make=make)
