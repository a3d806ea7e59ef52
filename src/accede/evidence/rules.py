"""What evidence tells: which question it answers, how old it is, whether two claims exclude each other. Pure."""

from datetime import date

from accede.evidence.values import Code, Practice, Statement
from accede.register.rules import months_after
from accede.vocabulary.partial_date import PartialDate, Precision
from accede.vocabulary.practices import Actor, Claim, PracticeKind, Question
from accede.vocabulary.statements import CodeKind, Position, Step, TextKind

_DAYS_IN_A_YEAR = 365.2425

_OF_STEP = {
    Step.MORATORIUM: Question.MORATORIUM,
    Step.NEVER_USED: Question.USE,
    Step.USE_CEASED: Question.USE,
    Step.NEVER_PRODUCED: Question.PRODUCTION,
    Step.PRODUCTION_CEASED: Question.PRODUCTION,
    Step.NEVER_EXPORTED: Question.TRANSFER,
    Step.STOCKPILE_DECLARED: Question.STOCKPILE,
    Step.NO_STOCKPILE: Question.STOCKPILE,
    Step.STOCKPILE_DESTROYED: Question.STOCKPILE,
    Step.STOCKPILE_NOT_TOLD: Question.STOCKPILE,
    Step.RETAINS_FOR_TRAINING: Question.STOCKPILE,
}
_QUESTION_OF_STEP = {str(step): question for step, question in _OF_STEP.items()}
_OF_PRACTICE = {
    PracticeKind.USE: Question.USE,
    PracticeKind.PRODUCTION: Question.PRODUCTION,
    PracticeKind.EXPORT: Question.TRANSFER,
    PracticeKind.IMPORT: Question.TRANSFER,
    PracticeKind.TRANSFER: Question.TRANSFER,
    PracticeKind.STOCKPILE: Question.STOCKPILE,
    PracticeKind.RETENTION: Question.STOCKPILE,
    PracticeKind.DESTRUCTION: Question.STOCKPILE,
    PracticeKind.MORATORIUM: Question.MORATORIUM,
}
_ACCEPTS_AIMS = frozenset(
    {
        Position.COMMITTED_TO_ACCEDE,
        Position.STRATEGIC_OBJECTIVE,
        Position.ADHERES_IN_PRACTICE,
        Position.SUPPORTS_NORMS,
        Position.SUPPORTS_AIMS,
        Position.SUPPORTS_HUMANITARIAN_OBJECTIVES,
    }
)
_OF_POLICY = frozenset(
    {
        Position.COMMITTED_TO_ACCEDE,
        Position.STRATEGIC_OBJECTIVE,
        Position.STEP_BY_STEP,
        Position.CONSIDERING,
        Position.DOES_NOT_EXCLUDE,
        Position.ADHERES_IN_PRACTICE,
        Position.POLICY_UNCHANGED,
    }
)
_BROADER = {PracticeKind.EXPORT: PracticeKind.TRANSFER, PracticeKind.IMPORT: PracticeKind.TRANSFER}


def question_of_code(code: Code) -> Question | None:
    """The question that a code of a statement answers; a position and a step such as clearance answer none."""
    match code.kind:
        case CodeKind.CIRCUMSTANCE | CodeKind.CONDITION:
            return Question.REASONS
        case CodeKind.STEP:
            return _QUESTION_OF_STEP.get(code.code)
        case CodeKind.POSITION:
            return None


def question_of_practice(practice: Practice) -> Question | None:
    """The question that a claim about a practice is about."""
    return _OF_PRACTICE.get(practice.kind)


def is_own_claim(practice: Practice) -> bool:
    """Whether a State speaks of its own practice; a claim by somebody else is no official information of the State."""
    return practice.claimant == practice.state and practice.actor is Actor.STATE


def accepts_aims(position: Position) -> bool:
    """Whether who states a position accepts the aims or norms of a treaty: by support, adherence or commitment.

    To consider accession, not to exclude it or to go step by step is no acceptance by itself.
    """
    return position in _ACCEPTS_AIMS


def is_of_policy(position: Position) -> bool:
    """Whether a position tells what a State does or means to do, and so ends with the policy it stands in."""
    return position in _OF_POLICY


def ends_policy(practice: Practice) -> bool:
    """Whether a State declares that the policy it had stated before has ended."""
    return practice.kind is PracticeKind.POLICY and practice.claim is Claim.CEASED and is_own_claim(practice)


def ends_positions_of(practice: Practice, said: PartialDate) -> bool:
    """Whether a claim ends the policy in what its State said on these days: the end came after all of them."""
    ended = practice.since or practice.claimed
    if not ends_policy(practice) or ended.earliest is None or said.latest is None:
        return False
    return said.latest < ended.earliest


def exclude_each_other(one: Practice, other: Practice) -> bool:
    """Whether two claims cannot both hold: somebody says yes and somebody else says no, of the same State's practice.

    A State that says no after having said yes has changed, and contradicts nobody but itself on the same day. Claims about
    different times (production in 2007, none in 2011) exclude nothing, whoever makes them.
    """
    if one.actor is not Actor.STATE or other.actor is not Actor.STATE or one.state != other.state:
        return False
    is_same_kind = one.kind is other.kind or _covers(one.kind, other.kind) or _covers(other.kind, one.kind)
    is_at_odds = {one.claim, other.claim} == {Claim.HAS, Claim.HAS_NOT}
    is_at_one_time = one.claimant != other.claimant or one.claimed == other.claimed
    return is_same_kind and is_at_odds and is_at_one_time and not _are_of_different_times(one, other)


def age_years(day: date, on: date) -> float:
    """Years from one day to another, to one decimal place, never rounded up."""
    return int((on - day).days / _DAYS_IN_A_YEAR * 10) / 10


def newest_by(day: PartialDate) -> date:
    """The day by which evidence is put in order, newest first: its latest day, as it counts.

    Of one day known only to lie between two, the first: it is not called newer than what is surely later than that.
    """
    return day.earliest if day.precision is Precision.BETWEEN and day.earliest else day.counts_from


def is_older_than(years: int, day: date, on: date) -> bool:
    """Whether more than so many years have passed since a day."""
    return day < months_after(on, -12 * years)


def has_words(statement: Statement) -> bool:
    """Whether the words of the source are held, and not our summary alone."""
    return statement.text_kind is not TextKind.SUMMARY and bool(statement.text)


def _are_of_different_times(one: Practice, other: Practice) -> bool:
    """Whether the time that one claim is about surely ends before that of the other begins."""
    first, second = sorted((_time_of(one), _time_of(other)), key=lambda time: time[0] or date.min)
    return first[1] is not None and second[0] is not None and first[1] < second[0]


def _time_of(practice: Practice) -> tuple[date | None, date | None]:
    """From when and until when a claim says that it is so; None where it sets no bound.

    A claim without an end reaches to the day it was made, as nobody can tell of what comes later.
    """
    until = practice.until or practice.claimed
    return (practice.since.earliest if practice.since else None), until.latest


def _covers(broad: PracticeKind, narrow: PracticeKind) -> bool:
    return _BROADER.get(narrow) is broad
