"""Names and days in the language that is written in now: that of the page, English for papers and at the command line."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language

from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import shipped_names


def language() -> str:
    """ISO 639-1."""
    return (get_language() or "en")[:2]


def day(on: date | PartialDate) -> str:
    """A day as the United Nations write it: 21 August 2018."""
    return (on if isinstance(on, PartialDate) else PartialDate.on_day(on)).wording(language())


def name_of(iso3: str) -> str:
    """A State as a table lists it."""
    return shipped_names().in_table(iso3, language())


def names_of(states: tuple[str, ...]) -> str:
    """Several, as a list."""
    return ", ".join(name_of(iso3) for iso3 in states)
