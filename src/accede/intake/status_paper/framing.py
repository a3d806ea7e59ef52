"""Sentences around the facts: the mandate, commitments, thanks, how the paper came about. They hold nothing to record."""

import re

from accede.intake.status_paper.reading import Reading, Readings, Sentence

PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        # What the Convention and its plans ask for.
        r"\buniversal adherence\b|\bpromise of the Convention\b",
        r"\bmade (?:several )?commitments\b|\b(?:Action Plan)\b.*\bcalls? for\b",
        r"\bis in force for the years\b|^Its Action #|\bThe text of its actions\b",
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
        # What the President asks for.
        r"\binvites the\b.*\bto join\b|\bThe President thanks\b",
        # How to read what follows.
        r"^They are,? (?:given below,? )?with how many\b|^What was stated\b[^.]*\bis given below\b|^Each is given below\b",
        r"^A policy that its State has ended since\b",
        r"^Some (?:of them )?name what\b.*\bdepends on\b",
        r"^The table below gives\b|^A State’s words stand in quotation marks\b|^After each stand the occasion\b",
        r"^√ took part\b|\bin none of these meetings\b|Review Conference was (?:held )?(?:in|the)\b",
        r"^Each year the General Assembly votes\b|^Every figure, name and date in this paper rests\b",
        # What the records leave open.
        r"\bcontradict each other\b|\bthe sources differ\b|^Whoever said different things\b",
        r"^No complete record of who took part is held\b",
        # How the overview was made and how old it is.
        r"\bprepared an? (?:updated )?overview\b|\bofficial information is not (?:available|held)\b",
        r"\bwould like to thank\b",
        # What the register does not hold: our own papers say so.
        r"^Of the session of \d{4}, totals only are held\b",
        r"\bthe register holds (?:no|none)\b|\bis not held(?: in the register)?\b|\bare not recorded\b|\bis not recorded\b",
    )
)


def understood(sentence: Sentence, reading: Reading) -> Readings | None:
    """Nothing to record where the sentence is one of these; None where it is not."""
    return () if any(pattern.search(sentence.text) for pattern in PATTERNS) else None
