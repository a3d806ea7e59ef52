"""Names, days and the marks between them in the language that is written in now, for pictures and for the pages around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from django.utils.translation import get_language, gettext

from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.state_names import shipped_names


def language() -> str:
    """The language that is written in now (ISO 639-1): that of the page, English at the command line and in papers."""
    return (get_language() or "en")[:2]


def day(on: date | PartialDate) -> str:
    """A day as the United Nations write it: 21 August 2018."""
    return (on if isinstance(on, PartialDate) else PartialDate.on_day(on)).wording(language())


def name_of(iso3: str) -> str:
    """A State as a table lists it."""
    return _in_table(iso3, language())


def meeting(held: Occasion) -> str:
    """A meeting by its title, which is held in English; in other languages by its kind and its short name."""
    if language() == "en":
        return held.title or held.name
    kind = gettext(held.kind.label)
    return kind if held.kind is OccasionKind.SIGNING else f"{kind} ({held.name})"


@cache
def _in_table(iso3: str, language: str) -> str:
    return shipped_names().in_table(iso3, language)


def names_by_key(states: Iterable[str]) -> dict[str, str]:
    """Many, by their ISO alpha-3 keys."""
    spoken = language()
    return {iso3: _in_table(iso3, spoken) for iso3 in states}


def names_of(states: Iterable[str]) -> str:
    """Several, as a list."""
    return marks(language()).enumeration.join(names_by_key(states).values())


def headed(heading: str, told: str) -> str:
    """A heading and what is told of it: "Plenary: in favour"."""
    return f"{heading}{marks(language()).colon}{told}"


def bracketed(told: str) -> str:
    """A remark in brackets, with the space before it."""
    own = marks(language())
    return f"{own.opens}{told}{own.closes}"


def parted(parts: Iterable[str]) -> str:
    """Parts that are sentences nearly: a; b; c."""
    return marks(language()).semicolon.join(parts)
