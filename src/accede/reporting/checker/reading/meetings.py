"""Meetings of the treaty as texts name them: "the 16MSP", "Third Review Conference", "2018 intersessional meetings". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.numbers import ORDINAL, ordinal
from accede.vocabulary.date_parts import ENGLISH_MONTHS
from accede.vocabulary.occasions import OccasionKind

YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(ENGLISH_MONTHS)
NAMED = re.compile(
    rf"(?:\b(?P<year>{YEAR}) )?"
    rf"(?:\b(?P<key_number>\d{{1,2}}) ?(?:st|nd|rd|th)? ?(?P<key>MSP|RC|Rev ?Con|REVCON)\b"
    rf"|\b(?P<ordinal>{ORDINAL}) (?:annual |formal )?(?P<what>Meetings? of (?:the )?(?:States Parties|"
    rf"State Parties|States parties|Parties)|MSP|(?-i:Meetings?)(?! (?:of|on|with|between|for|Room))\b"
    rf"|Review Conferences?|Rev ?Con\b))",
    re.IGNORECASE,
)
_NOT_NUMBERED = Late(
    r",? (?:or (?:an? |any )?Review Conference,? )?(?:since\b|ever\b|at all\b|in (?:its|their|his|her) history|"
    r"(?:it|they) (?:has|have|had|ever|did)|in (?:the last |over |more than |almost |nearly )?(?:\w+|\d+) years)",
    re.IGNORECASE,
)
"""Behind "first Meeting": it is the first of somebody or of a time."""
INTERSESSIONAL = re.compile(
    rf"(?:\b(?P<year>{YEAR}) )?\b(?:intersessional (?:standing committee )?(?:meetings?|programme|"
    rf"work programme|week)|intersessionals)"
    rf"(?: (?:of|in) (?:(?:{_MONTH}) )?(?P<year_b>{YEAR}))?|\bIM ?(?P<year_c>{YEAR})\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTH}),? $")
COMMITTEES = re.compile(
    rf"\bStanding Committees?\b(?:(?: meetings?| on [^.;()]{{3,70}}?)?,?(?: held)?(?: of| in)? (?:\d{{1,2}} )?"
    rf"(?P<month>{_MONTH}) (?P<year>{YEAR})\b"
    rf"| meetings?)?|\bSC (?P<month_b>{_MONTH}) (?P<year_b>{YEAR})\b",
    re.IGNORECASE,
)
SIGNING = re.compile(r"\b(?:Treaty |Convention )?Signing (?:Conference|Ceremony)\b", re.IGNORECASE)
BY_PLACE = re.compile(
    r"\b(?P<place>Nairobi|Cartagena|Maputo|Oslo|Siem Reap(?:-Angkor)?) (?:Summit|Review Conference)\b"
    r"(?: on a Mine-Free World)?"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting named at a place. `key` is its key where the name tells it; `year` is one that stands within the name."""

    start: int
    end: int
    kind: OccasionKind
    number: int | None = None
    year: int | None = None
    key: str = ""
    place: str = ""


def meetings(text: str) -> Iterator[Meeting]:
    """The meetings that a text names, in order."""
    found = [*_numbered(text), *_intersessional(text), *_committees(text), *_others(text)]
    taken = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= taken:
            taken = one.end
            yield one


def _numbered(text: str) -> Iterator[Meeting]:
    for match in NAMED.finditer(text):
        what = (match["key"] or match["what"]).lower()
        number = int(match["key_number"]) if match["key_number"] else ordinal(match["ordinal"])
        kind = OccasionKind.MSP if what.startswith(("msp", "meeting")) else OccasionKind.RC
        year = int(match["year"]) if match["year"] else None
        start = match.start()
        if (match["ordinal"] or "").islower() and _NOT_NUMBERED.match(text, match.end()):
            continue
        if year and _MONTH_BEFORE.search(text[:start]):
            year, start = None, start + 5
        yield Meeting(start, match.end(), kind, number, year, f"{number}{kind}")


def _intersessional(text: str) -> Iterator[Meeting]:
    for match in INTERSESSIONAL.finditer(text):
        year = match["year"] or match["year_b"] or match["year_c"]
        if match["year"] and _MONTH_BEFORE.search(text[: match.start()]):  # "7-8 June 2018 intersessional meetings"
            yield Meeting(match.start() + 5, match.end(), OccasionKind.IM)
            continue
        key = f"IM{year}" if year else ""
        yield Meeting(match.start(), match.end(), OccasionKind.IM, None, int(year) if year else None, key)


def _committees(text: str) -> Iterator[Meeting]:
    for match in COMMITTEES.finditer(text):
        month, year_text = match["month"] or match["month_b"], match["year"] or match["year_b"]
        key = f"SC {month.capitalize()} {year_text}" if month else ""
        year = int(year_text) if year_text else None
        yield Meeting(match.start(), match.end(), OccasionKind.SC, None, year, key)


def _others(text: str) -> Iterator[Meeting]:
    for match in SIGNING.finditer(text):
        yield Meeting(match.start(), match.end(), OccasionKind.SIGNING, key="signing conference")
    for match in BY_PLACE.finditer(text):
        yield Meeting(match.start(), match.end(), OccasionKind.RC, place=match["place"])
