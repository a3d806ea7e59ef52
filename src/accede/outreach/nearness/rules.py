"""The ladder of nearness: which evidence reaches which rung, what undoes it, what speaks against it. Pure.

A rung is reached by something on record and by nothing else; silence neither reaches nor undoes one. A rung is lost when
evidence that is newer says otherwise, or when a day that was given has passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.vocabulary.ballots import Ballot
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, PracticeKind
from accede.vocabulary.statements import Position, Step
from accede.vocabulary.treaty_actions import CONSENT, TreatyActionKind

DAYS_OF_A_YEAR = 365.2425


class Rung(Labelled):
    """From far to near. Each is a thing that a State says or does, and none says that the ones before are reached."""

    SPEAKS = "speaks", "has made a statement about the treaty"
    ATTENDS = "attends", "has taken part in a meeting"
    SUPPORTS = "supports", "supports the aims, the humanitarian objectives or the norms"
    VOTES_FOR = "votes_for", "votes for the yearly resolution"
    NO_TRANSFER = "no_transfer", "says that it does not transfer or export"
    NO_PRODUCTION = "no_production", "says that it does not produce"
    NO_USE = "no_use", "says that it does not use"
    NO_STOCKPILE = "no_stockpile", "says that it has no stockpile, or destroys it"
    ADHERES = "adheres", "says that it adheres in practice"
    MORATORIUM = "moratorium", "has a moratorium"
    REPORTS = "reports", "has submitted a voluntary report"
    PROMISED = "promised", "has promised something by a day"
    OPEN = "open", "considers joining or does not exclude it"
    STEPS = "steps", "goes towards joining step by step, or has it as an objective"
    COMMITTED = "committed", "has committed itself to joining"
    DAY_NAMED = "day_named", "has named a day for joining or a step towards it"
    PROCEDURE = "procedure", "has begun its domestic procedure"
    SIGNED = "signed", "has signed"


class RungStanding(Labelled):
    """How a State stands on a rung on a day."""

    REACHED = "reached", "reached"
    LOST = "lost", "reached and lost"
    NOT_REACHED = "not_reached", "nothing on record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Something on record that bears on nearness: `sign` says what it shows; `record` is the kind of the record.

    `until` is a day that was given for it: of a moratorium its end, of a promise or a target the day by which.
    """

    sign: str
    on: PartialDate
    key: str
    record: str
    source: str
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RungRule:
    """The signs that reach a rung, those that undo it when they are newer, and those that only speak against it."""

    reached_by: frozenset[str]
    undone_by: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRung:
    """A rung of one State on a day: by what it is (or was) reached, how old that is, by what it was lost, what speaks against it.

    `by` is the newest evidence that reaches it, `also` the others, newest first. A rung that was lost because a day had passed
    is `undone_by` the evidence that named the day.
    """

    rung: Rung
    standing: RungStanding
    by: Trace | None = None
    also: tuple[Trace, ...] = ()
    undone_by: Trace | None = None
    against: tuple[Trace, ...] = ()
    age_years: float | None = None


SPOKE = "statement"
TOOK_PART = "attendance/took_part"
WAS_ABSENT = "attendance/did_not"
REPORTED = "report/voluntary"
PROMISED = "promise/open"
KEPT = "promise/kept"


def position(code: str) -> str:
    """The sign of a position read in a statement."""
    return f"position/{code}"


def step(code: str) -> str:
    """The sign of a step read in a statement."""
    return f"step/{code}"


def vote(ballot: Ballot) -> str:
    """The sign of a ballot on the yearly resolution."""
    return f"vote/{ballot}"


def own(kind: PracticeKind, claim: Claim) -> str:
    """The sign of what a State itself says of its practice."""
    return f"own/{kind}/{claim}"


def claimed(kind: PracticeKind, claim: Claim) -> str:
    """The sign of what others say of a State's practice."""
    return f"claimed/{kind}/{claim}"


def done(kind: TreatyActionKind, about: str = "") -> str:
    """The sign of a treaty action; `about` says of a step without legal effect what it is a step to."""
    return f"action/{kind}/{about}"


