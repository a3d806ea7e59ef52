"""Days in prose, with the word that leads them ("as of 1 June 2018", "by the end of 2017", "in May 2012"). Pure.

A day that cannot be (31 February; a Friday that was a Tuesday) is found as well, with what is wrong with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from accede.reporting.checker.reading.numbers import EASTERN, WORDED, cardinal
from accede.vocabulary.date_parts import ENGLISH_MONTHS, Part, Precision, made_part
from accede.vocabulary.date_words import (
    ARABIC_MONTHS,
    CHINESE_MONTH_NAMES,
    FRENCH_MONTHS,
    RUSSIAN_MONTHS,
    RUSSIAN_MONTHS_OF,
    SPANISH_MONTHS,
)
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


class Lead(Labelled):
    """What the words before a day say of it."""

    NONE = "none", ""
    AS_OF = "as_of", "as of"
    ON = "on", "on"
    BY = "by", "by"
    SINCE = "since", "since"
    AFTER = "after", "after"
    BEFORE = "before", "before"
    BETWEEN = "between", "between"


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def told(day: date) -> str:
    """A day as people write it."""
    return PartialDate.on_day(day).wording()


@dataclass(frozen=True, slots=True)
class Day:
    """A stretch of days as a text gives it: from `first` to `last`, both included, at `start` to `end` of the text.

    `precision` is that of its coarser end; `wrong` says what cannot be about it. A day without a year has none of both
    until `in_year` is asked. `is_relative` marks "today" and the like, which rest on the day of the paper.
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    lead: Lead = Lead.NONE
    wrong: str = ""
    is_relative: bool = False
    year_is_told: bool = True
    is_apart: bool = False
    """Whether it is two months with others between them ("in January and May 2005"): not all of its days are meant."""

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def meets(self, held: PartialDate | None) -> bool:
        """Whether it may be the day that is held; not where none is."""
        return (
            held is not None
            and held.earliest is not None
            and held.latest is not None
            and held.earliest <= self.last
            and self.first <= held.latest
        )

    def wording(self) -> str:
        """As people write it."""
        if self.is_one_day:
            return told(self.first)
        if self.precision is Precision.YEAR and self.first.year == self.last.year:
            return str(self.first.year)
        if self.precision is Precision.MONTH and (self.first.year, self.first.month) == (
            self.last.year,
            self.last.month,
        ):
            return f"{ENGLISH_MONTHS[self.first.month - 1]} {self.first.year}"
        return f"{self.first.isoformat()} to {self.last.isoformat()}"


MONTHS: dict[str, dict[str, int]] = {
    "en": {name.lower(): at for at, name in enumerate(ENGLISH_MONTHS, 1)}
    | {
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    "fr": {name: at for at, name in enumerate(FRENCH_MONTHS, 1)} | {"fevrier": 2, "aout": 8, "decembre": 12},
    "es": {name: at for at, name in enumerate(SPANISH_MONTHS, 1)} | {"setiembre": 9},
    "ru": {name: at for at, name in enumerate(RUSSIAN_MONTHS_OF, 1)}
    | {name: at for at, name in enumerate(RUSSIAN_MONTHS, 1)}
    | {name[:-1] + "е": at for at, name in enumerate(RUSSIAN_MONTHS, 1)},
    "zh": {name: at for at, name in enumerate(CHINESE_MONTH_NAMES, 1)},
    "ar": {part: at for at, name in enumerate(ARABIC_MONTHS, 1) for part in (name, *name.split("/"))}
    | {"يونيو": 6, "يوليو": 7},
}
YEAR = r"(?:19[4-9]\d|20[0-6]\d)"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:the )?)?"
_ST = r"(?:st|nd|rd|th)?"

TELLS_A_DAY = re.compile(r"\d|\b(?:today|yesterday|tonight|this|last|ago)\b", re.IGNORECASE)
"""A text without any of these names no day."""

