"""Hold a proposed fact against what the register has: new, same, completing or contradicting. Pure.

A fact is the same if any evidence of the register already says it, from whatever source; it contradicts if evidence on the
same matter says otherwise and none says the same. A contradiction is recorded beside what it contradicts, never over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Confirmation, Practice, Report, RollCall, Statement
from accede.intake.passage import same_words
from accede.records.values import Evidence
from accede.register.values import ClaimedStanding, Occasion, StatusClaim, TreatyAction
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.statements import TextKind
from accede.vocabulary.treaty_actions import TreatyActionKind

F = TypeVar("F")
STEPS = (TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.DECISION, TreatyActionKind.SUSPENSION)
"""Without legal effect: a State may announce and decide again."""


class Verdict(Enum):
    """What a proposed fact is to the register."""

    NEW = "new"
    SAME = "same"
    COMPLETES = "completes"  # adds the exact words to a statement of which only our summary is held
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, with the evidence it rests on; for COMPLETES the fact of the next version of `against[0]`."""

    verdict: Verdict
    against: tuple[Evidence[Any], ...] = ()
    completed: Any = None


@dataclass
class Holdings:
    """What the register holds of one treaty, by kind of fact; and where each State stands by its treaty actions.

    `standings` are those of the paper's day, empty where the register holds no treaty action.
    """

    by_fact: dict[type, list[Evidence[Any]]] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)

    def of(self, fact: type[F], meets: Callable[[F], bool]) -> list[Evidence[F]]:
        """Evidence of a kind whose fact meets a condition, in the order of recording."""
        return [evidence for evidence in self.by_fact.get(fact, ()) if meets(evidence.fact)]

    def add(self, evidence: Evidence[Any]) -> None:
        """Count evidence in, that is being recorded."""
        self.by_fact.setdefault(type(evidence.fact), []).append(evidence)


def compare(fact: Any, held: Holdings, *, nth: int = 1) -> Comparison:
    """What a proposed fact is to the register. `nth` counts statements of one State under one citation in the paper, from 1."""
    match fact:
        case Statement():
            return _statement(fact, held, nth)
        case Confirmation():
            return _any_same(held.of(Confirmation, lambda h: h.state == fact.state and may_be_same(h.said, fact.said)))
        case StatusClaim():
            return _status_claim(fact, held)
        case RollCall():
            return _roll_call(fact, held)
        case Attendance():
            return _attendance(fact, held)
        case Report():
            return _any_same(held.of(Report, lambda h: _same_report(h, fact)))
        case Practice():
            return _any_same(held.of(Practice, lambda h: _same_practice(h, fact)))
        case Activity():
            return _any_same(held.of(Activity, lambda h: _same_activity(h, fact)))
        case TreatyAction():
            return _treaty_action(fact, held)
        case Occasion():
            return _occasion(fact, held)
    raise TypeError(f"{type(fact).__name__} is not compared")


