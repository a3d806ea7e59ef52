"""Sentences around the facts: thanks, purposes, contents, what others should do. They hold nothing to record. Pure."""

from __future__ import annotations

import re

from accede.intake.documents.whole import is_whole
from accede.intake.prose.passages import Passage

PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words)
    for words in (
        r"^(?:Mr|Mrs|Madam|Ms)\.? (?:President|Chair)",
        r"^(?:Thank you|I thank)\b",
        r"^(?:Sections?|Annexes?|Contents|Introduction|Background|Policy)\b",
        r"^\W*$",
        r"\balign(?:s|ed)? (?:themselves|itself)\b|\bthanks? (?:the )?[A-Z]|\bwere thanked\b|\bwas thanked\b",
        r"\bmandate of the President\b|\bfulfilling the promise\b|\bshould spare no effort\b",
    )
)
SHORTEST, LONGEST_HEADING = 3, 7


def is_framing(passage: Passage) -> bool:
    """Whether a sentence is one of these, or too short to say anything."""
    words = passage.text.rstrip(" |:").split()
    is_heading = len(words) <= LONGEST_HEADING and not passage.named and not is_whole(passage.text) and not passage.days
    return is_heading or len(words) < SHORTEST or any(pattern.search(passage.text) for pattern in PATTERNS)
