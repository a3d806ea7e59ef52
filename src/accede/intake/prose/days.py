"""Days as running prose gives them, with the year that the context tells where they have none. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from accede.intake.status_paper.occasions import single_year
from accede.vocabulary.date_parts import ENGLISH_MONTHS
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, Precision, read_date

SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")
MONTH = rf"(?:{'|'.join(ENGLISH_MONTHS)}|(?:{'|'.join(SHORT)})\b\.?)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?: of)?"
YEAR = r"(?:19|20)\d\d"
TO = r"(?: ?[-–—] ?| to | and |, | & )"
SEASON = 120
"""Days. Of a page of January, "in November" is the year before; "in March" is not."""
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
PATTERN = re.compile(
    rf"(?P<iso>(?<![\w/-]){YEAR}-\d\d(?:-\d\d)?(?![\w/-]))"
    rf"|(?P<dotted>(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.{YEAR}(?![\d.]))"
    rf"|{WEEKDAY}(?P<far>(?<!\d)(?P<day1>{DAY}) (?P<month1>{MONTH})(?: (?P<year1>{YEAR})"
    rf")?{TO}(?P<day2>{DAY}) (?P<month2>{MONTH}))"
    rf"(?:,? (?P<year2>{YEAR}))?"
    rf"|{WEEKDAY}(?P<days>(?<!\d)\d{{1,2}}(?:{TO}\d{{1,2}}(?!\d))*(?:st|nd|rd|th)?(?: of)? (?P<month3>{MONTH}))"
    rf"(?:,? \(?(?P<year3>{YEAR})\)?)?"
    rf"|{WEEKDAY}(?P<month4>{MONTH}) (?P<days4>\d{{1,2}}(?!\d)(?:{TO}\d{{1,2}}(?!\d))?(?:st|nd|rd|th)?)"
    rf"(?:,? \(?(?P<year4>{YEAR})\)?)?"
    rf"|(?P<month5>{MONTH}(?:/{MONTH})?),? (?P<year5>{YEAR})"
    rf"|(?<=[Ii]n )(?P<month6>{MONTH})(?! \d)"
    rf"|(?P<span>(?<![\w/.-])(?P<from7>{YEAR})(?: ?[-–—] ?| to )(?P<to7>{YEAR}|\d\d)(?![\w/-]))"
    rf"|(?P<years>(?<![\w/.-]){YEAR}(?:(?:, | and |, and ){YEAR})*(?![\w/-]))"
    r"|(?P<today>\b(?:earlier )?[Tt]oday\b)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text. `is_completed`: the text gives no year, the context does."""

    start: int
    end: int
    date: PartialDate
    is_completed: bool = False


def days(text: str, near: PartialDate | None = None, *, looks_back: bool = False) -> list[Dated]:
    """The dates of a text in order. A date without year has that of the one before it, else the one `near` tells.

    `looks_back`: `near` is the day of a page, which tells of what was before it rather than of what is far ahead.
    What cannot be a date is left out; `impossible` names it.
    """
    found: list[Dated] = []
    for match in PATTERN.finditer(text):
        try:
            one = _dated(match, found[-1].date if found else None, near, looks_back=looks_back)
        except InvalidDate:
            continue
        if one is not None:
            found.append(replace(one, start=match.start(), end=match.end()))
    return found


def impossible(text: str) -> Iterator[tuple[str, InvalidDate]]:
    """The days that a text gives with their year and that cannot be ("31 February 2018")."""
    for match in PATTERN.finditer(text):
        if match["year3"] or match["year2"] or match["year4"] or match["dotted"] or match["iso"]:
            try:
                _dated(match, None, None)
            except InvalidDate as error:
                yield match[0], error


def _dated(
    match: re.Match[str], before: PartialDate | None, near: PartialDate | None, *, looks_back: bool = False
) -> Dated | None:
    context = _context(before, near, looks_back=looks_back)
    if match["iso"] or match["dotted"]:
        return _of(read_date(match["iso"] or match["dotted"]))
    if match["far"]:
        year = match["year2"] or match["year1"]
        first = f"{_day(match['day1'])} {match['month1']} {match['year1'] or year or ''}"
        return _with_year(f"{first} - {_day(match['day2'])} {match['month2']}", year, context)
    if match["days"]:
        return _with_year(_day(match["days"]), match["year3"], context)
    if match["month4"]:
        return _with_year(f"{_day(match['days4'])} {match['month4']}", match["year4"], context)
    if match["month5"]:
        first, _, second = match["month5"].partition("/")
        if second:
            return _of(_between(read_date(f"{first} {match['year5']}"), read_date(f"{second} {match['year5']}")))
        return _of(read_date(f"{first} {match['year5']}"))
    if match["month6"]:
        return _with_year(match["month6"], None, context)
    if match["span"]:
        last = match["to7"] if len(match["to7"]) == 4 else match["from7"][:2] + match["to7"]
        return _of(PartialDate.parse(f"{match['from7']}/{last}")) if last > match["from7"] else None
    if match["years"]:
        years = re.findall(YEAR, match["years"])
        return _of(PartialDate.parse("{" + ",".join(dict.fromkeys(years)) + "}" if len(set(years)) > 1 else years[0]))
    return _of(near) if near is not None and near.precision is Precision.DAY else None


def _of(date: PartialDate, *, is_completed: bool = False) -> Dated:
    return Dated(0, 0, date, is_completed)


def _context(
    before: PartialDate | None, near: PartialDate | None, *, looks_back: bool
) -> tuple[int | None, date | None]:
    """The year for a date without one, and the day behind which it does not lie by more than a season."""
    told = single_year(before)
    if told is not None:
        return told, None
    is_day = near is not None and near.precision is Precision.DAY
    return single_year(near), near.latest if near and looks_back and is_day else None


def _with_year(text: str, year: str | None, context: tuple[int | None, date | None]) -> Dated | None:
    if year:
        return _of(read_date(f"{text} {year}"))
    told, issued = context
    if told is None:
        return None
    found = read_date(f"{text} {told}")
    if issued and found.earliest and (found.earliest - issued).days > SEASON:
        found = read_date(f"{text} {told - 1}")
    return _of(found, is_completed=True)


def _day(text: str) -> str:
    """The days without what only dresses them ("3rd of")."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)?(?: of)?(?= |$)", "", re.sub(r" ?[–—] ?", "-", text))


def _between(first: PartialDate, last: PartialDate) -> PartialDate:
    return PartialDate.parse(f"[{first.edtf}..{last.edtf}]")
