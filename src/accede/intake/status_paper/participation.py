"""Who took part in the meetings of the Convention, and who never did, as prose says it."""

import re

from accede.intake.findings import GroupKind, StatedGroup
from accede.intake.status_paper.groups import number_of_states
from accede.intake.status_paper.numbers import NUMBER, number
from accede.intake.status_paper.reading import Reading, Readings, Sentence

PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\bexcept(?:ion of|ing| for)?\b.*\b(?:participated|taken part|took part)\b", re.IGNORECASE | re.DOTALL),
    re.compile(r"\bnever (?:participated|taken part|took part)\b", re.IGNORECASE),
)
EXCEPTED = re.compile(rf"\bexcept(?:ion of|ing| for)?\s+(?P<number>{NUMBER})\b", re.IGNORECASE)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The States that never took part; None where the sentence says it of none."""
    if not any(pattern.search(sentence.text) for pattern in PATTERNS):
        return None
    excepted = EXCEPTED.search(sentence.text)
    group = StatedGroup(
        about=GroupKind.NEVER_TOOK_PART,
        states=sentence.states,
        number=number(excepted["number"]) if excepted else number_of_states(sentence.text, ""),
    )
    return (sentence.proposal(group),)
