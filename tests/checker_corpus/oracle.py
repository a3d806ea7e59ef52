"""What the register answers, asked through `accede.overview`: the ground on which a sentence is called true or false.

A false sentence must be false under every usual way of counting. `Ways` gathers them for a day: deposited and in force,
with and without what was notified, the day before and after, UN Members alone.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property

from accede.overview.attendance import AttendanceFound, Participation, attendance
from accede.overview.calculator import consequences
from accede.overview.dossier import NEEDS, Dossier, dossier
from accede.overview.headline import Counts, counts
from accede.overview.items import ActionItem, ReportItem
from accede.overview.load import load
from accede.overview.occasions import key_of, meetings
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.votes import Votes, VotesFound, votes
from accede.records.values import View
from accede.register.rules import entry_into_force, months_after
from accede.register.standing import StandingOn
from accede.register.universe import is_un_member
from accede.register.values import Occasion
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.occasions import OccasionKind, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportState
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import CONSENT, TreatyActionKind

FIRST, LAST = date(1997, 12, 5), date(2026, 11, 22)
"""The days the register speaks of: from the signing to the last information of the shipped release."""

PLENARY = Body.PLENARY
FIRST_COMMITTEE = Body.FIRST_COMMITTEE
SESSIONS = range(52, 80)
"""Sessions with a whole record of the plenary vote."""

DOUBTED_BALLOTS = {
    ("COD", 52),
    ("COG", 52),
    ("COD", 53),
    ("COG", 53),
    ("UZB", 53),
    ("ZWE", 71),
    ("TON", 63),
    ("TON", 77),
}
"""Ballots on which a data set or a page differs from the UN record (data dictionary), whatever the answer says of it."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Every figure that some usual way of counting gives on a day."""

    parties: frozenset[int]
    outside: frozenset[int]
    signed: frozenset[int]
    withdrawn: frozenset[int]
    universe: frozenset[int]


@dataclass(frozen=True, slots=True)
class Joining:
    """How a State joined: its own dates, and every other day that any record links to its joining or leaving."""

    iso3: str
    kind: TreatyActionKind
    deposited: date
    in_force: date
    signed: date | None
    all_days: frozenset[date]
    is_disputed: bool

    @property
    def all_years(self) -> frozenset[int]:
        """The years of all those days."""
        return frozenset(day.year for day in self.all_days)


