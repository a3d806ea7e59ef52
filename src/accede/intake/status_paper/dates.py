"""Dates in running prose, and dates that cannot be. Pure."""

import re
from collections.abc import Iterator

from accede.vocabulary.date_parts import ENGLISH_MONTHS
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, read_date

MONTH = f"(?:{'|'.join(ENGLISH_MONTHS)})"
YEAR = r"(?:19|20)\d\d"
DATE = rf"(?:(?:\d{{1,2}}(?: ?[-–] ?\d{{1,2}})? )?{MONTH} )?{YEAR}"
LED = re.compile(rf"\b(?P<lead>As (?:of|at)|[Oo]n|[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Dd]uring)\s+(?P<date>{DATE})\b")
DAY = re.compile(rf"\b\d{{1,2}} {MONTH} {YEAR}\b")


def dated(text: str, *leads: str) -> PartialDate | None:
    """The first date in the text that one of these words leads ("As of", "In"); with none, any of the usual ones."""
    for match in LED.finditer(text):
        if not leads or match["lead"].lower() in {lead.lower() for lead in leads}:
            return read_date(match["date"])
    return None


def impossible(text: str) -> Iterator[tuple[str, InvalidDate]]:
    """The days in a text that cannot be ("31 February 2018"), each with what is wrong with it."""
    for match in DAY.finditer(text):
        try:
            read_date(match[0])
        except InvalidDate as error:
            yield match[0], error
