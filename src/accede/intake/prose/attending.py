"""Which State was at which meeting, as a page on it tells."""

from __future__ import annotations

import re

from accede.evidence.values import Attendance
from accede.intake.findings import Certainty
from accede.intake.prose.passages import Page, Passage, Readings
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim

ATTENDED = re.compile(
    r"\b(?P<not>(?:did|does|has) not )?(?:attend(?:ed|s)?|participat(?:ed|es?)|took part|taken part|take part)\b",
    re.IGNORECASE,
)
MOST_RECENT = re.compile(
    r"\b(?:most recent|last) meeting (?:attended )?(?:as an? (?P<capacity>\w+))?\s*:", re.IGNORECASE
)
CAPACITY = re.compile(r"\bas an? (?P<capacity>observer|signatory|State Party)\b", re.IGNORECASE)
MODES = {
    "virtual": re.compile(r"\bvirtual(?:ly)?\b|\bonline\b", re.IGNORECASE),
    "written": re.compile(r"\bin writing\b", re.IGNORECASE),
}
PREPARES = re.compile(
    r"\b(?:will|prepares? to|plans? to|intends? to|invited to|may|should|to)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def understood(passage: Passage, page: Page) -> Readings | None:
    """What a sentence says of a State and meetings it names; None where it says nothing of any."""
    recent = MOST_RECENT.search(passage.text)
    match = recent or ATTENDED.search(passage.text)
    if match is None or PREPARES.search(passage.text[: match.start()]):
        return None
    states = passage.states_in(0, match.start()) or ((page.subject,) if page.subject else ())
    meetings = page.occasions.all_meetings(passage.text)
    if len(states) != 1 or not meetings:
        return None
    is_absent = not recent and bool(match.groupdict().get("not"))
    capacity = match.groupdict().get("capacity") or (
        told["capacity"] if (told := CAPACITY.search(passage.text)) else ""
    )
    claim = ParticipationClaim.DID_NOT if is_absent else ParticipationClaim.TOOK_PART
    return tuple(
        passage.proposal(
            Attendance(
                treaty=page.treaty,
                state=states[0],
                occasion=meeting,
                claim=claim,
                basis=AttendanceBasis.REPORT,
                mode=next((mode for mode, words in MODES.items() if words.search(passage.text)), ""),
                capacity="" if is_absent else capacity.lower(),
            ),
            Certainty.READ,
        )
        for meeting in meetings
    )
