"""When and where a sentence says that meetings were held. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.cities import CITIES
from accede.reporting.checker.reading.days import Day, Lead
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.occasions import OccasionKind

_M = r"⟦M(?P<m>\d+)⟧"
_NAMES = (
    r"(?: ?\((?:⟦M\d+⟧|[A-Z][\w/ .-]{0,30}|the [^()⟦]{0,40})\))?(?: (?:of|to) ⟦T\d+⟧)?"
    r"(?:, (?:the|its) [A-Z][\w -]{2,40},)?(?:,? (?:Part (?:One|Two|1|2)|itself))?"
)
_FINITE = (
    r"(?:(?:(?:was|were|is|are|will be|has been|had been) (?:to be |being )?(?:held|convened|"
    r"hosted|scheduled|organi[sz]ed|due|opened|set|closed|concluded|planned|"
    r"called)(?: (?:for|to be held|to take place))?)|took place|takes place|will take place|had taken place|"
    r"(?:was|were) to take place|convened|met|meets|will meet|opened|opens|closed|closes|"
    r"concluded|sat|assembled|was in session|were in session|ended|ends|began|begins|started|kicked off|"
    r"wrapped up|ran|runs|gathered|came to (?:an end|a close))"
)
_PARTICIPLE = r"(?:held|convened|hosted|taking place|being held|to be held|organi[sz]ed|meeting)"
_HELD = rf"(?P<held>,? (?:(?:(?:which|that),? )?{_FINITE}|{_PARTICIPLE}))?"
_VIRTUAL = r"(?:,? (?:virtually|online|in a hybrid format|this week|last week|here))?"
CITY = r"(?:(?:the |The )?[A-Z][\w'’-]+(?:[ -](?:de |am )?[A-Z][\w'’-]+)*)"
_PLACE = (
    rf"(?:,? (?:in|at) (?P<place>{CITY})|,? (?:in|at) (?:the )?⟦L(?P<state>\d+)⟧|(?:, | ?\()(?P<place_b>{CITY})"
    rf"(?=[,.;)]| ⟦D|$| from))?"
)
_COUNTRY = r"(?:, ?(?:in )?(?:the )?⟦L\d+⟧,?| in (?:the )?⟦L\d+⟧|,? ?\(⟦L\d+⟧\))?"
_DAY = r"(?P<comma>,)? ?\(?(?:held |on |of |between )?⟦D(?P<d>\d+)⟧(?: (?:to|until|and) ⟦D(?P<to>\d+)⟧)?\)?"
DATED = Late(rf"{_M}{_NAMES}{_HELD}{_VIRTUAL}{_PLACE}{_COUNTRY}(?:{_DAY})?")
PLACED_AFTER = Late(
    rf"{_M}{_NAMES}{_HELD}{_VIRTUAL},? ?\(?⟦D(?P<d>\d+)⟧\)?,? (?:in |at )?(?:(?P<place>{CITY})|"
    rf"(?:the )?⟦L(?P<state>\d+)⟧)",
)
DATE_FIRST = Late(rf"⟦D(?P<d>\d+)⟧ (?:the )?{_M}")
FRONTED = Late(
    rf"(?:^|[.;:–—\n] |\bthat |, )\W*⟦D(?P<d>\d+)⟧,? (?:the |our |its )?{_M}{_NAMES},? (?:was |were |is )?"
    rf"(?:{_FINITE})",
)
_LED = rf"(?P<place>{CITY})(?:, (?:the )?⟦L\d+⟧,?| in (?:the )?⟦L\d+⟧|,? \((?:the )?⟦L\d+⟧\))?,?"
_THE = r"(?: (?:both|the|its|our|their))*"
_MS = rf"(?P<ms>⟦M\d+⟧(?:{_NAMES}(?:,| and|, and|, as well as| as well as)(?: later)?(?: the)? ⟦M\d+⟧)*)"
_TAIL = rf"(?P<rest>{_NAMES})(?:{_DAY})?"
VENUES = (
    Late(
        rf"{_LED} (?:was|is|became|will be|served as|had been|provided)(?: the)? (?:venue|host "
        rf"city|host|site|setting|scene|place|where)"
        rf"(?: (?:of|for|to|chosen for|where))*{_THE} {_MS}{_TAIL}(?: (?:was|were) held| took "
        rf"place| met)"
        rf"?(?:"
        rf"{_DAY.replace('<d>', '<d2>').replace('<to>', '<to2>').replace('<comma>', '<comma2>')})?"
    ),
    Late(
        rf"(?:{_LED}|⟦L(?P<state>\d+)⟧)(?: (?:has|had|also|later|then|itself|once|twice))* (?:hosted|hosts|will host|"
        rf"(?:played|plays|was|is|acted as) host to|welcomed|received|organi[sz]ed and hosted)"
        rf"(?: (?:delegates|delegations|States|participants|representatives|[\w ]{{3,30}}?) (?:to|for|at))?{_THE} "
        rf"{_MS}{_TAIL}"
    ),
    Late(
        rf"(?:⟦D(?P<d2>\d+)⟧,? (?:(?!⟦)[^.;:,]){{3,40}}? )?\b(?:gathered|met|assembled|convened|came "
        rf"together|meeting|gathering|meet|assembling|travelled|gather|flocked) (?:in|to) (?P<place>{CITY})"
        rf"(?:, (?:the )?⟦L\d+⟧,?| in (?:the )?⟦L\d+⟧)?(?: last week| this week)?(?:,? ⟦D(?P<d1>\d+)⟧,?)? "
        rf"(?:for|at|as){_THE} {_MS}{_TAIL}"
    ),
    Late(
        rf"\b[Ii]n (?P<place>{CITY})(?:, (?:the )?⟦L\d+⟧)?(?:,? ⟦D(?P<d1>\d+)⟧)?, where{_THE} "
        rf"{_MS}{_NAMES},? {_FINITE}"
    ),
    Late(
        rf"{_MS}{_NAMES},? (?:(?:which|that) )?(?:(?:was|were|is|will be|had been) )?hosted (?:by|in) (?:the )?"
        rf"(?:[Gg]overnment of |city of )?(?:the )?(?:⟦L(?P<state>\d+)⟧|(?P<place>{CITY}))(?:{_DAY})?"
    ),
    Late(
        rf"{_MS}{_NAMES},? (?:took|brought) (?:us|delegates|delegations|States|everyone|the community) "
        rf"to (?P<place>{CITY})(?:, (?:the )?⟦L\d+⟧)?,?(?:{_DAY})?"
    ),
)
NUMBERED = Late(
    rf"{_M}(?: (?:of|to) (?:the )?⟦T\d+⟧)?(?:,? (?:{_PARTICIPLE} )?(?:in|at) (?P<place>{CITY}))?"
    rf"(?:, (?:the )?⟦L\d+⟧,?)?,? (?:was|is|would be|marked|"
    r"being|became) (?:also |thus |therefore |already )?(?:the |our |its )?"
    r"⟦O(?P<o>\d+)⟧(?! time| day| year| anniversary| State| country| last)",
)
LEANING = Late(
    r"\b(?P<word>of|for|by|with|to|from|after|since|before|following|until|till|ahead of|than|on|"
    r"about|towards?|between|at|in|during|around|margins of|despite|through|via|as|into|"
    r"under)(?: (?:the|its|our|their|this|that|last year['’]s))*(?: (?:conclusion|end|start|opening|close|"
    r"time) of the)? $",
    flags=re.IGNORECASE,
)
AT = ("at", "in", "during")
LONGEST = 12
"""Days; no meeting lasts longer."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A meeting (its index, or the kind and number or year of one) with its days, its city or its country (a list's index).

    `is_loose` marks what may belong to another thing of the sentence.
    """

    start: int
    end: int
    meeting: int | None
    kind: OccasionKind | None = None
    number: int | None = None
    first: date | None = None
    last: date | None = None
    is_range: bool = False
    place: str = ""
    state: int | None = None
    is_loose: bool = False


def venues(sentence: Sentence) -> Iterator[Venue]:
    """The days and places of the meetings that a sentence names, surest first."""
    outline = sentence.outline
    yield from _numbered(sentence)
    if "⟦M" not in outline:
        return
    for pattern in VENUES:
        for match in pattern.finditer(outline):
            yield from _led(sentence, match)
    for match in FRONTED.finditer(outline):
        day = sentence.days[int(match["d"])]
        if not day.wrong and day.year_is_told and day.lead in (Lead.ON, Lead.NONE) and not day.is_relative:
            yield Venue(
                match.start(),
                match.end(),
                int(match["m"]),
                first=day.first,
                last=day.last,
                is_range=_is_range(day, day),
            )
    for pattern in (PLACED_AFTER, DATED):
        for match in pattern.finditer(outline):
            yield from _from(sentence, match)
    yield from _in_names(sentence)
    for match in DATE_FIRST.finditer(outline):
        yield from _before(sentence, match)


def _numbered(sentence: Sentence) -> Iterator[Venue]:
    """ "the 2018 Meeting of the States Parties in Geneva was the seventeenth"."""
    for match in NUMBERED.finditer(sentence.outline):
        meeting = sentence.meetings[int(match["m"])]
        if meeting.number is not None or meeting.year is None:
            continue
        first, last = date(meeting.year, 1, 1), date(meeting.year, 12, 31)
        number = sentence.ordinals[int(match["o"])]
        base = Venue(match.start(), match.end(), None, meeting.kind, number, first, last)
        yield base
        if city := _city(match["place"] or ""):
            yield replace(base, place=city)


def _led(sentence: Sentence, match: re.Match[str]) -> Iterator[Venue]:
    """A city or country that had a meeting."""
    groups = match.groupdict()
    city = _city(groups.get("place") or "", is_led=True)
    indices = [int(number) for number in re.findall(r"⟦M(\d+)⟧", re.sub(r"\([^()]*\)", "", match["ms"]))]
    state = groups.get("state")
    if not city and (not state or len(sentence.lists[int(state)]) != 1):
        return
    for index in indices:
        yield Venue(match.start(), match.end(), index, place=city, state=int(state) if state and not city else None)
    numbers = [groups[name] for name in ("d", "d1", "d2") if groups.get(name)]
    if len(numbers) == 1 and len(indices) == 1:
        day = sentence.days[int(numbers[0])]
        last = sentence.days[int(groups["to"])] if groups.get("to") else day
        if not day.wrong and day.year_is_told and not day.is_relative and day.lead in (Lead.ON, Lead.NONE, Lead.SINCE):
            yield Venue(
                match.start(), match.end(), indices[0], first=day.first, last=last.last, is_range=_is_range(day, last)
            )


def _in_names(sentence: Sentence) -> Iterator[Venue]:
    """The years that stand within a meeting's name ("the 2014 Third Review Conference")."""
    for index, meeting in enumerate(sentence.meetings):
        sign = re.search(rf"⟦M{index}⟧", sentence.outline)
        if sign and meeting.year and meeting.key and not meeting.key.startswith(("IM", "SC")):
            yield Venue(
                sign.start(), sign.end(), index, first=date(meeting.year, 1, 1), last=date(meeting.year, 12, 31)
            )


