"""Which States signed, deposited, withdrew, or are waiting: the States that the introduction of our own papers names."""

import re

from accede.intake.findings import Evidenced, GroupKind, Stated, StatedGroup
from accede.intake.status_paper.reading import Reading, Readings, Sentence
from accede.register.values import ClaimedStanding, StatusClaim

PATTERNS: dict[GroupKind, re.Pattern[str]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        GroupKind.NOT_IN_FORCE: r"\bin force for\b.*\bnot yet for\b",
        GroupKind.IN_FORCE: r"^It is (?:not yet )?in force for\b|\bwhether it is in force\b",
        GroupKind.UNCERTAIN: r"\bleaves? (?:open )?the standing of\b|^(?:Possible|Counted as): "
        r"|\bso that its standing may be\b|\b(?:deposited|received) on a day\b|^The day its withdrawal took effect\b",
        GroupKind.SIGNATORY: r"\bOf those outside it\b.*\bsignator|\bof those outside it has signed\b",
        GroupKind.LEAVING: r"\bwithdrawals? (?:has|have) been notified\b",
        GroupKind.WITHDREW: r"\bStates? (?:has|have) withdrawn\b|\bhas been left\b|\bno withdrawal has taken effect\b",
        GroupKind.DEPOSITED: r"\binstruments? (?:was|were|has been|have been) deposited\b",
        GroupKind.NO_INFORMATION: r"\b(?:No official statement|No circumstance|None)\b[^.]*\bis (?:held|recorded) of\b",
    }.items()
}
NAMED_AFTER = {GroupKind.NOT_IN_FORCE: "not yet for", GroupKind.SIGNATORY: ":"}
"""The words after which a sentence names the States of the group; else all it names are."""


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """The group of States of a sentence, and of signatories each one's standing; None where it tells of none."""
    kind = next((kind for kind, pattern in PATTERNS.items() if pattern.search(sentence.text)), None)
    if kind is None:
        return None
    states = sentence.states_after(max(0, sentence.text.find(NAMED_AFTER.get(kind, ""))))
    facts: list[Evidenced | Stated] = []
    if states:
        facts.append(StatedGroup(about=kind, states=states))
    if kind is GroupKind.SIGNATORY and reading.as_of:
        facts += [
            StatusClaim(treaty=reading.treaty, state=state, standing=ClaimedStanding.SIGNATORY, listed=reading.as_of)
            for state in states
        ]
    return tuple(map(sentence.proposal, facts))
