"""What a partial date is made of: the profile of EDTF (ISO 8601-2) that Accede writes and reads.

    2018-08-21  2018-08  2018  198X       a day, a month, a year, a decade
    2007-03-25/2007-03-27                 an interval: from the first to the last, both included
    2018/..  198X/..  ../2010             since, until
    {2010,2012}                           all of these
    [2026-01-12..2026-11-22]              one day, not known which, between the two

Years run from 1000 to 9999. Marks of doubt (`~`, `?`, `%`), seasons and times of day are not in the profile: where a
source gives no more than that, its date is the wider one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from accede.vocabulary.errors import InvalidDate

FORMS = (
    "Write 2018-08-21, 2018-08, 2018, 198X, 2007-03-25/2007-03-27, 2018/.., ../2010, {2010,2012} or [2026-01..2026-11]"
)
LONGEST = 200
"""Characters; no date anybody wrote is longer, and a whole file taken for one is refused at once."""

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SIMPLE = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|([1-9][0-9]{2})X")

BEFORE_1000 = re.compile(r"0[0-9]{3}(?:-[0-9]{2}){0,2}")


class Precision(IntEnum):
    """Finer first. SET: all of several. BETWEEN: one day within bounds. OPEN: since or until."""

    DAY = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4
    INTERVAL = 5
    SET = 6
    BETWEEN = 7
    OPEN = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One day, month, year or decade. Of a decade, `year` is its first."""

    year: int
    month: int | None
    day: int | None
    precision: Precision

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        if self.precision is Precision.DECADE:
            return date(self.year + 9, 12, 31)
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def edtf(self) -> str:
        if self.precision is Precision.DECADE:
            return f"{self.year // 10}X"
        text = f"{self.year:04}"
        for number in (self.month, self.day):
            if number is not None:
                text += f"-{number:02}"
        return text


@dataclass(frozen=True, slots=True)
class Shape:
    """How parts make a date. OPEN has two parts, one of them None: (x, None) is since, (None, x) is until."""

    precision: Precision
    parts: tuple[Part | None, ...]

    @property
    def edtf(self) -> str:
        texts = [part.edtf if part else ".." for part in self.parts]
        match self.precision:
            case Precision.INTERVAL | Precision.OPEN:
                return "/".join(texts)
            case Precision.SET:
                return "{" + ",".join(texts) + "}"
            case Precision.BETWEEN:
                return "[" + "..".join(texts) + "]"
            case _:
                return texts[0]


def quoted(text: str) -> str:
    """The text as a sentence may show it: on one line, without control characters, not longer than 60 characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:LONGEST]).split())
    return f"“{line[:60]}…”" if len(line) > 60 or len(text) > LONGEST else f"“{line}”"


def part(text: str) -> Part:
    """A day, month, year or decade of the profile. Raises InvalidDate."""
    match = SIMPLE.fullmatch(text)
    if match is None and BEFORE_1000.fullmatch(text):
        raise InvalidDate(f"{quoted(text)} is before the year 1000, the first of our dates", remedy="Give a later date")
    if match is None:
        raise InvalidDate(f"{quoted(text)} is not a date", remedy=FORMS)
    if match[4]:
        return Part(int(match[4]) * 10, None, None, Precision.DECADE)
    return made_part(int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None)


def made_part(year: int, month: int | None, day: int | None) -> Part:
    """A day, month or year from its numbers. Raises InvalidDate naming what cannot be."""
    if month is None:
        return Part(year, None, None, Precision.YEAR)
    if not 1 <= month <= 12:
        raise InvalidDate(f"{year}-{month:02} is not a month: there is no month {month}", remedy="Correct the month")
    if day is None:
        return Part(year, month, None, Precision.MONTH)
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = ENGLISH_MONTHS[month - 1]
        raise InvalidDate(f"{day} {name} {year} is not a day: {name} {year} has {days} days", remedy="Correct the day")
    return Part(year, month, day, Precision.DAY)


def shape(text: str) -> Shape:
    """The shape of a text of the profile. Raises InvalidDate."""
    if len(text) > LONGEST:
        raise InvalidDate(f"{quoted(text)} is too long for a date", remedy=FORMS)
    if text[:1] == "{" and text[-1:] == "}":
        return united([part(member) for member in text[1:-1].split(",")])
    if text[:1] == "[" and text[-1:] == "]":
        return _two(text[1:-1].split(".."), Precision.BETWEEN, text)
    if "/" in text:
        return _interval(text)
    only = part(text)
    return Shape(only.precision, (only,))


def spanned(first: Part, last: Part, precision: Precision) -> Shape:
    """An INTERVAL or BETWEEN of two parts; of one part twice, that part. Raises InvalidDate if it ends first."""
    if first == last:
        return Shape(first.precision, (first,))
    if first.earliest > last.latest:
        raise InvalidDate(f"{last.edtf} is before {first.edtf}", remedy="Write the earlier date first")
    return Shape(precision, (first, last))


def united(parts: list[Part]) -> Shape:
    """A SET in order of time, each member once; of one member, that member."""
    members = sorted(set(parts), key=lambda member: (member.earliest, member.precision))
    if len(members) == 1:
        return Shape(members[0].precision, (members[0],))
    return Shape(Precision.SET, tuple(members))


def _interval(text: str) -> Shape:
    first, _, last = text.partition("/")
    if first == ".." and last != "..":
        return Shape(Precision.OPEN, (None, part(last)))
    if last == ".." and first != "..":
        return Shape(Precision.OPEN, (part(first), None))
    return _two([first, last], Precision.INTERVAL, text)


def _two(ends: list[str], precision: Precision, text: str) -> Shape:
    if len(ends) != 2 or not all(ends):
        raise InvalidDate(f"{quoted(text)} is not a date", remedy=FORMS)
    return spanned(part(ends[0]), part(ends[1]), precision)
