"""Meetings with their days and places, where a page announces or recalls them."""

from __future__ import annotations

import re
from dataclasses import replace

from accede.intake.findings import Certainty, CountKind, Proposal, StatedCount
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page, Passage, Readings
from accede.intake.status_paper.occasions import KEY, MEETING, number_of
from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate, Precision

NAMED = re.compile(
    rf"(?i:{MEETING.pattern.replace('(?P<kind>', '(?P<body>')})|{KEY.pattern}"
    rf"|(?P<im>\b[Ii]ntersessional [Mm]eetings?)"
)
PLACE = re.compile(r"^(?:,| in| at)? ?(?:, )?(?P<city>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?)")
PRESIDENT = re.compile(r"\bPresident (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)")
SET = re.compile(r"\bset (?=\d)")


def understood(passage: Passage, page: Page) -> Readings | None:
    """The meetings of a sentence that gives their days; None where it gives none."""
    found: list[Proposal] = []
    if (match := SET.search(passage.text)) and passage.occasion:
        # "16MSP: the 15MSP set 18 to 21 December 2017, Vienna."
        found += _occasion(passage, page, passage.occasion, match.end(), len(passage.text))
    elif passage.occasion or not re.search(r"\bCalendar\b|\d\s*[–-]\s*\d|\bto \d", passage.text):
        return None
    else:
        matches = list(NAMED.finditer(passage.text))
        for at, match in enumerate(matches):
            if re.search(r"\b(?:at|for|of|before|after|since) (?:the )?$", passage.text[: match.start()]):
                continue
            end = matches[at + 1].start() if at + 1 < len(matches) else len(passage.text)
            found += _occasion(passage, page, _key(match, passage, page, match.end(), end), match.end(), end)
    return tuple(found) or None


def _key(match: re.Match[str], passage: Passage, page: Page, start: int, end: int) -> str:
    if match["im"]:
        told = next((one.date for one in passage.days if start <= one.start < end), None)
        return f"IM{told.earliest.year}" if told and told.earliest else ""
    if match["number"]:
        return f"{match['number']}{match['kind']}"
    kind = "MSP" if match["body"].lower().startswith("meeting") else "RC"
    return f"{number_of(match['ordinal'])}{kind}"


def _occasion(passage: Passage, page: Page, key: str, start: int, end: int) -> list[Proposal]:
    told = next((one for one in passage.days if start <= one.start < end), None)
    if (
        not key
        or told is None
        or told.date.precision not in (Precision.DAY, Precision.INTERVAL)
        or told.start - start > 60
    ):
        return []
    between, after = passage.text[start : told.start], passage.text[told.end : end]
    if re.search(r"\b(?:adopted|deposit|vote|before|since|until|up to)\b", between):
        return []
    place = PLACE.match(between) or PLACE.match(after)
    city = place["city"] if place and not days(place["city"]) else ""
    country = ""
    if city and (named := page.ground.names.spot(city)) and named[0][1] == len(city):
        city, country = "", named[0][2]
    president = PRESIDENT.search(after)
    number = re.match(r"\d+", key)
    kind = OccasionKind.MSP if key.endswith("MSP") else OccasionKind.RC if key.endswith("RC") else OccasionKind.IM
    first, last = told.date.edtf.partition("/")[::2]
    fact = Occasion(
        treaty=page.treaty,
        kind=kind,
        name=key,
        number=int(number[0]) if number else None,
        starts=PartialDate.parse(first),
        ends=PartialDate.parse(last or first),
        city=city,
        country=country,
        president=president["name"] if president else "",
    )
    return [passage.proposal(fact, Certainty.LIKELY if told.is_completed else Certainty.READ)]


def first_day(passage: Passage, page: Page) -> Readings | None:
    """A count "after X's ratification on the first day" of the meeting that the paragraph is about."""
    match = re.search(r"\b(?P<n>\d{2,3}) States after\b", passage.text)
    if match is None or not re.search(r"\bon the (?P<which>first|last) day\b", passage.text):
        return None
    around = [day for day in days(passage.paragraph) if day.date.precision is Precision.INTERVAL and day.date.earliest]
    spans = [day.date for day in around if "-" in day.date.edtf and len(day.date.edtf) > 12]
    if not spans or spans[0].earliest is None:
        return None
    day = PartialDate.on_day(spans[0].earliest)
    count = StatedCount(what=CountKind.JOINED, number=int(match["n"]), as_of=day, treaty=page.treaty)
    return (passage.proposal(count),)


def on_first_day(passage: Passage) -> Passage:
    """The passage with the first day of the meeting of its paragraph as its day, where it says "on the first day"."""
    if not re.search(r"\bon the first day\b", passage.text):
        return passage
    spans = [one.date for one in days(passage.paragraph) if len(one.date.edtf) > 12 and one.date.earliest]
    if not spans or spans[0].earliest is None:
        return passage
    return replace(passage, day=PartialDate.on_day(spans[0].earliest), days=(), day_from="label")
