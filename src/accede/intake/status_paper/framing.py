"""Sentences around the facts: the mandate, commitments, thanks, how the paper came about. They hold nothing to record."""

import re

from accede.intake.status_paper.reading import Reading, Readings, Sentence

PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        # What the Convention and its plans ask for.
        r"\buniversal adherence\b|\bpromise of the Convention\b",
        r"\bmade (?:several )?commitments\b|\b(?:Action Plan)\b.*\bcalls? for\b",
        r"\bPresident is mandated\b|\bmandate of the President\b",
        r"\bshould spare no effort\b",
        r"\bAs long as\b",
        # The aims that States acknowledge, in general.
        r"\backnowledge and support\b.*\bhumanitarian\b",
        r"\bexpress acceptance\b|\bacceptance of (?:the )?(?:aims|norms)\b",
        # The working group's talk.
        r"^The (?:Working )?Group (?:discussed|considered|exchanged)\b|^Members (?:of the Group )?were invited\b",
        # What reports are for and how complete they are.
        r"\bcan submit\b.*\breports?\b|\bencouraged to (?:provide|submit)\b|\bonly provided some of the information\b",
        # How the overview was made and how old it is.
        r"\bprepared an? (?:updated )?overview\b|\bofficial information is not (?:available|held)\b",
        r"\bwould like to thank\b",
    )
)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """Nothing to record where the sentence is one of these; None where it is not."""
    return () if any(pattern.search(sentence.text) for pattern in PATTERNS) else None