def _before(sentence: Sentence, match: re.Match[str]) -> Iterator[Venue]:
    """Days right before a meeting's name: "the 7-8 June 2018 intersessional meetings", not "in June 2018 the 16MSP"."""
    day = sentence.days[int(match["d"])]
    is_bare = re.match(r"(?:of )?(?:the )?\d", sentence.text[day.start : day.end])
    is_short = day.first != day.last and (day.last - day.first).days < LONGEST
    if is_bare and is_short and not day.wrong and day.year_is_told:
        yield Venue(match.start(), match.end(), int(match["m"]), first=day.first, last=day.last, is_range=True)


def _from(sentence: Sentence, match: re.Match[str]) -> Iterator[Venue]:
    """The days and the place of a meeting that stand right behind its name."""
    groups = match.groupdict()
    leaning = LEANING.search(sentence.outline[: match.start()])
    word = leaning["word"].lower() if leaning else ""
    held = groups.get("held") or ""
    is_finite = bool(held) and not re.match(rf",? (?:which|that|{_PARTICIPLE}\b(?! (?:in|at) ⟦D))", held)
    if word and is_finite:
        return  # "a meeting for the 4RC was held in Geneva": of something else
    index = int(groups["m"])
    which = next((name for name in ("place", "place_b") if groups.get(name)), "")
    city = _city(groups[which] or "") if which else ""
    if which and not city:
        return  # what stands between is no place, and the day behind it may be of something else
    behind = sentence.outline[match.end("m") + 1 : match.start(which)] if which else ""
    is_apart = bool(word) and not held and "," in behind
    is_loose = bool(word) and word not in AT and not held
    if groups.get("d"):
        day = sentence.days[int(groups["d"])]
        last = sentence.days[int(groups["to"])] if groups.get("to") else day
        is_behind_comma = bool(groups.get("comma")) and word not in ("", *AT) and not held
        if _is_its_own(match, sentence, day) and not last.wrong and not is_behind_comma and not is_apart:
            end = match.end("to" if groups.get("to") else "d") + 1
            yield Venue(
                match.start(),
                end,
                index,
                first=day.first,
                last=last.last,
                is_range=_is_range(day, last),
                is_loose=is_loose,
            )
    if city:
        yield Venue(
            match.start(), match.end(which), index, place=city, is_loose=is_apart or (is_loose and word != "since")
        )
    elif groups.get("state") and len(sentence.lists[int(groups["state"])]) == 1:
        yield Venue(match.start(), match.end(), index, state=int(groups["state"]), is_loose=is_loose or bool(word))


def _is_its_own(match: re.Match[str], sentence: Sentence, day: Day) -> bool:
    """Whether a day behind a meeting's name is the meeting's: not "since 2014", not "by the end of 2018"."""
    if day.wrong or not day.year_is_told or day.is_relative:
        return False
    if day.lead in (Lead.BY, Lead.BEFORE, Lead.AFTER, Lead.AS_OF):
        return False
    is_held = match.groupdict().get("held")
    if day.lead is Lead.SINCE:
        is_from = re.match(r"from", sentence.text[day.start : day.end], re.IGNORECASE)
        return bool(is_held) and (day.first != day.last or bool(is_from))
    return True


def _is_range(day: Day, last: Day) -> bool:
    return day.first != last.last and (last.last - day.first).days < LONGEST


def _city(name: str, *, is_led: bool = False) -> str:
    """The city that words begin with, or end with where they lead."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    ways = [words[at:] for at in range(len(words))] if is_led else [words[:end] for end in range(len(words), 0, -1)]
    for way in ways:
        for candidate in (" ".join(way), f"The {' '.join(way)}"):
            if candidate in CITIES:
                return candidate
    return ""
