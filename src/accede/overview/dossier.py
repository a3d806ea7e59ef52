"""One State: what it did about the treaty, said, practises, voted, attended and reported; what was done towards it."""

from collections.abc import Sequence
from dataclasses import dataclass

from accede.activities.values import Activity
from accede.evidence.rules import age_years, newest_by
from accede.evidence.values import RollCall
from accede.overview.attendance import Participation, participation
from accede.overview.conflicts import (
    Conflict,
    action_conflicts,
    attendance_conflicts,
    practice_conflicts,
    report_conflicts,
    vote_conflicts,
)
from accede.overview.gaps import Heard, heard_of
from accede.overview.items import (
    ActionItem,
    ActivityItem,
    AttendanceItem,
    OtherTreaty,
    PracticeItem,
    ReportItem,
    StatementItem,
    VoteItem,
    action_item,
    activity_item,
    attendance_item,
    other_treaty,
    practice_item,
    report_item,
    statement_item,
    vote_item,
)
from accede.overview.load import EVERY_KIND, load
from accede.overview.occasions import meetings
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.reports import merged, newest_first, report_topics
from accede.overview.standings import known_until, name_of, standing_of
from accede.overview.votes import ballot_of, roll_calls
from accede.records.values import View
from accede.register.contradictions import Topic
from accede.register.standing import StandingOn, effects
from accede.register.values import State, TreatyAction
from accede.vocabulary.occasions import OccasionKind, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing

NEEDS = EVERY_KIND


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How new our knowledge of the State is (see `gaps.Gap`)."""

    said_on: PartialDate | None
    confirmed_on: PartialDate | None
    checked_on: PartialDate | None
    age_years: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The answer of `state`, as the command-line contract has it.

    `standing` is None on a day on which the State is not one of those that may join.
    """

    iso3: str
    name: str
    standing: Standing | None
    actions: tuple[ActionItem, ...]
    statements: tuple[StatementItem, ...]
    practices: tuple[PracticeItem, ...]
    votes: tuple[VoteItem, ...]
    attendance: tuple[AttendanceItem, ...]
    reports: tuple[ReportItem, ...]
    activities: tuple[ActivityItem, ...]
    other_treaties: tuple[OtherTreaty, ...]
    last_participation: str | None
    freshness: Freshness
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class DossierFound:
    """The answer with the whole standing: since when, what else is possible, a withdrawal under way, and why.

    `counted_meetings` are the kinds that count for last participation by the treaty's rule.
    """

    answer: Dossier
    standing: StandingOn | None
    participation: Participation
    counted_meetings: tuple[OccasionKind, ...] = ()


def dossier_of(treaty: str, view: View, iso3: str) -> DossierFound:
    """The dossier of a State on the view's day. Raises UnknownName for a key the register does not hold."""
    return dossier(load(view, treaty, *NEEDS, state=iso3.upper()), iso3)


def dossier(register: Register, iso3: str) -> DossierFound:
    """The dossier, from a register that holds evidence about this State at least. Raises UnknownName."""
    state = register.state(iso3.upper()).fact
    standing = standing_of(register, state.iso3)
    heard = heard_of(register).get(state.iso3, Heard())
    attended = participation(register, state.iso3)
    actions = register.topics(each for each in register.actions if each.fact.state == state.iso3)
    reports = report_topics(register, state.iso3)
    calls = roll_calls(register)
    claims = [topic for topic in practices(register) if topic.counts.fact.state == state.iso3]
    answer = Dossier(
        iso3=state.iso3,
        name=name_of(state.iso3),
        standing=standing.standing if standing else None,
        actions=_actions(register, actions, standing),
        statements=statement_items(heard),
        practices=tuple(practice_item(topic.counts) for topic in claims),
        votes=_votes(calls, state),
        attendance=_attendance(register, attended),
        reports=tuple(report_item(*merged(topic)) for topic in newest_first(reports)),
        activities=_activities(register, state.iso3),
        other_treaties=_other_treaties(register, state.iso3),
        last_participation=attended.last,
        freshness=_freshness(register, heard),
        conflicts=(
            *action_conflicts(register, actions),
            *practice_conflicts(claims, register.choices),
            *vote_conflicts(calls, state.iso3),
            *attendance_conflicts(attended, register.choices),
            *report_conflicts(reports),
        ),
    )
    return DossierFound(
        answer, standing, attended, tuple(kind for kind in OccasionKind if kind in register.treaty.counted_meetings)
    )