_TO_JOIN = sorted(CONSENT)
_DECIDED = frozenset(done(TreatyActionKind.DECISION, kind) for kind in _TO_JOIN)
_ANNOUNCED = frozenset(done(TreatyActionKind.ANNOUNCEMENT, kind) for kind in _TO_JOIN)
_LEAVING = frozenset(
    {
        done(TreatyActionKind.WITHDRAWAL),
        done(TreatyActionKind.DECISION, TreatyActionKind.WITHDRAWAL),
        done(TreatyActionKind.ANNOUNCEMENT, TreatyActionKind.WITHDRAWAL),
        done(TreatyActionKind.SUSPENSION),
        *(done(TreatyActionKind.SUSPENSION, kind) for kind in _TO_JOIN),
    }
)
_OPPOSED = frozenset({position(Position.OPPOSED)})
_ELSEWHERE = frozenset({position(Position.PREFERS_OTHER_FORUM)})


def _says_not(*kinds: PracticeKind) -> frozenset[str]:
    return frozenset(own(kind, claim) for kind in kinds for claim in (Claim.HAS_NOT, Claim.CEASED))


def _says(*kinds: PracticeKind) -> frozenset[str]:
    return frozenset(own(kind, Claim.HAS) for kind in kinds)


def _others_say(*kinds: PracticeKind) -> frozenset[str]:
    return frozenset(claimed(kind, Claim.HAS) for kind in kinds)


_TRANSFERS = (PracticeKind.TRANSFER, PracticeKind.EXPORT)

LADDER: Mapping[Rung, RungRule] = {
    Rung.SPEAKS: RungRule(reached_by=frozenset({SPOKE}), against=_OPPOSED),
    Rung.ATTENDS: RungRule(reached_by=frozenset({TOOK_PART}), against=frozenset({WAS_ABSENT})),
    Rung.SUPPORTS: RungRule(
        reached_by=frozenset(
            position(each)
            for each in (Position.SUPPORTS_AIMS, Position.SUPPORTS_HUMANITARIAN_OBJECTIVES, Position.SUPPORTS_NORMS)
        ),
        undone_by=_OPPOSED,
        against=_LEAVING | _ELSEWHERE,
    ),
    Rung.VOTES_FOR: RungRule(
        reached_by=frozenset({vote(Ballot.IN_FAVOUR)}),
        undone_by=frozenset({vote(Ballot.AGAINST), vote(Ballot.ABSTAINED)}),
        against=frozenset({vote(Ballot.NOT_PRESENT)}),
    ),
    Rung.NO_TRANSFER: RungRule(
        reached_by=_says_not(*_TRANSFERS) | {step(Step.NEVER_EXPORTED)},
        undone_by=_says(*_TRANSFERS),
        against=_others_say(*_TRANSFERS),
    ),
    Rung.NO_PRODUCTION: RungRule(
        reached_by=_says_not(PracticeKind.PRODUCTION) | {step(Step.NEVER_PRODUCED), step(Step.PRODUCTION_CEASED)},
        undone_by=_says(PracticeKind.PRODUCTION),
        against=_others_say(PracticeKind.PRODUCTION),
    ),
    Rung.NO_USE: RungRule(
        reached_by=_says_not(PracticeKind.USE) | {step(Step.NEVER_USED), step(Step.USE_CEASED)},
        undone_by=_says(PracticeKind.USE),
        against=_others_say(PracticeKind.USE),
    ),
    Rung.NO_STOCKPILE: RungRule(
        reached_by=_says_not(PracticeKind.STOCKPILE)
        | {own(PracticeKind.DESTRUCTION, Claim.HAS), step(Step.NO_STOCKPILE), step(Step.STOCKPILE_DESTROYED)},
        undone_by=_says(PracticeKind.STOCKPILE) | {step(Step.STOCKPILE_DECLARED)},
        against=_others_say(PracticeKind.STOCKPILE)
        | {own(PracticeKind.STOCKPILE, Claim.NOT_TOLD), step(Step.STOCKPILE_NOT_TOLD)},
    ),
    Rung.ADHERES: RungRule(
        reached_by=frozenset({position(Position.ADHERES_IN_PRACTICE)}),
        undone_by=_says(PracticeKind.USE, PracticeKind.PRODUCTION, *_TRANSFERS),
        against=_others_say(PracticeKind.USE, PracticeKind.PRODUCTION, *_TRANSFERS) | _LEAVING,
    ),
    Rung.MORATORIUM: RungRule(
        reached_by=frozenset({own(PracticeKind.MORATORIUM, Claim.HAS), step(Step.MORATORIUM)}),
        undone_by=_says_not(PracticeKind.MORATORIUM),
        against=_others_say(*_TRANSFERS, PracticeKind.PRODUCTION, PracticeKind.USE),
    ),
    Rung.REPORTS: RungRule(reached_by=frozenset({REPORTED})),
    Rung.PROMISED: RungRule(reached_by=frozenset({PROMISED, KEPT})),
    Rung.OPEN: RungRule(
        reached_by=frozenset({position(Position.CONSIDERING), position(Position.DOES_NOT_EXCLUDE)}),
        undone_by=_OPPOSED | _LEAVING,
        against=_ELSEWHERE,
    ),
    Rung.STEPS: RungRule(
        reached_by=frozenset({position(Position.STEP_BY_STEP), position(Position.STRATEGIC_OBJECTIVE)}),
        undone_by=_OPPOSED | _LEAVING,
        against=_ELSEWHERE,
    ),
    Rung.COMMITTED: RungRule(
        reached_by=frozenset({position(Position.COMMITTED_TO_ACCEDE)}) | _ANNOUNCED,
        undone_by=_OPPOSED | _LEAVING,
        against=_ELSEWHERE,
    ),
    Rung.DAY_NAMED: RungRule(
        reached_by=frozenset({step(Step.TARGET_DATE)}),
        undone_by=_OPPOSED | _LEAVING,
    ),
    Rung.PROCEDURE: RungRule(reached_by=_DECIDED, undone_by=_OPPOSED | _LEAVING),
    Rung.SIGNED: RungRule(reached_by=frozenset({done(TreatyActionKind.SIGNATURE)}), undone_by=_LEAVING),
}
"""What reaches and undoes each rung. What others say of a State undoes nothing: claims stand side by side."""