LEADS: dict[str, tuple[tuple[Lead, str], ...]] = {
    "en": (
        (
            Lead.AS_OF,
            r"(?:as (?:of|at|on)|status as of|information as of|(?:at|by|until|as of|"
            r"before) the (?:very )?end of|at)",
        ),
        (Lead.SINCE, r"(?:since|from|ever since)"),
        (Lead.BEFORE, r"(?:before|prior to|until|till|up to|up until)"),
        (Lead.AFTER, r"(?:after|following)"),
        (Lead.BY, r"by"),
        (Lead.BETWEEN, r"between"),
        (Lead.ON, r"(?:on|in|during|of|dated|throughout)"),
    ),
    "fr": (
        (Lead.AS_OF, r"(?:à la date du|au|en date du|à la fin de|fin|à fin)"),
        (Lead.SINCE, r"(?:depuis|à partir du|à compter du|depuis le)"),
        (Lead.BEFORE, r"(?:avant|jusqu'au|jusqu'en)"),
        (Lead.ON, r"(?:le|en|du|de)"),
    ),
    "es": (
        (Lead.AS_OF, r"(?:al|a fecha de|a|hasta el|a finales de)"),
        (Lead.SINCE, r"(?:desde el|desde)"),
        (Lead.BEFORE, r"(?:antes de|antes del)"),
        (Lead.ON, r"(?:el|en|de|del)"),
    ),
    "ru": (
        (Lead.AS_OF, r"(?:по состоянию на|на|к|к концу|на конец)"),
        (Lead.SINCE, r"(?:с|со|начиная с)"),
        (Lead.BEFORE, r"(?:до)"),
        (Lead.ON, r"(?:в|во)"),
    ),
    "zh": ((Lead.AS_OF, r"(?:截至|截止|到|至)"), (Lead.SINCE, r"(?:自|从)"), (Lead.ON, r"(?:在|于)")),
    "ar": (
        (Lead.AS_OF, r"(?:حتى|اعتبارا من|لغاية|بحلول|في نهاية)"),
        (Lead.SINCE, r"(?:منذ)"),
        (Lead.ON, r"(?:في|يوم|عام|سنة)"),
    ),
}


def days(text: str, language: str = "en", paper_day: date | None = None) -> Iterator[Day]:
    """The days of a text in order; the text may have other things blanked out. "Today" is found where the paper has a day."""
    if not TELLS_A_DAY.search(text):
        return
    taken = 0
    before: Day | None = None
    for match in _pattern(language).finditer(text):
        if match.start() < taken:
            continue
        found = _day(match, text, language, paper_day, before)
        if found is not None:
            taken = match.end()
            before = found
            yield found


FROM = re.compile(r"from\b", re.IGNORECASE)
_OPEN_LEADS = (Lead.SINCE, Lead.AFTER, Lead.BEFORE, Lead.BETWEEN)


_PLACED = re.compile(r"(?:in|on|as of|by|since)\b", re.IGNORECASE)
_DELIVERED = re.compile(
    r"\b(?:deliver|giv|held|made|issu|releas|publish|post|updat|dat|read|sent|sign|present|circulat|submit)\w*(?: out)?\W*$",
    re.IGNORECASE,
)
"""What is said of a paper before its day; of a State it says what it did then ("Oman joined on 20 August 2014.")."""


def leading_day(text: str) -> Day | None:
    """The day that a paragraph begins with, before a colon or dash ("2013: ...", "Geneva 3rd of March 2015 – ..."), or
    that it consists of."""
    head = text[:140]
    for found in days(head):
        before, after = head[: found.start], head[found.end :]
        is_first = (
            not re.search(r"[.!?;:]\s", before)
            and len(before.split()) <= 8
            and not re.search(r"\b(?:in|on|as of|by|since)\s*$", before, re.I)
            and not (before.strip() and _PLACED.match(head, found.start) and not _DELIVERED.search(before))
        )
        if found.wrong or not found.year_is_told or not is_first or found.lead in _OPEN_LEADS:
            return None
        if not after.strip(" .)\n") or re.match(r"\s*(?:[:–—]|-{1,2} |\([A-Z]+\))", after):
            return found
        return None
    return None


def _day(match: re.Match[str], text: str, language: str, paper_day: date | None, before: Day | None) -> Day | None:
    given = _merged(match)
    if paper_day is None and any(part in given for part in ("relative", "ago", "whose")):
        return None
    if "later" in given:
        return _years_later(match, given, before)
    lead, start = _lead(text, match.start(), language)
    if "point" in given and lead not in (Lead.SINCE, Lead.AFTER, Lead.BEFORE):
        lead = Lead.AS_OF
    try:
        first, last, precision = _bounds(given, language, paper_day)
    except InvalidDate as error:
        return Day(start, match.end(), date.min, date.min, Precision.DAY, lead, wrong=error.what)
    except ValueError:
        return None
    is_told = any(part in given for part in ("year", "iso", "numeric", "decade", "relative", "ago", "whose"))
    weekday = given.get("weekday", "").lower()
    wrong = ""
    if weekday and first == last and is_told and WEEKDAYS[first.weekday()] != weekday:
        wrong = f"{told(first)} was a {WEEKDAYS[first.weekday()].capitalize()}, not a {weekday.capitalize()}"
    if precision is Precision.INTERVAL and (lead is Lead.BETWEEN or FROM.match(text, start)):
        lead = Lead.ON  # "between May and July 2005", "from 3 to 5 May 2005": within that time, not since its beginning
    is_relative = "relative" in given or "ago" in given
    is_between = text[start : match.start()].lower().startswith("between")
    is_apart = not is_between and last - first > timedelta(62) and _names_two_months(match[0])
    return Day(start, match.end(), first, last, precision, lead, wrong, is_relative, is_told, is_apart)


