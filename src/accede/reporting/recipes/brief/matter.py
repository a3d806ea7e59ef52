"""What a brief is written from: the register, the State, its dossier, and since when changes are told. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accede.activities.values import Activity
from accede.overview.dossier import DossierFound, dossier
from accede.overview.register import Register
from accede.records.values import Evidence
from accede.reporting.recipes.comparison.moments import Moment, last_meeting_before, moment_of
from accede.reporting.recipes.matter import Matter, matter
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefed:
    """The matter of a brief. `since` is where the changes begin: the last bilateral meeting recorded, else the last
    meeting of the States Parties, else nothing is told of changes (None). `treaty_names` are those of other treaties."""

    matter: Matter
    iso3: str
    dossier: DossierFound
    since: Moment | None
    treaty_names: Mapping[str, str]

    @property
    def register(self) -> Register:
        """The register in the view."""
        return self.matter.register

    @property
    def name(self) -> str:
        """The State as a sentence names it."""
        return self.matter.in_sentence(self.iso3)

    @property
    def day(self) -> str:
        """The day of the brief, as papers write it."""
        return PartialDate.on_day(self.matter.as_of).wording()


def briefed(register: Register, iso3: str, since: str, treaty_names: Mapping[str, str]) -> Briefed:
    """The matter for a State. Raises UnknownName for the State, or for a day or occasion that is not held."""
    state = register.state(iso3.upper()).fact.iso3
    return Briefed(
        matter=matter(register),
        iso3=state,
        dossier=dossier(register, state),
        since=moment_of(register, since) if since else _last_met(register, state),
        treaty_names=treaty_names,
    )


def _last_met(register: Register, iso3: str) -> Moment | None:
    met = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if _is_meeting(register, each, iso3)
    ]
    if met:
        last = max(met, key=lambda each: (each.fact.on.counts_from, each.key))
        return Moment(f"the bilateral meeting of {last.fact.on.wording()}", _day_of(register, last))
    try:
        return moment_of(register, last_meeting_before(register, register.view.as_of))
    except UnknownName:
        return None


def _is_meeting(register: Register, each: Evidence[Activity], iso3: str) -> bool:
    is_with_it = each.fact.kind is ActivityKind.BILATERAL and iso3 in each.fact.towards
    return is_with_it and register.has_happened(each.fact.on, each.source)


def _day_of(register: Register, met: Evidence[Activity]) -> date:
    """The first day by which it had surely happened: what was said later in that time is told as new."""
    first = met.fact.on.earliest
    return first if first is not None else met.fact.on.counts_from
