"""How old the last word of a State is, in classes. Pure."""

from collections.abc import Mapping
from datetime import date

from accede.evidence.rules import age_years
from accede.overview.gaps import Heard, heard_of
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


class InformationAge(Labelled):
    """Whole years since the latest day on which the last statement can have been made; `NONE`: there is no statement."""

    NEW = "new", "less than 2 years"
    RECENT = "recent", "2 to 5 years"
    OLD = "old", "5 to 10 years"
    OLDEST = "oldest", "10 years or more"
    NONE = "none", "no official information"


_YEARS = {InformationAge.NEW: 2, InformationAge.RECENT: 5, InformationAge.OLD: 10}
"""Years under which a class ends."""


def information_age(said_on: PartialDate | None, on: date) -> InformationAge:
    """The class of a last statement on a day."""
    if said_on is None:
        return InformationAge.NONE
    years = age_years(said_on.counts_from, on)
    return next((age for age, end in _YEARS.items() if years < end), InformationAge.OLDEST)


def ages(register: Register) -> Mapping[InformationAge, tuple[str, ...]]:
    """The States outside on the view's day by the age of their last statement: every class, also an empty one."""
    heard = heard_of(register)
    found: dict[InformationAge, list[str]] = {age: [] for age in InformationAge}
    for iso3 in outside(standings(register)):
        found[information_age(heard.get(iso3, Heard()).said_on, register.view.as_of)].append(iso3)
    return {age: tuple(states) for age, states in found.items()}
