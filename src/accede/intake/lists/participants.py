"""A list of participants: States by the part of the list they stand in, each followed by its delegates.

Delegates are personal data and are not kept: a line under a State that is not a State is a person, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from accede.evidence.values import Attendance
from accede.intake.findings import DocumentKind, Findings, NotUnderstood, Part, Proposal
from accede.intake.ground import Ground
from accede.intake.prose.days import days
from accede.intake.prose.passages import Page
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim

KIND = DocumentKind.PARTICIPANTS
TITLE = re.compile(r"\blist of (?:participants|delegat\w+)\b|\bliste des participants\b", re.IGNORECASE)
MOST_LANGUAGES = 6
NUMBERED = r"^(?:[IVX]+|[A-Z]|\d+)?[.)]?\s*"
PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "observer",
        re.compile(
            rf"{NUMBERED}(?:observer states|(?:observers?[ -]*)?states not (?:yet )?part(?:y|ies).*|signator(?:y"
            rf"|ies).*|non-?states? part(?:y|ies))\s*:?$",
            re.IGNORECASE,
        ),
    ),
    (
        "State Party",
        re.compile(
            rf"{NUMBERED}(?:states parties|states party|high contracting parties|member states)\b.*$", re.IGNORECASE
        ),
    ),
    (
        "",
        re.compile(
            rf"{NUMBERED}(?:observers|(?:international|intergovernmental|non-?governmental|other|regional"
            rf"|united nations|invited)\b.*|organi[sz]ations?.*|secretariat.*|implementation support unit.*"
            rf"|guests.*)$",
            re.IGNORECASE,
        ),
    ),
)
PERSON = re.compile(
    r"^(?:H\.?E\.?|Mr|Ms|Mrs|Dr|Prof|Amb|Col|Lt|Gen|Maj|Capt|Brig|Sr|Sra|M\.|Mme|HRH)\b|,|@", re.IGNORECASE
)
LOOKS_LIKE_STATE = re.compile(
    r"^(?:[A-ZÀ-Ý’'(),. -]{4,}|(?:the )?[A-Z][\w’'-]+(?: (?:of|and|the|[A-Z(][\w’')-]+)){0,6})$"
)


def is_one(lines: Sequence[tuple[str, str]]) -> bool:
    """Whether the title says so and the list has a part of States."""
    head = " ".join(text for _, text in lines[:15])
    return bool(TITLE.search(head)) and any(words.match(text) for _, text in lines for _, words in PARTS[:2])


def read(lines: Sequence[tuple[str, str]], page: Page, ground: Ground) -> Findings:
    """Who took part as what. Without a meeting that is held nothing is proposed."""
    head = " ".join(text for _, text in lines[:15])
    told = days(head)
    meeting = page.occasions.meeting(head, told[0].date if told else None)
    proposals: list[Proposal] = []
    not_understood: list[NotUnderstood] = []
    if not meeting:
        error = UnknownName("the list names no meeting that is held", remedy="Give the list with its title")
        not_understood.append(NotUnderstood(where="title", text=head[:200], part=Part.TABLE, error=error))
    part: str | None = None
    for where, text in lines:
        found = next((name for name, words in PARTS if words.match(text)), None)
        if found is not None:
            part = found
            continue
        if not part or not meeting:
            continue
        states = _states(text, ground)
        if isinstance(states, UnknownName):
            not_understood.append(NotUnderstood(where=where, text=text, part=Part.TABLE, error=states))
            continue
        for state in states:
            fact = Attendance(
                treaty=page.treaty,
                state=state,
                occasion=meeting,
                claim=ParticipationClaim.TOOK_PART,
                basis=AttendanceBasis.PARTICIPANTS,
                capacity=part,
            )
            proposals.append(Proposal(fact=fact, locator=f"{where}, {part}", passage=text))
    if meeting and not proposals:
        empty = Unreadable("no State is found in the list", remedy="Give the list with its parts")
        not_understood.append(NotUnderstood(where="list", text=head[:200], part=Part.TABLE, error=empty))
    return Findings(
        kind=KIND,
        title=next((text for _, text in lines), ""),
        as_of=page.occasions.days(meeting) if meeting else (told[0].date if told else None),
        proposals=tuple({one.fact: one for one in reversed(proposals)}.values())[::-1],
        not_understood=tuple(not_understood),
        states=tuple(dict.fromkeys(one.fact.state for one in proposals if isinstance(one.fact, Attendance))),
        cut_off=page.cut_off,
        treaty=page.treaty,
        issued=page.day,
        occasion=meeting,
    )


def _states(text: str, ground: Ground) -> Sequence[str] | UnknownName:
    """The State of a line, or several run together; none for a person; an error for what looks like a State and is none."""
    try:
        return [ground.names.find(text)]
    except UnknownName as error:
        unknown = error
    is_person = bool(PERSON.search(text))
    if not is_person:
        if len(spelt := _in_several_languages(text, ground)) == 1:
            return spelt
        with suppress(UnknownName):
            return ground.names.split_run(text)
    named = ground.names.spot(text)
    if named and named[0][0] == 0 and text[: named[0][1]].isupper():  # a State and its delegate, or JORDAN EXAMPLE
        return UnknownName(
            f"“{text[:80]}” begins with a State and goes on", remedy="Put State and delegate on lines of their own"
        )
    looks_like_one = text.isupper() and bool(LOOKS_LIKE_STATE.match(text)) and len(text.split()) <= 6
    return unknown if looks_like_one and not is_person else ()


def _in_several_languages(text: str, ground: Ground) -> list[str]:
    """The States that the parts of a line name, as lists in two or three languages have them: "ALBANIA / ALBANIE"."""
    parts = [part.strip() for part in text.split("/")]
    if not 2 <= len(parts) <= MOST_LANGUAGES:
        return []
    found: dict[str, None] = {}
    for part in parts:
        with suppress(UnknownName):
            found[ground.names.find(part)] = None
    return list(found)
