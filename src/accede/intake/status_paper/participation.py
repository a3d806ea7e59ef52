"""Who took part in the meetings of the Convention, and who never did, as prose says it."""

import re

from accede.evidence.values import Attendance
from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper.groups import number_of_states
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate

PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bexcept(?:ion of|ing| for)?\b.*\b(?:participated|taken part|took part)\b", re.IGNORECASE | re.DOTALL),
    re.compile(r"\bnever (?:participated|taken part|took part)\b", re.IGNORECASE),
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
AT = re.compile(r"At (?P<name>[^:.]+): (?=\S)")
"""A meeting and the States that single reports name at it."""
EXCEPTED = re.compile(rf"\bexcept(?:ion of|ing| for)?\s+(?P<number>{NUMBER})\b", re.IGNORECASE)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The States that never took part, or that a report names at a meeting; None where the sentence says neither."""
    if match := AT.match(sentence.text):
        return _at(match, sentence, reading)
    if not any(pattern.search(sentence.text) for pattern in PATTERNS):
        return None
    excepted = EXCEPTED.search(sentence.text)
    group = StatedGroup(
        about=GroupKind.NEVER_TOOK_PART,
        states=sentence.states,
        number=number(excepted["number"]) if excepted else number_of_states(sentence.text, ""),
    )
    return (sentence.proposal(group),)


def _at(match: re.Match[str], sentence: Sentence, reading: Reading) -> Readings | None:
    year = YEAR.search(match["name"])
    key = reading.occasions.meeting(match["name"], PartialDate.parse(year[0]) if year else None)
    states = sentence.states_after(match.end())
    if not key or not states:
        return None
    return tuple(
        sentence.proposal(
            Attendance(
                treaty=reading.treaty,
                state=state,
                occasion=key,
                claim=ParticipationClaim.TOOK_PART,
                basis=AttendanceBasis.REPORT,
            )
        )
        for state in states
    )