def _names_two_months(words: str) -> bool:
    return bool(re.match(r"[A-Za-z]+\.? and ", words))


def _years_later(match: re.Match[str], given: dict[str, str], before: Day | None) -> Day | None:
    """So many years after the day named before; that of a day or month is only meant roughly."""
    if before is None or before.wrong or not before.year_is_told or before.precision is Precision.DECADE:
        return None
    years = _small(given["later"])
    is_end = (before.first.month, before.first.day) in ((12, 31), (1, 1)) or before.precision is Precision.YEAR
    reach = timedelta(0 if is_end else 75)
    try:
        first, last = (day.replace(year=day.year + years) for day in (before.first - reach, before.last + reach))
    except ValueError:
        return None
    lead = before.lead if is_end else Lead.ON
    return Day(match.start(), match.end(), first, last, before.precision if is_end else Precision.INTERVAL, lead)


def _small(words: str) -> int:
    plain = words.lower()
    return 1 if plain in ("a", "the") else int(plain) if plain.isdecimal() else cardinal(plain)


def _merged(match: re.Match[str]) -> dict[str, str]:
    """What was matched, by what it is: a pattern names the same part anew in each of its forms (`year`, `year_b`)."""
    return {
        re.sub(r"_[b-z]$", "", name): value.translate(EASTERN) for name, value in match.groupdict().items() if value
    }


def _bounds(given: dict[str, str], language: str, paper_day: date | None) -> tuple[date, date, Precision]:
    """The first and last day; one without year is of the paper's year.

    Raises InvalidDate for a day that cannot be, ValueError for what is no day or may be two.
    """
    if (found := _bounds_at_once(given, paper_day)) is not None:
        return found
    year = int(given["year"]) if "year" in given else (paper_day.year if paper_day else 0)
    year += {"next": 1, "last": -1}.get(given.get("whose", "").lower(), 0)
    if not year:
        raise ValueError("no year is told")
    point = given.get("point", "").lower()
    if "day" not in given and ("from_month" in given or "from_year" in given):
        return _whole_months_or_years(given, year, language)
    if "month" not in given:
        return _in_year(year, point or given.get("mid", "").lower())
    month = _month(given["month"], language)
    if "day" not in given:
        part = made_part(year, month, None)
        if re.search(r"end|close", point):
            return part.latest, part.latest, Precision.DAY
        return part.earliest, part.latest, Precision.MONTH
    from_month = _month(given["from_month"], language) if "from_month" in given else month
    first = made_part(int(given.get("from_year", year)), from_month, int(given["day"]))
    if "to_day" not in given:
        return _whole(first)
    return _span(first, made_part(year, month, int(given["to_day"])))


def _bounds_at_once(given: dict[str, str], paper_day: date | None) -> tuple[date, date, Precision] | None:
    """Of days told by one word or by figures alone; None of others. Raises as `_bounds` does."""
    if "relative" in given:
        return (*_relative(given["relative"], paper_day or date.min), Precision.DAY)
    if "ago" in given:
        return _ago(given["ago"], given["unit"].lower(), paper_day or date.min)
    if "iso" in given:
        return _whole(made_part(*map(int, given["iso"].split("-"))))
    if "numeric" in given:
        day, month, year = map(int, re.split(r"[./]", given["numeric"]))
        if month > 12 or ("/" in given["numeric"] and day <= 12 and day != month):
            raise ValueError("day and month cannot be told apart")
        return _whole(made_part(year, month, day))
    if "decade" in given:
        year = int(given["decade"][:4])
        return date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE
    return None


def _whole_months_or_years(given: dict[str, str], year: int, language: str) -> tuple[date, date, Precision]:
    """From the first day of a month or year to the last of another; "November to January 2006" begins in 2005."""
    if "month" not in given:
        return _span(made_part(int(given["from_year"]), None, None), made_part(year, None, None))
    first, last = _month(given["from_month"], language), _month(given["month"], language)
    from_year = int(given.get("from_year", year - (first > last)))
    return _span(made_part(from_year, first, None), made_part(year, last, None))