class Facts:
    """The register as it answers on any day."""

    def __init__(self, treaty: str = "apmbc") -> None:
        self.register = load(View(as_of=LAST, known_on=datetime.now(UTC)), treaty, *NEEDS)
        self.states = {each.fact.iso3: each.fact for each in self.register.states}
        self.at = cache(self._at)
        self._standings = cache(self._standings_on)
        self.ways = cache(self._ways)
        self.vote = cache(self._vote)
        self.dossier = cache(self._dossier)
        self._actions = load(self.register.view, treaty, "occasions", "actions")
        self.attendance = cache(self._attendance)

    def _at(self, day: date) -> Register:
        return replace(self.register, view=replace(self.register.view, as_of=day))

    # Standing and counts

    @cached_property
    def turning_days(self) -> list[date]:
        """The days on which any State's standing can change, in order: between two of them every answer is the same."""
        found = {FIRST}
        for iso3 in self.actions_of_all:
            for each in self.actions(iso3):
                for given in (each.deposited, each.effective):
                    for day in _bounds(given):
                        found |= {day, day + timedelta(1), months_after(day, -6), months_after(day, -6) + timedelta(1)}
        for state in self.register.states:
            for given in (state.fact.since, state.fact.until, state.fact.un_member_since):
                found |= {near for day in _bounds(given) for near in (day, day + timedelta(1))}
        return sorted(found)

    def turned(self, day: date) -> date:
        """The turning day that a day's answers are those of."""
        return self.turning_days[max(bisect_right(self.turning_days, day) - 1, 0)]

    def _standings_on(self, day: date) -> dict[str, StandingOn]:
        return standings(self.at(day))

    def all_standings(self, day: date) -> dict[str, StandingOn]:
        """Where every State stands, with what is open about it."""
        return self._standings(self.turned(day))

    def counts(self, day: date) -> Counts:
        """The counts of a day."""
        return counts(self.all_standings(day))

    def is_uncertain(self, day: date) -> bool:
        """Whether some State's standing is open on the day."""
        return any(found.is_uncertain for found in self.all_standings(day).values())

    def outside(self, day: date) -> tuple[str, ...]:
        """The States that have not joined, in the order of tables."""
        return outside(self.all_standings(day))

    def joined(self, day: date) -> tuple[str, ...]:
        """The States that have, in the order of tables."""
        return tuple(iso3 for iso3, found in self.all_standings(day).items() if found.standing.has_joined)

    def standings(self, day: date) -> dict[str, Standing]:
        """Every State's standing."""
        return {iso3: found.standing for iso3, found in self.all_standings(day).items()}

    def in_standing(self, day: date, standing: Standing) -> tuple[str, ...]:
        """The States in one standing."""
        return tuple(iso3 for iso3, found in self.standings(day).items() if found is standing)

    def notified(self, day: date) -> int:
        """States whose withdrawal is notified and not in effect."""
        return sum(found.withdrawal is not None for found in self.all_standings(day).values())

    def _ways(self, day: date) -> Ways:
        parties: set[int] = set()
        outside: set[int] = set()
        signed: set[int] = set()
        withdrawn: set[int] = set()
        universe: set[int] = {193}
        for near in (day - timedelta(1), day, day + timedelta(1)):
            counts, notified = self.counts(near), self.notified(near)
            held = self.all_standings(near)
            members = [iso3 for iso3 in held if is_un_member(self.states[iso3], near)]
            open_states = sum(found.is_uncertain for found in held.values())
            early = sum(  # in force by its own day before the deposit was seen
                each.in_force <= near < each.deposited for each in self.joinings.values()
            )
            for joined in (counts.joined, counts.in_force):
                parties |= {joined, joined - notified, joined + counts.withdrawn, joined + early}
                parties |= {joined + open_states, joined - open_states}
                outside |= {counts.universe - joined, counts.universe - joined + notified, 193 - joined}
                outside |= {counts.universe - joined - open_states, counts.universe - joined + open_states}
            parties |= {sum(held[iso3].standing.has_joined for iso3 in members)}
            parties |= {sum(held[iso3].standing is Standing.IN_FORCE for iso3 in members)}
            outside |= {sum(not held[iso3].standing.has_joined for iso3 in members), counts.non_signatory}
            outside |= {counts.outside - counts.withdrawn, counts.outside - counts.signatory}
            signed |= {counts.signed, counts.signatory, counts.signed - counts.signatory}
            withdrawn |= {counts.withdrawn, counts.withdrawn + notified, 5 if near >= date(2025, 6, 26) else 0}
            universe |= {counts.universe, len(members)}
        return Ways(*(frozenset(each) for each in (parties, outside, signed, withdrawn, universe)))

    # Treaty actions

    def _dossier(self, iso3: str, day: date = LAST) -> Dossier:
        return dossier(self.at(day), iso3).answer

    def actions(self, iso3: str) -> tuple[ActionItem, ...]:
        """What a State did, in order."""
        return self.actions_of_all[iso3].actions

    @cached_property
    def actions_of_all(self) -> dict[str, Dossier]:
        return {iso3: dossier(self._actions, iso3).answer for iso3 in standings(self.register)}

    @cached_property
    def joinings(self) -> dict[str, Joining]:
        """Of every State that ever joined on a known day."""
        records: dict[str, set[date]] = {}
        for each in self.register.actions:
            for given in (each.fact.announced, each.fact.decided, each.fact.deposited, each.fact.effective):
                records.setdefault(each.fact.state, set()).update(_bounds(given))
        found = {}
        for iso3, dossier_ in self.actions_of_all.items():
            consent = [each for each in dossier_.actions if each.kind in CONSENT and each.deposited]
            if not consent or not _is_day(consent[0].deposited):
                continue
            first = consent[0]
            days = {day for each in dossier_.actions for given in _days(each) for day in _bounds(given)}
            found[iso3] = Joining(
                iso3=iso3,
                kind=first.kind,
                deposited=_day(first.deposited),
                in_force=_day(first.effective),
                signed=self.signed_on(iso3),
                all_days=frozenset(days | records.get(iso3, set())),
                is_disputed=any(conflict.about in _ACTION_LABELS for conflict in dossier_.conflicts),
            )
        return found

    def signed_on(self, iso3: str) -> date | None:
        """The day of its signature."""
        held = [each for each in self.actions(iso3) if each.kind is TreatyActionKind.SIGNATURE]
        return _day(held[0].deposited) if held else None

    def withdrawal(self, iso3: str) -> ActionItem | None:
        """Its withdrawal."""
        return next((each for each in self.actions(iso3) if each.kind is TreatyActionKind.WITHDRAWAL), None)

    def ranks(self, iso3: str) -> frozenset[int]:
        """The places of a State among those that joined: by deposit and by entry into force, ties in any order."""
        own = self.joinings[iso3]
        found: set[int] = set()
        for mine, theirs in (
            (own.deposited, [each.deposited for each in self.joinings.values()]),
            (own.in_force, [each.in_force for each in self.joinings.values()]),
        ):
            before = sum(day < mine for day in theirs)
            found |= set(range(before + 1, before + theirs.count(mine) + 1))
        return frozenset(found)

    def in_force_by_rule(self, deposited: date) -> date:
        """What the treaty's rule gives for a deposit."""
        found = entry_into_force(deposited, self.register.treaty)
        assert found is not None
        return found

    def calculated(self, iso3: str, deposited: date) -> date:
        """What the calculator gives for a State outside."""
        return consequences(self.at(deposited), iso3, deposited).entry_into_force

    # Votes

    def _vote(self, body: Body, session: int) -> VotesFound:
        return votes(self.register, body, session)

    def roll_call(self, session: int) -> Votes:
        """The plenary vote of a session."""
        return self.vote(PLENARY, session).answer

    def voted_on(self, session: int) -> date:
        """Its day."""
        return _day(self.roll_call(session).on)

    def ballot(self, iso3: str, session: int, body: Body = PLENARY) -> Ballot | None:
        """How a State is recorded; None where there was no such State, or no roll call is held."""
        try:
            answer = self.vote(body, session).answer
        except UnknownName:
            return None
        return next((each for each in Ballot if iso3 in getattr(answer, each.value)), None)

    def is_ballot_disputed(self, iso3: str, session: int, body: Body = PLENARY) -> bool:
        """Whether sources differ on it."""
        if body is PLENARY and (iso3, session) in DOUBTED_BALLOTS:
            return True
        # A page says that Saudi Arabia abstained every year since 1996, whatever the years it is recorded for.
        if iso3 == "SAU" and session < 66:
            return True
        return any(conflict.iso3 == iso3 for conflict in self.vote(body, session).conflicts)

    def is_first_committee_held(self, session: int) -> bool:
        """Whether anything is recorded of the First Committee's vote of the session."""
        try:
            return bool(self.vote(FIRST_COMMITTEE, session))
        except UnknownName:
            return False

    # Attendance

    def _attendance(self, day: date) -> AttendanceFound:
        return attendance(self.at(day), who="all")

    def participation(self, iso3: str, day: date) -> Participation:
        """What is recorded of a State's part in meetings."""
        return self.attendance(day).states[iso3]

    def is_attendance_disputed(self, iso3: str, day: date = LAST) -> bool:
        """Whether records contradict each other, on any day: the paper's column, or other sources."""
        return bool(self.participation(iso3, day).conflicts)

    def took_part(self, iso3: str, key: str, day: date = LAST) -> bool | None:
        """Whether a State took part in a meeting; None: not recorded."""
        found = self.participation(iso3, day)
        if key in found.attended:
            return True
        if key in found.absent and found.absent[key].fact.claim is ParticipationClaim.DID_NOT:
            return False
        return None

    # Meetings

    @cached_property
    def meetings(self) -> dict[str, Occasion]:
        """The treaty's own meetings, in order."""
        return {key_of(each): each.fact for each in meetings(self.register).held}

    @cached_property
    def big_meetings(self) -> dict[str, Occasion]:
        """Meetings of the States Parties and Review Conferences."""
        kinds = (OccasionKind.MSP, OccasionKind.RC)
        return {key: held for key, held in self.meetings.items() if held.kind in kinds}

    # Reports

    def reports(self, iso3: str, day: date = LAST) -> tuple[ReportItem, ...]:
        """The reports that are recorded as submitted."""
        return tuple(each for each in self.dossier(iso3, day).reports if each.report_state is ReportState.SUBMITTED)

    def all_report_years(self, iso3: str) -> frozenset[int]:
        """Every year that any record links to a report of a State."""
        found: set[int] = set()
        for each in self.register.reports:
            if each.fact.state == iso3:
                for given in (each.fact.submitted, each.fact.covers):
                    found |= {day.year for day in _bounds(given)}
        return frozenset(found)


_ACTION_LABELS = frozenset(kind.label for kind in TreatyActionKind)


def _days(item: ActionItem) -> tuple[PartialDate | None, ...]:
    return (item.announced, item.decided, item.deposited, item.effective)


def _bounds(given: PartialDate | None) -> set[date]:
    return {day for day in (given.earliest, given.latest) if day is not None} if given else set()


def _is_day(given: PartialDate | None) -> bool:
    return given is not None and given.earliest == given.latest and given.earliest is not None


def _day(given: PartialDate | None) -> date:
    assert given is not None
    assert given.latest is not None
    return given.latest