ENDS_WITH_ITS_DAY = frozenset({Rung.MORATORIUM, Rung.PROMISED, Rung.DAY_NAMED})
"""Rungs that are lost when a day that was given for them has passed; a claim about a past year stays a claim."""


def steps(traces: Iterable[Trace], on: date) -> tuple[OnRung, ...]:
    """Every rung of one State on a day, from what had happened by then (the caller leaves out what had not)."""
    held = sorted(traces, key=_newest_first)
    return tuple(_step(rung, rule, held, on) for rung, rule in LADDER.items())


def reached(found: Iterable[OnRung]) -> tuple[Rung, ...]:
    """The rungs on which a State stands, from far to near: its score is their number, and nothing else."""
    return tuple(each.rung for each in found if each.standing is RungStanding.REACHED)


def _step(rung: Rung, rule: RungRule, held: list[Trace], on: date) -> OnRung:
    reaching = [each for each in held if each.sign in rule.reached_by]
    over = [each for each in reaching if rung in ENDS_WITH_ITS_DAY and _is_over(each, on)]
    live = [each for each in reaching if each not in over]
    if not reaching:
        return OnRung(
            rung=rung,
            standing=RungStanding.NOT_REACHED,
            against=tuple(each for each in held if each.sign in rule.undone_by | rule.against),
        )
    by = (live or reaching)[0]
    newer = [each for each in held if _first_day(each) > day_of(by)]
    undone = next((each for each in newer if each.sign in rule.undone_by), None) or (None if live else by)
    beside = [each for each in held if day_of(each) >= day_of(by)]
    return OnRung(
        rung=rung,
        standing=RungStanding.LOST if undone else RungStanding.REACHED,
        by=by,
        also=tuple(each for each in reaching if each is not by),
        undone_by=undone,
        against=tuple(each for each in beside if each.sign in rule.undone_by | rule.against and each is not undone),
        age_years=int((on - day_of(by)).days / DAYS_OF_A_YEAR * 10) / 10,
    )


def day_of(trace: Trace) -> date:
    """From when it counts: the last day on which it can have happened."""
    return trace.on.counts_from


def _first_day(trace: Trace) -> date:
    """The first day on which it can have happened: what may be older undoes nothing."""
    return trace.on.earliest or date.min


def _is_over(trace: Trace, on: date) -> bool:
    return trace.until is not None and trace.until.counts_from < on


def _newest_first(trace: Trace) -> tuple[int, str]:
    return -day_of(trace).toordinal(), trace.key
