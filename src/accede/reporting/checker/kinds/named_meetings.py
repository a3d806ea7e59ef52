"""Which meeting of which treaty a sentence names. Pure."""

from __future__ import annotations

import re

from accede.reporting.checker.context import Context
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.treaties import OTHER
from accede.vocabulary.occasions import OccasionKind

BY_PLACE = {"Nairobi": 1, "Cartagena": 2, "Maputo": 3, "Oslo": 4, "Siem Reap": 5, "Siem Reap-Angkor": 5}
"""Review Conferences called by their place."""
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


def meeting_key(sentence: Sentence, context: Context, index: int) -> str:
    """The key of a meeting named in a sentence; intersessional meetings need a year beside them; "" if none."""
    meeting = sentence.meetings[index]
    if meeting.key:
        return meeting.key
    if meeting.place in BY_PLACE:
        return f"{BY_PLACE[meeting.place]}RC"
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
    said = context.is_ours(sentence, start, end)
    if said is True or index is None:
        return said
    return True if _is_ours_alone(sentence, context, index) else said


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
    if meeting.number is None:
        return bool(meeting.key or meeting.year) and not named & INTERSESSIONAL
    return all(meeting.number > ELSEWHERE.get(key, {}).get(meeting.kind, 0) for key in named)