def _actions(
    register: Register, topics: tuple[Topic[TreatyAction], ...], standing: StandingOn | None
) -> tuple[ActionItem, ...]:
    """The actions that have begun, in order of days; steps without legal effect and a withdrawal under way among them."""
    counting = [topic.counts for topic in topics]
    legal = {effect.key: effect for effect in effects(counting, register.treaty, known_until(register))}
    under_way = standing.withdrawal.key if standing and standing.withdrawal else ""
    items = [action_item(each, legal.get(each.key), register.view.as_of) for each in counting]
    begun = [item for item in items if item.evidence == under_way or _first_day(item) is not None]
    return tuple(sorted(begun, key=lambda item: _first_day(item) or item.effective or _NEVER))


_NEVER = PartialDate.parse("9999-12-31")


def _first_day(item: ActionItem) -> PartialDate | None:
    days = (item.announced, item.decided, item.deposited, None if item.deposited else item.effective)
    return next((day for day in days if day is not None), None)


def statement_items(heard: Heard) -> tuple[StatementItem, ...]:
    """Newest first; what the State confirmed since is given with its last statement."""
    if not heard.statements:
        return ()
    last, *earlier = heard.statements
    since = [each for each in heard.confirmations if newest_by(each.fact.said) >= newest_by(last.said_on)]
    return (statement_item(last, since), *(statement_item(each) for each in earlier))


def _votes(calls: Sequence[Topic[RollCall]], state: State) -> tuple[VoteItem, ...]:
    newest = (topic.counts for topic in reversed(calls))
    cast = ((call, ballot_of(state, call.fact, dict(call.fact.ballots))) for call in newest)
    return tuple(vote_item(call, state.iso3, ballot) for call, ballot in cast if ballot is not None)


def _attendance(register: Register, found: Participation) -> tuple[AttendanceItem, ...]:
    """Newest meeting first; a source that says "never" at the end."""
    place = meetings(register).place
    records = sorted({**found.absent, **found.attended}.items(), key=lambda pair: -place[pair[0]])
    told = [record for _, record in records if record.fact.claim is not ParticipationClaim.NEVER]
    return tuple(attendance_item(record) for record in (*told, *found.never))


def _activities(register: Register, iso3: str) -> tuple[ActivityItem, ...]:
    """Newest first: what was done towards the State (also towards all outside while it was), by it, or because of it."""
    held = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if register.has_happened(each.fact.on, each.source) and _concerns(register, each.fact, iso3)
    ]
    return tuple(
        activity_item(each) for each in sorted(held, key=lambda each: (-each.fact.on.counts_from.toordinal(), each.key))
    )


def _concerns(register: Register, activity: Activity, iso3: str) -> bool:
    if iso3 in (activity.by, activity.about_state) or iso3 in activity.towards:
        return True
    if not activity.towards_all_outside:
        return False
    then = standing_of(register, iso3, on=min(activity.on.counts_from, register.view.as_of))
    return then is not None and not then.standing.has_joined


def _other_treaties(register: Register, iso3: str) -> tuple[OtherTreaty, ...]:
    """What the newest list of each treaty by the view's day says."""
    newest: dict[str, OtherTreaty] = {}
    for each in register.counting(register.other_claims):
        fact = each.fact
        if fact.state != iso3 or not register.has_happened(fact.listed, each.source):
            continue
        if fact.treaty not in newest or newest[fact.treaty].listed < fact.listed:
            newest[fact.treaty] = other_treaty(each)
    return tuple(newest[treaty] for treaty in sorted(newest))


def _freshness(register: Register, heard: Heard) -> Freshness:
    said_on = heard.said_on
    return Freshness(
        said_on=said_on,
        confirmed_on=heard.confirmed_on,
        checked_on=heard.checked_on,
        age_years=age_years(said_on.counts_from, register.view.as_of) if said_on else None,
    )
