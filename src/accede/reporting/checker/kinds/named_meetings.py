"""Which meeting of which treaty a sentence names. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from accede.reporting.checker.answers import Answers
from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.meetings import Meeting
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.treaties import OTHER
from accede.vocabulary.occasions import OccasionKind

UNCLEAR = "It is not clear that this is a meeting of the treaty asked about."
BY_PLACE = {"Nairobi": 1, "Cartagena": 2, "Maputo": 3, "Oslo": 4, "Siem Reap": 5, "Siem Reap-Angkor": 5}
"""Review Conferences called by their place."""
YEARED = re.compile(
    r"⟦D(?P<d>\d+)⟧ (?:annual |formal )?(?P<what>[Mm]eeting of (?:the )?[Ss]tates [Pp]arties|MSP\b|[Rr]eview [Cc]onference)"
)
"""A meeting told by its year."""
BY_YEAR = re.compile(r"(MSP|RC) (\d{4})")
NEAR = 60
"""How far from its name the year of intersessional meetings may stand."""
ELSEWHERE: dict[str, dict[OccasionKind, int]] = {
    "ccm": {OccasionKind.MSP: 14, OccasionKind.RC: 3},
    "tpnw": {OccasionKind.MSP: 4, OccasionKind.RC: 1},
    "att": {},
    "crpd": {},
    "ccw": {OccasionKind.RC: 7},
    "ccw-apii": {},
    "ccw-pv": {},
    "cwc": {OccasionKind.RC: 6},
    "bwc": {OccasionKind.MSP: 1, OccasionKind.RC: 10},
}
"""Up to which number other treaties have meetings of the same name; those that meet under other names have none."""
INTERSESSIONAL = {"ccm", "bwc", "ccw", "ccw-apii", "ccw-pv"}
"""Other treaties with meetings or groups between their yearly meetings."""
ATTACHED = re.compile(r"(?: ?\([^()]{0,40}\))?,? (?:of|to|under) ⟦T(\d+)⟧")
ATTACHED_BEFORE = re.compile(r"⟦T(\d+)⟧(?:['’]s?)? (?:[\w-]+ ){0,2}$")


OF_THAT = re.compile(
    r"\b(?:that|the one|one|those|it was|it is|but) (?:of|under|for|to) (?:the )?⟦T\d+⟧|\bunder ⟦T\d+⟧"
)
"""Of which treaty it was, told later."""


def with_years(sentence: Sentence) -> Sentence:
    """The sentence with the meetings that it tells by their year as meetings: "the 2016 Meeting of the States Parties"."""
    outline, origin = sentence.outline, sentence._origin
    found = [match for match in YEARED.finditer(outline) if _is_year(sentence, int(match["d"]))]
    if not found:
        return sentence
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    held = list(sentence.meetings)
    at = 0
    for match in found:
        day = sentence.days[int(match["d"])]
        first, last = day.end - 4, origin[match.end() - 1][1]
        kind = OccasionKind.RC if match["what"].lower().startswith("review") else OccasionKind.MSP
        led, sign = sentence.text[day.start : first], f"⟦M{len(held)}⟧"
        pieces += [outline[at : match.start()], led, sign]
        places += origin[at : match.start()]
        places += [(place, place + 1) for place in range(day.start, first)] + [(first, last)] * len(sign)
        held.append(Meeting(first, last, kind, None, day.first.year))
        at = match.end()
    return replace(sentence, meetings=held, outline="".join([*pieces, outline[at:]]), _origin=[*places, *origin[at:]])


def held_key(key: str, answers: Answers) -> str:
    """The key of a meeting told by its year, where the register holds one such meeting; every other key as it is."""
    told = BY_YEAR.fullmatch(key)
    if told is None:
        return key
    found = [
        name
        for name, each in answers.occasions.items()
        if str(each.fact.kind) == told[1] and each.fact.starts and each.fact.starts.counts_from.year == int(told[2])
    ]
    return found[0] if len(found) == 1 else key


def _is_year(sentence: Sentence, index: int) -> bool:
    day = sentence.days[index]
    return (
        not day.wrong
        and bool(re.search(r"(?:19|20)\d\d$", sentence.text[day.start : day.end]))
        and day.first.year == day.last.year
    )


def meeting_key(sentence: Sentence, context: Context, index: int) -> str:
    """The key of a meeting named in a sentence; intersessional meetings need a year beside them; "" if none."""
    meeting = sentence.meetings[index]
    if meeting.key:
        return meeting.key
    if meeting.place in BY_PLACE:
        return f"{BY_PLACE[meeting.place]}RC"
    if meeting.kind in (OccasionKind.MSP, OccasionKind.RC) and meeting.year:
        return f"{meeting.kind} {meeting.year}"
    if meeting.kind is not OccasionKind.IM:
        return ""
    near = [
        (max(day.start - meeting.end, meeting.start - day.end), day.first.year)
        for day in sentence.days
        if not day.wrong
        and day.year_is_told
        and day.first.year == day.last.year
        and not re.match(
            r"(?:ever )?since\b|from\b|after\b|before\b|until\b", sentence.text[day.start :], re.IGNORECASE
        )
        and max(day.start - meeting.end, meeting.start - day.end) < NEAR
    ]
    return f"IM{min(near)[1]}" if near else ""


def keyless(sentence: Sentence, context: Context) -> frozenset[int]:
    """The intersessional and Standing Committee meetings that are named without a year: no single ones."""
    return frozenset(
        index
        for index, meeting in enumerate(sentence.meetings)
        if meeting.kind in (OccasionKind.IM, OccasionKind.SC) and not meeting_key(sentence, context, index)
    )


def is_ours(sentence: Sentence, context: Context, start: int, end: int, index: int | None = None) -> bool | None:
    """Whether a stretch of the outline speaks of meetings of the treaty asked about; None where it is not clear.

    What is called a treaty's own ("of the Convention") decides; else what no other treaty spoken of can have is ours.
    """
    if index is not None and (sign := re.search(rf"⟦M{index}⟧", sentence.outline)):
        attached = ATTACHED.match(sentence.outline, sign.end()) or ATTACHED_BEFORE.search(
            sentence.outline[: sign.start()]
        )
        if attached:
            return context.is_ours(sentence, start, end, sign=int(attached[1]))
    if index is not None and _may_be_of_another(sentence, context, index):
        return None
    said = context.is_ours(sentence, start, end)
    if said is True or index is None:
        return said
    return True if _is_ours_alone(sentence, context, index) else said


def _may_be_of_another(sentence: Sentence, context: Context, index: int) -> bool:
    """Whether a meeting told by its number alone may be that of another treaty that its paragraph names."""
    meeting = sentence.meetings[index]
    words = sentence.text[meeting.start : meeting.end]
    if meeting.number is None or (
        re.search(r"[Pp]arties|MSP|RC|[Cc]on", words) and not OF_THAT.search(sentence.outline)
    ):
        return False
    keys = {one.key for one in sentence.treaties} or {
        one.key for one in context.names.treaties.found(sentence.paragraph)
    }
    return context.treaty not in {one.key for one in sentence.treaties} and any(
        key == OTHER or meeting.number <= ELSEWHERE.get(key, {}).get(meeting.kind, 0)
        for key in keys - {"", context.treaty}
    )


def _is_ours_alone(sentence: Sentence, context: Context, index: int) -> bool:
    """Whether none of the other treaties named so far has a meeting of this name and number."""
    meeting = sentence.meetings[index]
    if context.main_treaty != context.treaty:
        return False
    if meeting.place:
        return True
    named = {one.key for each in (sentence, *context.earlier, *context.headings) for one in each.treaties} - {
        "",
        context.treaty,
    }
    if OTHER in named:
        return False
    if meeting.number is None and meeting.kind in (OccasionKind.MSP, OccasionKind.RC):
        return all(meeting.kind not in ELSEWHERE.get(key, {}) for key in named)
    if meeting.number is None:
        return bool(meeting.key or meeting.year) and not named & INTERSESSIONAL
    return all(meeting.number > ELSEWHERE.get(key, {}).get(meeting.kind, 0) for key in named)
