"""How old the last word of a State is, in classes. Pure."""

from collections.abc import Mapping
from datetime import date

from accede.evidence.rules import is_older_than
from accede.overview.gaps import Heard, heard_of
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


class InformationAge(Labelled):
    """Years since the latest day on which the last statement can have been made; `NONE`: there is no statement."""

    YEAR = "year", "within the last year"
    FIVE_YEARS = "five_years", "one to five years ago"
    TEN_YEARS = "ten_years", "five to ten years ago"
    OLDER = "older", "more than ten years ago"
    NONE = "none", "no official information"


_YEARS = {InformationAge.YEAR: 1, InformationAge.FIVE_YEARS: 5, InformationAge.TEN_YEARS: 10}


def information_age(said_on: PartialDate | None, on: date) -> InformationAge:
    """The class of a last statement on a day."""
    if said_on is None:
        return InformationAge.NONE
    for age, years in _YEARS.items():
        if not is_older_than(years, said_on.counts_from, on):
            return age
    return InformationAge.OLDER


def ages(register: Register) -> Mapping[InformationAge, tuple[str, ...]]:
    """The States outside on the view's day by the age of their last statement: every class, also an empty one."""
    heard = heard_of(register)
    found: dict[InformationAge, list[str]] = {age: [] for age in InformationAge}
    for iso3 in outside(standings(register)):
        found[information_age(heard.get(iso3, Heard()).said_on, register.view.as_of)].append(iso3)
    return {age: tuple(states) for age, states in found.items()}
