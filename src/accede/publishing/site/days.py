"""The past days of a publication: the last day of each Meeting of the States Parties and each Review Conference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from accede.overview.occasions import key_of, meetings
from accede.overview.register import Register
from accede.vocabulary.occasions import OccasionKind

KINDS = frozenset({OccasionKind.MSP, OccasionKind.RC})


def days(register: Register) -> Mapping[date, str]:
    """Each day with the meeting that ended on it; a meeting whose last day is not held to the day is left out."""
    found = {}
    for held in meetings(register).held:
        ends = held.fact.ends
        if held.fact.kind in KINDS and ends is not None and ends.earliest == ends.latest and ends.latest is not None:
            found[ends.latest] = key_of(held)
    return found
