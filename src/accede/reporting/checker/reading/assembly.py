"""The General Assembly as texts name it: bodies, sessions, symbols of resolutions and drafts. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.numbers import ORDINAL, ordinal
from accede.vocabulary.ballots import Body

ASSEMBLY = "assembly"
"""The value of a body that is named without saying whether committee or plenary."""
SYMBOL = re.compile(
    r"\bA/RES/(?P<session>\d{2,3})/(?P<number>\d{1,3})(?: ?(?P<letter>[A-Z]))?\b"
    r"|\bA/C\.1/(?P<draft_session>\d{2,3})/L\.(?P<draft>\d{1,3})(?:/Rev\.\d+)?"
    r"|\b(?:resolutions?|résolution|resolución|резолюци\w+|决议|(?:[وفبلك]|لل)?ال?قرار) (?:№ ?|n[o°º]\.? ?|رقم )?"
    r"(?P<session_b>\d{2,3})/(?P<number_b>\d{1,3})(?: ?(?P<letter_b>[A-Z])\b)?"
    r"|\b(?:draft )?(?:resolution )?L\.(?P<draft_b>\d{1,3})\b"
    r"|第 ?(?P<session_c>\d{2})/(?P<number_c>\d{1,3}) ?(?P<letter_c>[A-Z])?(?: ?号)?决议",
    re.IGNORECASE,
)
BARE_SYMBOL = re.compile(r"(?<![\w/])(?P<session>[5-9]\d)/(?P<number>\d{1,3})(?: ?(?P<letter>[A-Z])\b)?(?![/\d])")
SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL}) (?:regular )?(?:session\b(?: of the (?:UN |United Nations )?"
    rf"(?P<whose>UNGA|General Assembly))?"
    rf"|(?P<of>UNGA|UN General Assembly|United Nations General Assembly|General Assembly)(?: session)?\b)"
    rf"|\b(?:UNGA|General Assembly) ?(?P<number>\d{{2}})\b",
    re.IGNORECASE,
)
BODIES: tuple[tuple[str, Late], ...] = (
    (
        Body.FIRST_COMMITTEE,
        Late(
            r"\bFirst Committee\b|\b(?:UN |UNGA )?(?:Committee One|C1)\b(?! ?/)|\bPremière Commission\b|"
            r"\bPrimera Comisión\b|\bПерв\w+ комитет\w*|第一委员会|اللجنة الأولى",
            re.IGNORECASE,
        ),
    ),
    (
        Body.PLENARY,
        Late(
            r"\bplenary(?: session| meeting| vote)?\b|\bséance plénière\b|\bplénière\b|\bplenaria\b|全体会议|"
            r"\bпленарн\w+",
            re.IGNORECASE,
        ),
    ),
    (
        ASSEMBLY,
        Late(
            r"\b(?:UNGA|(?:UN |United Nations )?General Assembly|Assemblée générale|Asamblea General|"
            r"Генеральн\w+ Ассамбле\w+)\b|(?:联合国)?大会(?!召)|الجمعية العامة",
            re.IGNORECASE,
        ),
    ),
)

Kind = Literal["body", "session", "symbol"]


@dataclass(frozen=True, slots=True)
class UnTerm:
    """A body ("first-committee", "plenary", "assembly"), a session's number, or a symbol, named at a place.

    `symbol` is as the register writes it ("A/RES/72/53", "A/C.1/72/L.40"); a draft without its session is "L.40".
    """

    start: int
    end: int
    kind: Kind
    body: str = ""
    session: int | None = None
    symbol: str = ""


def un_terms(text: str) -> Iterator[UnTerm]:
    """What a text names of the General Assembly, in order."""
    found = [*_symbols(text), *_sessions(text)]
    taken = [(one.start, one.end) for one in found]
    for body, pattern in BODIES:
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                found.append(UnTerm(match.start(), match.end(), "body", body))
    yield from sorted(found, key=lambda one: one.start)


def _symbols(text: str) -> Iterator[UnTerm]:
    ends = []
    for match in SYMBOL.finditer(text):
        ends.append(match.end())
        session = match["session"] or match["session_b"] or match["session_c"]
        if session:
            number = match["number"] or match["number_b"] or match["number_c"]
            letter = match["letter"] or match["letter_b"] or match["letter_c"] or ""
            # "resolution 72/53 A State said" is no 72/53A: letters were given up after the 56th session.
            letter = letter.upper() if int(session) <= 56 else ""
            yield UnTerm(match.start(), match.end(), "symbol", "", int(session), f"A/RES/{session}/{number}{letter}")
        elif match["draft_session"]:
            symbol = f"A/C.1/{match['draft_session']}/L.{match['draft']}"
            yield UnTerm(
                match.start(), match.end(), "symbol", Body.FIRST_COMMITTEE, int(match["draft_session"]), symbol
            )
        else:
            yield UnTerm(match.start(), match.end(), "symbol", Body.FIRST_COMMITTEE, None, f"L.{match['draft_b']}")
    for match in BARE_SYMBOL.finditer(text):
        if not any(match.start() < end <= match.end() or match.end() == end for end in ends):
            session = int(match["session"])
            letter = (match["letter"] or "").upper() if session <= 56 else ""
            yield UnTerm(
                match.start(), match.end(), "symbol", "", session, f"A/RES/{session}/{match['number']}{letter}"
            )


def _sessions(text: str) -> Iterator[UnTerm]:
    for match in SESSION.finditer(text):
        number = int(match["number"]) if match["number"] else ordinal(match["ordinal"])
        if 40 <= number <= 120:
            named = match["whose"] or match["of"] or match["number"]
            yield UnTerm(match.start(), match.end(), "session", ASSEMBLY if named else "", number)