def _span(first: Part, last: Part) -> tuple[date, date, Precision]:
    if first.earliest > last.latest:
        raise InvalidDate(f"{told(last.earliest)} is before {told(first.earliest)}")
    return first.earliest, last.latest, Precision.INTERVAL


def _in_year(year: int, point: str) -> tuple[date, date, Precision]:
    if re.search(r"end|close|fin|кон|底", point):
        return date(year, 12, 31), date(year, 12, 31), Precision.DAY
    if re.search(r"beginning|start|outset", point):
        return date(year, 1, 1), date(year, 1, 1), Precision.DAY
    if point.startswith("mid"):
        return date(year, 5, 1), date(year, 8, 31), Precision.INTERVAL
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _whole(part: Part) -> tuple[date, date, Precision]:
    return part.earliest, part.latest, part.precision


def _month(given: str, language: str) -> int:
    plain = given.lower().rstrip(".")
    return int(plain) if plain.isdecimal() else MONTHS[language][plain]


def _ago(words: str, unit: str, paper_day: date) -> tuple[date, date, Precision]:
    """Days are told exactly, what is longer only roughly."""
    number = _small(words)
    length, reach = {"d": (1, 0), "w": (7, 4), "m": (30.44, 20), "y": (365.25, 200)}[unit[0]]
    day = paper_day - timedelta(days=round(number * length))
    if not reach:
        return day, day, Precision.DAY
    return day - timedelta(days=reach), min(day + timedelta(days=reach), paper_day), Precision.INTERVAL


def _relative(words: str, paper_day: date) -> tuple[date, date]:
    words = words.lower()
    if "yesterday" in words:
        return paper_day - timedelta(days=1), paper_day - timedelta(days=1)
    if words.endswith("week"):
        monday = paper_day - timedelta(days=paper_day.weekday() + (7 if "last" in words else 0))
        return monday, monday + timedelta(days=6)
    if words.endswith("month"):
        last = paper_day.replace(day=1) - timedelta(days=1) if "last" in words else paper_day
        return last.replace(day=1), last if "last" in words else paper_day
    if "this year" in words:
        return date(paper_day.year, 1, 1), paper_day
    if "last year" in words:
        return date(paper_day.year - 1, 1, 1), date(paper_day.year - 1, 12, 31)
    return paper_day, paper_day


def _lead(text: str, at: int, language: str) -> tuple[Lead, int]:
    before = text[max(0, at - 40) : at]
    for lead, pattern in _leads(language):
        if match := pattern.search(before):
            return lead, at - (len(before) - match.start())
    return Lead.NONE, at


