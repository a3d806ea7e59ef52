"""What follows by a treaty's rules from a deposit or a notification: days, and the days by which something is due. Pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from accede.register.treaty import EntryIntoForceRule, Obligation, TreatyDefinition, WithdrawalRule
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Due:
    """An obligation and the day by which it is due for the first time."""

    article: str
    due: date
    what: str


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """The first and the last day on which something can have happened; equal where the day is known."""

    earliest: date
    latest: date

    @classmethod
    def of(cls, given: PartialDate, known_until: date | None = None) -> "Bounds":
        """The bounds of a partial date, clipped by the last day its source can tell of, where that lies within them."""
        earliest, latest = given.earliest or date.min, given.counts_from
        if known_until is not None and earliest <= known_until < latest:
            latest = known_until
        return cls(earliest, latest)

    @property
    def is_known(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest

    def partial(self) -> PartialDate:
        """As a partial date: the day, or one day between the two."""
        if self.is_known:
            return PartialDate.on_day(self.latest)
        if self.earliest == date.min:
            return PartialDate.parse(f"../{self.latest.isoformat()}")
        return PartialDate.parse(f"[{self.earliest.isoformat()}..{self.latest.isoformat()}]")


def entry_into_force(deposited: date, treaty: TreatyDefinition) -> date | None:
    """The day a treaty enters into force for a State that deposited on this day; None where we hold no rule for it."""
    rule = treaty.entry_into_force
    if rule is None:
        return None
    first = rule.not_before or treaty.dates.in_force
    follows = _after(deposited, rule)
    return max(follows, first.counts_from) if first else follows


def withdrawal_effective(received: date, treaty: TreatyDefinition) -> date | None:
    """The first day a withdrawal can take effect, received on this day; None where we hold no rule for it.

    What may hold it back (`held_back_by`, an armed conflict) is a fact and not a day: the depositary then states the day.
    """
    return _after(received, treaty.withdrawal) if treaty.withdrawal else None


def obligations(in_force: date, treaty: TreatyDefinition) -> tuple[Due, ...]:
    """What is due from a State after the entry into force for it, in the order of days."""
    dues = [Due(each.article, _first_due(in_force, each), each.what) for each in treaty.obligations]
    return tuple(sorted(dues, key=lambda due: due.due))


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:  # almost all, and the calendar is slow to ask
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _after(day: date, rule: EntryIntoForceRule | WithdrawalRule) -> date:
    match rule.kind:
        case "first_day_of_month_after":
            return months_after(day.replace(day=1), rule.months)
        case "months_after":
            return months_after(day, rule.months)
        case "days_after":
            return day + timedelta(days=rule.days)
        case "on_the_day":
            return day


def _first_due(in_force: date, obligation: Obligation) -> date:
    match obligation.kind:
        case "days_after_entry_into_force":
            return in_force + timedelta(days=obligation.days)
        case "years_after_entry_into_force":
            return months_after(in_force, 12 * obligation.years)
        case "every_year_on":
            # The first yearly report covers the calendar year of the entry into force and is due in the year after it.
            return date(in_force.year + 1, obligation.month, obligation.day)
