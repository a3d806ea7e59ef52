"""The matter of a status paper; it has moved to `recipes.matter`, where all papers share it."""

from accede.reporting.recipes.matter import (
    LONGEST_LIST,
    Keys,
    Matter,
    days_words,
    matter,
    meeting_words,
    source_words,
    sources_of,
    year_of,
)

__all__ = [
    "LONGEST_LIST",
    "Keys",
    "Matter",
    "days_words",
    "matter",
    "meeting_words",
    "source_words",
    "sources_of",
    "year_of",
]