@cache
def _leads(language: str) -> tuple[tuple[Lead, re.Pattern[str]], ...]:
    edge = "" if language in ("zh", "ar") else r"\b"
    return tuple(
        (
            lead,
            re.compile(rf"{edge}{words}\s*(?:the |le |el )?(?:year |month of |date of |année |año )?$", re.IGNORECASE),
        )
        for lead, words in LEADS[language]
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, MONTHS[language]), key=len, reverse=True))
    common = rf"(?P<iso>\b{YEAR}-\d{{2}}-\d{{2}}\b)|(?P<numeric>\b\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}\b)"
    if language == "zh":
        month = rf"(?:(?P<month>\d{{1,2}})月|(?P<month_b>{names}))"
        return re.compile(
            rf"{common}|(?P<year>{YEAR})年(?:(?P<point>底)|{month}(?:(?P<day>\d{{1,2}})日?(?:[至到—–-](?P<to_day>\d{{1,2}}))?日)?)?"
        )
    if language == "ar":
        figure = r"[\d٠-٩]"
        return re.compile(
            rf"(?:(?P<day>{figure}{{1,2}}) )?(?P<month>{names}) (?P<year>{figure}{{4}})|"
            rf"(?:عام|سنة|عامي) (?P<year_b>{figure}{{4}})"
        )
    if language != "en":
        of = {"fr": " ", "es": " (?:de )?", "ru": " "}[language]
        first = {"fr": "(?:er)?", "es": "(?:º|o)?", "ru": ""}[language]
        end = {
            "fr": r"(?P<point>fin|la fin de|décembre)",
            "es": r"(?P<point>finales de|fines de)",
            "ru": r"(?P<point>конец|концу)",
        }
        after = {"fr": "", "es": "", "ru": r"(?: ?(?:года|году|год|г\.))?"}[language]
        joint = {"fr": r"(?: ?[-–] ?| au | et le )", "es": r"(?: ?[-–] ?| al | a )", "ru": r"(?: ?[-–] ?| по )"}[
            language
        ]
        return re.compile(
            rf"{common}|"
            rf"\b(?P<day>\d{{1,2}}){first}(?:(?:{of}(?P<from_month>{names}))?(?:{of}(?P<from_year>{YEAR}))?{joint}(?P<to_day>\d{{1,2}}))?"
            rf"{of}(?P<month>{names}){of}(?:del )?(?P<year>{YEAR}){after}\b"
            rf"|\b(?P<month_b>{names}){of}(?P<year_b>{YEAR}){after}\b|"
            rf"\b(?:{end[language]} )?(?P<year_c>{YEAR})(?![\d/-]){after}",
            re.IGNORECASE,
        )
    month = rf"(?:{names})\.?"
    year = rf"(?:,? (?:in )?(?P<bracket_{{0}}>\()?(?P<{{0}}>{YEAR})(?(bracket_{{0}})\)))"
    point = r"(?:(?:the )?(?P<point>(?:very )?end|close|beginning|start|outset)(?: of)? (?:the year )?)"
    return re.compile(
        rf"{common}"
        # between May 2005 and March 2006; May to July 2005; May and July 2005
        rf"|\b(?:(?<=between )(?P<from_month_b>{month})(?:,? (?P<from_year_b>{YEAR}))? and "
        rf"|(?P<from_month_c>{month})(?:,? (?P<from_year_c>{YEAR}))?(?: ?[-–—] ?| to | until | through )"
        rf"|(?P<from_month_d>{month}) and (?:again in |in )?)(?P<month_d>{month}),? (?P<year_e>{YEAR})(?!\d)"
        # between 2005 and 2007; 2005 to 2007
        rf"|(?<![\w/.$-])(?:(?<=between )(?P<from_year_d>{YEAR}) and |(?P<from_year_e>{YEAR}) (?:to|until|through) )"
        rf"(?P<year_f>{YEAR})(?![\w/%$-]|\.\d|,\d{{3}})"
        # between January 1 and June 30, 2005
        rf"|(?<=between )(?P<from_month_e>{month}) (?P<day_c>\d{{1,2}}){_ST}(?:,? (?P<from_year_f>{YEAR}))? and "
        rf"(?P<month_e>{month}) (?P<to_day_c>\d{{1,2}}){_ST},? (?P<year_g>{YEAR})(?!\d)"
        # 29 November - 4 December 2009; 30 November 2015 to 4 December 2015; 7-8 June 2018
        rf"|{_WEEKDAY}\b(?P<day>\d{{1,2}}){_ST}(?: of)?(?: (?P<from_month>{month})(?:,? (?P<from_year>{YEAR}))?)?"
        rf"(?:(?: ?[-–—] ?| to | and | until | through )(?P<to_day>\d{{1,2}}){_ST}(?: of)?)? (?P<month>{month})"
        + year.format("year")
        + "?"
        # 1 June next year; May of last year
        rf"|\b(?:(?P<day_d>\d{{1,2}}){_ST} )?(?P<month_f>{month}),? (?:of )?(?P<whose>next|this|last) year\b"
        # November 25-29, 2024; February 5 (2024)
        rf"|{_WEEKDAY.replace('weekday', 'weekday_b')}\b(?P<month_b>{month}) (?P<day_b>\d{{1,2}}){_ST}"
        rf"(?:(?: ?[-–—] ?| to | and )(?P<to_day_b>\d{{1,2}}){_ST})?(?!\d)" + year.format("year_b") + "?"
        rf"|{point}?(?:early |late |mid-|mid )?\b(?P<month_c>{month}),?(?: of)? (?P<year_c>{YEAR})(?!\d)"
        # three days ago; a year later
        rf"|\b(?P<ago>a|{WORDED}|\d{{1,2}}) (?P<unit>days?|weeks?|months?|years?) ago\b"
        rf"|\b(?P<later>a|{WORDED}|\d{{1,2}}) years? (?:later|after that|thereafter)\b"
        rf"|(?P<decade>\b(?:19|20)\d0s\b)"
        rf"|{point.replace('point', 'point_b')}?(?:early |late |(?P<mid>mid-|mid ))?(?<![\w/.$-])(?P<year_d>{YEAR})"
        rf"(?![\w/%$-]|\.\d|,\d{{3}})"
        rf"|(?P<relative>\b(?:earlier )?(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month|"
        rf"year)|"
        rf"(?<!the )last (?:week|month|year))\b)",
        re.IGNORECASE,
    )
