"""A claim about a State and meetings. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accede.reporting.checker.kinds.attendance_told import Took
from accede.reporting.checker.values import Claim
from accede.vocabulary.occasions import OccasionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceClaim(Claim):
    """One State and a meeting (its key; of intersessional meetings with the year), or all meetings by a day.

    `kinds` are the kinds of meeting spoken of in general, none where that is not said; `year` stands for a meeting told by
    its year alone; `since` is the key of an earlier meeting, `since_year` an earlier year.
    """

    iso3: str
    took: Took
    meeting: str = ""
    on: date
    years: int = 0
    kinds: frozenset[OccasionKind] = field(default_factory=frozenset)
    year: int = 0
    since: str = ""
    since_year: int = 0
    is_ours: bool | None = True
    is_of_column: bool = False
    """Whether it stands in the column of last participation, which counts by the treaty's rule."""
