"""Evidence as answers show it: one item a record, with its key and source. Pure."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Code, Confirmation, Practice, Report, RollCall
from accede.overview.statements import Said
from accede.records.values import Evidence
from accede.register.standing import Effect, as_partial
from accede.register.values import ClaimedStanding, StatusClaim, TreatyAction
from accede.vocabulary.activities import ActivityKind, PressTone
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind
from accede.vocabulary.reports import ReportDuty, ReportState
from accede.vocabulary.statements import Channel, TextKind
from accede.vocabulary.treaty_actions import TreatyActionKind

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """A treaty action. `effective` is stated by the source or computed by the treaty's rule (`is_stated`)."""

    iso3: str
    kind: TreatyActionKind
    announced: PartialDate | None
    decided: PartialDate | None
    deposited: PartialDate | None
    effective: PartialDate | None
    is_stated: bool
    has_legal_effect: bool
    about: str
    note: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A day on which the State said that nothing had changed."""

    on: PartialDate
    citation: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementItem:
    """A statement by its citation: the words of the source (`text`), our `summary` beside or instead of them.

    `text_kind` says whose words the text is; it is `summary` where no text is held. `confirmed` is given with the last
    statement: what the State said later without changing it.
    """

    iso3: str
    said_on: PartialDate
    confirmed: tuple[Confirmed, ...]
    citation: str
    occasion: str
    channel: Channel
    text_kind: TextKind
    text: str
    summary: str
    language: str
    translation: str
    codes: tuple[Code, ...]
    evidence: str
    source: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeItem:
    """A claim about a practice: who claims, about whom and where."""

    iso3: str
    kind: PracticeKind
    claim: Claim
    status: ClaimStatus
    claimant: str
    claimed: PartialDate
    actor: Actor
    actor_name: str
    place: str
    weapon: str
    number: int | None
    acts: tuple[str, ...]
    scope: str
    since: PartialDate | None
    until: PartialDate | None
    statement: str
    summary: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteItem:
    """How the State is recorded in a roll call."""

    iso3: str
    body: Body
    session: int
    resolution: str
    on: PartialDate
    ballot: Ballot
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceItem:
    """What the record that counts says of the State at an occasion."""

    iso3: str
    occasion: str
    claim: ParticipationClaim
    basis: AttendanceBasis
    spoke: bool | None
    mode: str
    capacity: str
    note: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportItem:
    """A transparency report."""

    iso3: str
    report_state: ReportState
    duty: ReportDuty
    submitted: PartialDate | None
    covers: PartialDate | None
    note: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityItem:
    """Something done to bring States in, or an answer to it."""

    kind: ActivityKind
    on: PartialDate
    by: str
    title: str
    towards: tuple[str, ...]
    towards_all_outside: bool
    occasion: str
    forum: str
    tone: PressTone | None
    about_state: str
    summary: str
    on_behalf_of: str
    place: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTreaty:
    """What a list says of the State and another treaty, as of the day of that list and of no other."""

    iso3: str
    treaty: str
    standing: ClaimedStanding
    listed: PartialDate
    signed: PartialDate | None
    bound: PartialDate | None
    instrument: str
    evidence: str
    source: str


def action_item(action: Evidence[TreatyAction], effect: Effect | None, as_of: date) -> ActionItem:
    """A treaty action with the effect it has (None: a step without legal effect), as it was on a day.

    Days that lay ahead are left out, but not the day on which what was done already takes effect.
    """
    fact = action.fact
    announced, decided, deposited = (
        day if day and (day.earliest is None or day.earliest <= as_of) else None
        for day in (fact.announced, fact.decided, fact.deposited)
    )
    effective = as_partial(effect.effective) if effect else fact.effective
    is_done = deposited is not None or fact.deposited is None
    return ActionItem(
        iso3=fact.state,
        kind=fact.kind,
        announced=announced,
        decided=decided,
        deposited=deposited,
        effective=effective if is_done else None,
        is_stated=is_done and (effect.is_stated if effect else fact.effective is not None),
        has_legal_effect=effect is not None,
        about=fact.about,
        note=fact.note,
        evidence=action.key,
        source=action.source,
    )


def statement_item(said: Said, confirmed: Iterable[Evidence[Confirmation]] = ()) -> StatementItem:
    """A statement, with what confirmed it."""
    fact = said.evidence.fact
    return _item(
        StatementItem,
        said.evidence,
        iso3=fact.state,
        said_on=said.said_on,
        confirmed=tuple(Confirmed(each.fact.said, each.fact.citation, each.key, each.source) for each in confirmed),
        text_kind=fact.text_kind if fact.text else TextKind.SUMMARY,
        summary=said.summary,
        codes=said.codes,
        locator=said.evidence.locator,
    )


def practice_item(practice: Evidence[Practice]) -> PracticeItem:
    """A claim about a practice."""
    return _item(PracticeItem, practice, iso3=practice.fact.state)


def vote_item(roll_call: Evidence[RollCall], iso3: str, ballot: Ballot) -> VoteItem:
    """The ballot of a State in a roll call."""
    fact = roll_call.fact
    return _item(VoteItem, roll_call, iso3=iso3, resolution=fact.symbol or fact.draft, on=fact.voted, ballot=ballot)


def attendance_item(record: Evidence[Attendance]) -> AttendanceItem:
    """A record of attendance."""
    return _item(AttendanceItem, record, iso3=record.fact.state)


def report_item(report: Evidence[Report], remark: str = "") -> ReportItem:
    """A transparency report; `remark` goes on from its note."""
    fact = report.fact
    return _item(ReportItem, report, iso3=fact.state, note=" ".join(part for part in (fact.note, remark) if part))


def activity_item(activity: Evidence[Activity]) -> ActivityItem:
    """An activity."""
    return _item(ActivityItem, activity)


def other_treaty(claim: Evidence[StatusClaim]) -> OtherTreaty:
    """What a list says."""
    return _item(OtherTreaty, claim, iso3=claim.fact.state)


def _item(kind: Callable[..., Item], held: Evidence[Any], **own: object) -> Item:
    """The item of a record: its key and source, what it has in common with the fact by name, and what is its own."""
    fact: Any = held.fact
    common = _names(kind) & _names(fact)
    given = {name: getattr(fact, name) for name in common - set(own)}
    return kind(**given, evidence=held.key, source=held.source, **own)


def _names(of: Any) -> set[str]:
    return {field.name for field in dataclasses.fields(of)}
