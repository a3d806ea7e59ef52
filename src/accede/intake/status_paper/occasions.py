"""Occasions as papers name them to the keys of the register. Pure."""

import re
from collections.abc import Mapping

from accede.register.values import Occasion
from accede.vocabulary.ballots import BEFORE_SESSIONS
from accede.vocabulary.date_parts import ENGLISH_MONTHS
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate

UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
TENS = ("twentieth", "thirtieth", "fortieth", "fiftieth")
ORDINALS = {word: number for number, word in enumerate((*UNITS, *TEENS), 1)}
ORDINALS |= {word: number * 10 for number, word in enumerate(TENS, 2)}
ORDINALS |= {
    f"{tens[:-4]}y-{unit}": number * 10 + ones
    for number, tens in enumerate(TENS, 2)
    for ones, unit in enumerate(UNITS, 1)
}
ORDINAL = rf"(?P<ordinal>\d+ ?(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"

KEY = re.compile(r"\b(?P<number>\d{1,2}) ?(?P<kind>MSP|RC)\b")
MEETING = re.compile(
    rf"{ORDINAL} (?P<kind>Meeting of (?:the )?States Parties|Review Conference|Rev ?Con)", re.IGNORECASE
)
INTERSESSIONAL = re.compile(r"\bIM ?(?P<year>\d{4})?\b|\bintersessional\b", re.IGNORECASE)
STANDING_COMMITTEE = re.compile(r"\bStanding Committee|\bSC\b")
SIGNING = re.compile(r"\bSigning (?:Conference|Ceremony)", re.IGNORECASE)
SESSION = re.compile(rf"{ORDINAL} (?:session of the )?(?:UNGA|UN General Assembly|General Assembly)", re.IGNORECASE)
SESSION_KEY = re.compile(r"\bUNGA ?(?P<number>\d{1,3})(?P<committee>/C1)?\b")
ASSEMBLY = re.compile(r"\b(?:UNGA|General Assembly|First Committee)\b", re.IGNORECASE)
FIRST_COMMITTEE = re.compile(r"\bFirst Committee\b", re.IGNORECASE)


class Occasions:
    """The occasions of a register, by the names that papers give them."""

    def __init__(self, held: Mapping[str, Occasion]) -> None:
        self.held = held
        self._signing = next((key for key, one in held.items() if one.kind is OccasionKind.SIGNING), "")

    def meeting(self, name: str, day: PartialDate | None = None) -> str:
        """The key of a meeting of the treaty that is named, in `day` where the name alone does not tell; "" if none is."""
        for key in self._candidates(name, day):
            if key in self.held:
                return key
        return ""

    def named(self, name: str, day: PartialDate | None = None) -> str:
        """The same, other forums by their city and days, and the sessions of the General Assembly.

        A session need not be in the register.
        """
        return self.meeting(name, day) or self.session(name, day) or self.forum(name, day)

    def forum(self, name: str, day: PartialDate | None) -> str:
        """The key of the one forum whose city the text names and whose days are those; "" where there is none."""
        keys = [
            key for key, one in self.held.items() if one.kind is OccasionKind.FORUM and self._is_at(one, key, name, day)
        ]
        return keys[0] if len(keys) == 1 else ""

    def _is_at(self, occasion: Occasion, key: str, name: str, day: PartialDate | None) -> bool:
        days = self.days(key)
        if not occasion.city or occasion.city not in name or day is None or days is None:
            return False
        return days.earliest == day.earliest and days.latest == day.latest

    def session(self, name: str, day: PartialDate | None) -> str:
        """The key of a session of the General Assembly or its First Committee ("UNGA60/C1"); "" where none is told."""
        if match := SESSION_KEY.search(name):
            return f"UNGA{match['number']}" + ("/C1" if match["committee"] or FIRST_COMMITTEE.search(name) else "")
        if not ASSEMBLY.search(name):
            return ""
        match = SESSION.search(name)
        number = number_of(match["ordinal"]) if match else session_of(day)
        if number is None:
            return ""
        return f"UNGA{number}/C1" if FIRST_COMMITTEE.search(name) else f"UNGA{number}"

    def all_meetings(self, text: str) -> tuple[str, ...]:
        """The keys of all meetings of the treaty that a sentence names, in its order."""
        years = [PartialDate.parse(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)]
        found: dict[str, None] = {}
        for match in re.finditer(
            f"{KEY.pattern}|(?i:{MEETING.pattern.replace('kind>', 'body>')}|intersessional)", text
        ):
            for year in (None, *years):
                if key := self.meeting(match[0], year):
                    found[key] = None
                    break
        return tuple(found)

    def is_in(self, key: str, year: int) -> bool:
        """Whether the register does not say that the occasion was in another year."""
        starts, ends = self.held[key].starts, self.held[key].ends
        first = starts.earliest if starts else None
        last = (ends or starts).latest if (ends or starts) else None  # type: ignore[union-attr]
        return (first is None or first.year <= year) and (last is None or year <= last.year)

    def days(self, key: str) -> PartialDate | None:
        """The days of an occasion; None where they are not known."""
        occasion = self.held.get(key)
        if occasion is None or occasion.starts is None:
            return None
        if occasion.ends is None or occasion.ends == occasion.starts:
            return occasion.starts
        return PartialDate.parse(f"{occasion.starts}/{occasion.ends}")

    def _candidates(self, name: str, day: PartialDate | None) -> list[str]:
        year = single_year(day)
        if name.strip() in self.held:
            return [name.strip()]
        if match := KEY.search(name):
            return [f"{match['number']}{match['kind']}"]
        if match := MEETING.search(name):
            kind = "MSP" if match["kind"].lower().startswith("meeting") else "RC"
            return [f"{number_of(match['ordinal'])}{kind}"]
        if STANDING_COMMITTEE.search(name):
            return self._standing_committees(day)
        if match := INTERSESSIONAL.search(name):
            year = int(match["year"]) if match["year"] else year
            return [f"IM{year}"] if year else []
        return [self._signing] if SIGNING.search(name) else []

    def _standing_committees(self, day: PartialDate | None) -> list[str]:
        if day is None or day.earliest is None or day.latest is None:
            return []
        if (day.earliest.year, day.earliest.month) != (day.latest.year, day.latest.month):
            return []
        return [f"SC {ENGLISH_MONTHS[day.earliest.month - 1]} {day.earliest.year}"]


def number_of(ordinal: str) -> int:
    """The number of an ordinal in words or figures ("Third", "3 rd")."""
    figures = re.match(r"\d+", ordinal)
    return int(figures[0]) if figures else ORDINALS[ordinal.lower()]


def single_year(day: PartialDate | None) -> int | None:
    """The year of a partial date that lies in one year."""
    if day is None or day.earliest is None or day.latest is None or day.earliest.year != day.latest.year:
        return None
    return day.earliest.year


def session_of(day: PartialDate | None) -> int | None:
    """The session of the General Assembly that sits in autumn of that year; a day before September is of the one before.

    None where the date reaches over several years.
    """
    year = single_year(day)
    if day is None or day.latest is None or year is None or year <= BEFORE_SESSIONS:
        return None
    return year - BEFORE_SESSIONS - (1 if day.latest.month < 9 else 0)
