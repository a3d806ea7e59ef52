"""A treaty as its file defines it: names, dates, rules, meetings, resolutions, obligations, plans. Pure.

The file is TOML (`data/treaties/*.toml`, read by `treaty_file`); a new treaty needs a file, not code.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from accede.vocabulary.ballots import Body
from accede.vocabulary.languages import Language
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a table of the file rests on: the key of its source."""

    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled(Stated):
    """What an article of the treaty says."""

    article: str = ""


PeriodKind = Literal["first_day_of_month_after", "months_after", "days_after", "on_the_day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Ruled):
    """So many months or days after an event."""

    kind: PeriodKind
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyNames:
    """The names of a treaty in one language; `short` is empty where that language has no settled one."""

    formal: str
    short: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyDates(Stated):
    """The treaty's own days. `in_force` is None while it is not in force, or where we do not hold the day."""

    adopted: PartialDate | None = None
    adopted_at: str = ""
    opened: PartialDate | None = None
    opened_at: str = ""
    signature_closed: PartialDate | None = None
    in_force: PartialDate | None = None

    @property
    def begins_on(self) -> date | None:
        """The first day about which anything can be asked: that of the adoption, the earliest that it may be."""
        return self.adopted.earliest if self.adopted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Ruled):
    """Who may join; `all_states`: those whose `since` and `until` cover the day."""

    open_to: Literal["all_states"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyEntryIntoForce(Ruled):
    """How the treaty itself entered into force: so many instruments, reached on a day, then a period."""

    kind: str
    months: int = 0
    days: int = 0
    instruments: int | None = None
    reached: PartialDate | None = None
    not_before: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIntoForceRule(Period):
    """When a treaty enters into force for a State after its deposit, and never before `not_before`."""

    not_before: PartialDate | None = None
    treaty: TreatyEntryIntoForce | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRule(Period):
    """When a withdrawal takes effect after its receipt; `held_back_by` names what may put it off (armed_conflict)."""

    held_back_by: str = ""
    notified_to: tuple[str, ...] = ()
    reasons_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSeries(Ruled):
    """A kind of meeting of the treaty, and whether it counts for last participation."""

    kind: OccasionKind
    name: str
    counts_for_last_participation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionSeries(Stated):
    """A resolution voted on every year in one body; the symbols in `not_in_series` are other texts."""

    body: Body
    name: str
    since_session: int
    not_in_series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Stated):
    """What a State must do by when: so long after the entry into force for it, or on a day of every year."""

    key: str
    article: str
    what: str
    kind: Literal["days_after_entry_into_force", "years_after_entry_into_force", "every_year_on"]
    days: int = 0
    years: int = 0
    month: int = 0
    day: int = 0
    extendable_years: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """One action of a plan, in our summary."""

    key: str
    number: int
    summary: str
    owner: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Stated):
    """A plan of the treaty. `held` tells whether the text of its universalization actions is at hand."""

    key: str
    name: str
    period: PartialDate
    held: bool
    adopted_at: str = ""
    adopted: PartialDate | None = None
    actions: tuple[PlanAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyDefinition(Stated):
    """Everything a treaty's file says.

    `mtdsg` is its number in the UN's list (Multilateral Treaties Deposited with the Secretary-General), empty where it
    has another depositary. `entry_into_force` and `withdrawal` are None where we hold no rule.
    """

    key: str
    depositary: str
    names: dict[Language, TreatyNames]
    dates: TreatyDates
    membership: Membership
    mtdsg: str = ""
    authentic_languages: tuple[Language, ...] = ()
    entry_into_force: EntryIntoForceRule | None = None
    withdrawal: WithdrawalRule | None = None
    meetings: tuple[MeetingSeries, ...] = ()
    resolutions: tuple[ResolutionSeries, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    plans: tuple[Plan, ...] = ()

    @property
    def counted_meetings(self) -> frozenset[OccasionKind]:
        """The kinds of meeting that count for last participation."""
        return frozenset(series.kind for series in self.meetings if series.counts_for_last_participation)

    @property
    def meeting_kinds(self) -> frozenset[OccasionKind]:
        """All kinds of meeting of the treaty."""
        return frozenset(series.kind for series in self.meetings)

    def name(self, language: Language = Language.ENGLISH) -> str:
        """The short name, in English where this language has none."""
        given, english = self.names.get(language), self.names[Language.ENGLISH]
        return (given.short or given.formal) if given else (english.short or english.formal)
