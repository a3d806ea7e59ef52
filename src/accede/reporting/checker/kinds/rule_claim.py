"""A rule of a treaty as a text tells it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from accede.reporting.checker.reading.days import Day
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.values import Claim
from accede.vocabulary.label import Labelled


class Rule(Labelled):
    """Which rule is told."""

    FORCE = "force", "entry into force for a State"
    WITHDRAWAL = "withdrawal", "effect of a withdrawal"
    CONFLICT = "conflict", "withdrawal in an armed conflict"
    INSTRUMENTS = "instruments", "instruments for the treaty's entry into force"
    OBLIGATION = "obligation", "period of an obligation"
    YEARLY = "yearly", "day of every year by which a report is due"
    DUE = "due", "day by which a State's obligation is due"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleClaim(Claim):
    """A rule as a text tells it: from one day to another, or as a period.

    `month` is the ordinal of the month on whose first day something has effect. `is_sure` is False where the words may mean
    something near the rule. `obligation` is its key in the treaty's file.
    """

    rule: Rule
    is_ours: bool | None
    since: Day | None = None
    until: Day | None = None
    period: Quantity | None = None
    unit: str = ""
    month: int = 0
    day: int = 1
    obligation: str = ""
    iso3: str = ""
    is_sure: bool = True
