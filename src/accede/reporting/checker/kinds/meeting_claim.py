"""A claim about a meeting. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accede.reporting.checker.values import Claim
from accede.vocabulary.label import Labelled


class About(Labelled):
    """What is said of a meeting."""

    DAYS = "days", "held"
    PLACE = "place", "held in"
    PRESIDENCY = "presidency", "presided over by"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClaim(Claim):
    """One thing said of one meeting.

    `meeting` is its key, or its kind and year where that is told ("MSP 2016"). `first` and `last` are its days, `place`
    a city, `state` an ISO alpha-3 key of where it was or who presided, `person` who presided. `is_loose` marks what may
    belong to another thing of the sentence, or was only planned: it can agree, but not contradict.
    """

    meeting: str
    about: About
    is_ours: bool | None
    first: date | None = None
    last: date | None = None
    is_range: bool = False
    place: str = ""
    state: str = ""
    person: str = ""
    is_loose: bool = False