def may_be_same(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates may be the same day, one given less precisely; an unknown one may be any."""
    if one is None or other is None:
        return True
    return one == other or one.narrowed_by(other) == other or other.narrowed_by(one) == one


def _any_same(found: Sequence[Evidence[Any]]) -> Comparison:
    return Comparison(Verdict.SAME, tuple(found)) if found else Comparison(Verdict.NEW)


def _statement(fact: Statement, held: Holdings, nth: int) -> Comparison:
    under = held.of(Statement, lambda h: h.state == fact.state and same_words(h.citation, fact.citation))
    if fact.text_kind is TextKind.SUMMARY:
        same = [evidence for evidence in under if same_words(evidence.fact.summary, fact.summary)]
        return _any_same(same)
    same = [evidence for evidence in under if evidence.fact.text and same_words(evidence.fact.text, fact.text)]
    if same:
        return Comparison(Verdict.SAME, tuple(same))
    under.sort(key=lambda evidence: evidence.fact.place)
    if len(under) < nth:
        return Comparison(Verdict.NEW)
    counterpart = under[nth - 1]
    if counterpart.fact.text:
        return Comparison(Verdict.CONFLICT, (counterpart,))
    completed = replace(
        counterpart.fact,
        text=fact.text,
        text_kind=fact.text_kind,
        language=fact.language,
        place=fact.place,
        anchor_prefix=fact.anchor_prefix,
        anchor_suffix=fact.anchor_suffix,
        page=fact.page,
    )
    return Comparison(Verdict.COMPLETES, (counterpart,), completed)


def _status_claim(fact: StatusClaim, held: Holdings) -> Comparison:
    same = held.of(
        StatusClaim,
        lambda h: h.state == fact.state and h.standing is fact.standing and may_be_same(h.listed, fact.listed),
    )
    standing = held.standings.get(fact.state)
    if same or standing is None:
        return _any_same(same)
    agrees = {
        ClaimedStanding.PARTY: standing.has_joined,
        ClaimedStanding.SIGNATORY: standing is Standing.SIGNATORY,
        ClaimedStanding.NONE: standing in (Standing.NON_SIGNATORY, Standing.WITHDRAWN),
    }
    return Comparison(Verdict.SAME if agrees[fact.standing] else Verdict.CONFLICT)


def _treaty_action(fact: TreatyAction, held: Holdings) -> Comparison:
    """An action of the same kind on another day contradicts, as does another instrument of consent than the one held.

    A State that left may join again: what was done before a withdrawal and after it does not contradict.
    """
    about = held.of(TreatyAction, lambda h: h.state == fact.state)
    alike = [one for one in about if _is_alike(one.fact, fact)]
    same = [one for one in alike if one.fact.kind is fact.kind and _same_days(one.fact, fact)]
    if same or not alike:
        return _any_same(same)
    if any(one.fact.kind is TreatyActionKind.WITHDRAWAL for one in about) and fact.kind.expresses_consent:
        return Comparison(Verdict.NEW, tuple(alike))
    has_effect = fact.kind not in STEPS
    return Comparison(Verdict.CONFLICT if has_effect else Verdict.NEW, tuple(alike))


def _is_alike(held: TreatyAction, fact: TreatyAction) -> bool:
    both_consent = held.kind.expresses_consent and fact.kind.expresses_consent
    return both_consent or (held.kind is fact.kind and held.about == fact.about)


def _same_days(held: TreatyAction, fact: TreatyAction) -> bool:
    return (
        may_be_same(held.deposited, fact.deposited)
        and may_be_same(held.effective, fact.effective)
        and may_be_same(held.announced, fact.announced)
        and may_be_same(held.decided, fact.decided)
    )


def _occasion(fact: Occasion, held: Holdings) -> Comparison:
    named = held.of(Occasion, lambda h: h.name == fact.name and h.kind is fact.kind)
    same = [
        one
        for one in named
        if may_be_same(one.fact.starts, fact.starts)
        and may_be_same(one.fact.ends, fact.ends)
        and (not fact.city or not one.fact.city or fact.city == one.fact.city)
    ]
    if same or not named:
        return _any_same(same)
    return Comparison(Verdict.CONFLICT, tuple(named))


def _roll_call(fact: RollCall, held: Holdings) -> Comparison:
    calls = held.of(RollCall, lambda h: h.body is fact.body and h.session == fact.session)
    if not fact.ballots:
        return _totals(fact, calls)
    verdicts = set(ballots_compared(fact, calls).values())
    if Verdict.CONFLICT in verdicts:
        return Comparison(Verdict.CONFLICT, tuple(calls))
    return Comparison(Verdict.NEW if Verdict.NEW in verdicts else Verdict.SAME, tuple(calls))


def ballots_compared(fact: RollCall, calls: Iterable[Evidence[RollCall]]) -> dict[str, Verdict]:
    """What each ballot of a roll call, by its State, is to the calls that are held of the same vote."""
    cast: dict[str, set[Ballot]] = {}
    for call in calls:
        for state, ballot in call.fact.ballots:
            cast.setdefault(state, set()).add(ballot)
    return {
        state: Verdict.NEW if state not in cast else Verdict.SAME if ballot in cast[state] else Verdict.CONFLICT
        for state, ballot in fact.ballots
    }


def _totals(fact: RollCall, calls: Sequence[Evidence[RollCall]]) -> Comparison:
    """Totals alone: the same where a call holds them; beside others of other States they are new, not contradicted."""

    def told(call: RollCall) -> tuple[int | None, ...]:
        return call.stated_in_favour, call.stated_against, call.stated_abstained

    return _any_same([one for one in calls if told(one.fact) == told(fact)])


def _attendance(fact: Attendance, held: Holdings) -> Comparison:
    about = held.of(Attendance, lambda h: h.state == fact.state)
    was_there = {ParticipationClaim.TOOK_PART, ParticipationClaim.LAST}

    def at(claims: Iterable[ParticipationClaim]) -> list[Evidence[Attendance]]:
        return [e for e in about if e.fact.claim in claims and e.fact.occasion == fact.occasion]

    def anywhere(claims: Iterable[ParticipationClaim]) -> list[Evidence[Attendance]]:
        return [e for e in about if e.fact.claim in claims]

    match fact.claim:
        case ParticipationClaim.TOOK_PART:
            same = at(was_there)
            against = at([ParticipationClaim.DID_NOT]) + anywhere([ParticipationClaim.NEVER])
        case ParticipationClaim.DID_NOT:
            same, against = at([ParticipationClaim.DID_NOT]), at(was_there)
        case ParticipationClaim.LAST:
            same = at(was_there)
            against = anywhere([ParticipationClaim.LAST, ParticipationClaim.NEVER])
        case ParticipationClaim.NEVER:
            same, against = anywhere([ParticipationClaim.NEVER]), anywhere(was_there)
    if same:
        return Comparison(Verdict.SAME, tuple(same))
    return Comparison(Verdict.CONFLICT, tuple(against)) if against else Comparison(Verdict.NEW)


def _same_report(held: Report, fact: Report) -> bool:
    if held.state != fact.state or held.report_state is not fact.report_state:
        return False
    if held.submitted is None and held.covers is None:
        return fact.submitted is None and fact.covers is None
    return may_be_same(held.submitted, fact.submitted) and may_be_same(held.covers, fact.covers)


def _same_practice(held: Practice, fact: Practice) -> bool:
    one, other = (replace(practice, summary="", statement="", scope="") for practice in (held, fact))
    return replace(one, claimed=other.claimed) == other and may_be_same(held.claimed, fact.claimed)


def _same_activity(held: Activity, fact: Activity) -> bool:
    """Alike in kind, day and addressees; a source may name fewer addressees than we hold."""
    if held.kind is not fact.kind or not may_be_same(held.on, fact.on):
        return False
    if fact.about_state and fact.about_state != held.about_state:
        return False
    named = set(fact.towards) <= set(held.towards) or held.towards_all_outside
    counted = fact.towards_count is None or held.towards_count in (None, fact.towards_count)
    answered = fact.by == held.by or not (len(fact.by) == 3 and len(held.by) == 3)
    return named and counted and answered
