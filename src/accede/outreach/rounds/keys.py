"""Keys of rounds, their words, their letters, and the activities that tell of them. Pure."""

from __future__ import annotations

from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate

_ROUND = "round"


def round_key(treaty: str, on: PartialDate, number: int = 1) -> str:
    """The key of a round by the day its letters bear ("apmbc/round/2018-03-26"); of the second of a day with its number."""
    return f"{treaty}/{_ROUND}/{_slug(on)}{f'-no{number}' if number > 1 else ''}"


def text_key(round_: str, language: str, place: str) -> str:
    """The key of what is written for a place in a language ("<round>/text/fr/request")."""
    return f"{round_}/text/{language}/{place}"


def letter_key(round_: str, iso3: str) -> str:
    """The key of the letter of a round to a State ("<round>/ARM")."""
    return f"{round_}/{iso3}"


def round_of(letter: str) -> str:
    """The key of the round that a letter is of. Raises UnknownName for what is no key of a letter."""
    round_, parted, iso3 = letter.rpartition("/")
    if not parted or len(iso3) != 3 or f"/{_ROUND}/" not in letter:
        raise UnknownName("this is no key of a letter", where=letter, remedy="Look at the list of letters")
    return round_


def activity_keys(treaty: str, on: PartialDate, number: int = 1) -> tuple[str, str]:
    """The keys under which a round is told: by its year ("apmbc/letters/2018"), or by its day where the year has one already."""
    by_day = f"{treaty}/letters/{_slug(on)}{f'-no{number}' if number > 1 else ''}"
    return f"{treaty}/letters/{on.counts_from.year}", by_day


def _slug(on: PartialDate) -> str:
    """A day, month or year as EDTF; of anything else the day from which it counts."""
    text = on.edtf
    return text if text.replace("-", "").isdigit() else on.counts_from.isoformat()
