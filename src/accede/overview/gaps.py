"""What is unknown or old of each State outside: when it last said, confirmed, was checked, and spoke to each question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from accede.evidence.rules import (
    age_years,
    is_older_than,
    is_own_claim,
    newest_by,
    question_of_code,
    question_of_practice,
)
from accede.evidence.values import Check, Confirmation, Practice
from accede.overview.load import Kind, load
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.standings import among, standings
from accede.overview.statements import Said, confirmations, said
from accede.records.values import Evidence, View
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Question

DEFAULT_YEARS = 5
NEEDS: tuple[Kind, ...] = ("occasions", "actions", "statements", "confirmations", "checks", "practices")


@dataclass(frozen=True, slots=True)
class Gap:
    """What we hold of one State outside, by its newest day; None where we hold nothing.

    `said_on` is the day of its last statement; `confirmed_on` of the last statement or confirmation, whichever is
    later; `checked_on` the last time we looked. `age_years` are the years since `said_on`, to one decimal, never
    rounded up. `none`: no statement at all. `questions` give the last day on which the State itself spoke to a
    question, if only to decline; what others claim about it is no official information.
    """

    iso3: str
    said_on: PartialDate | None
    confirmed_on: PartialDate | None
    checked_on: PartialDate | None
    age_years: float | None
    none: bool
    questions: Mapping[Question, PartialDate | None]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The answer of `gaps`. `none` States have made no statement; of `older` more the last one is older than asked."""

    states: tuple[Gap, ...]
    none: int
    older: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of one State, newest first."""

    statements: list[Said] = field(default_factory=list)
    confirmations: list[Evidence[Confirmation]] = field(default_factory=list)
    checks: list[Evidence[Check]] = field(default_factory=list)
    practices: list[Evidence[Practice]] = field(default_factory=list)

    @property
    def said_on(self) -> PartialDate | None:
        """The day of the last statement."""
        return self.statements[0].said_on if self.statements else None

    @property
    def confirmed_on(self) -> PartialDate | None:
        """The day of the last statement or confirmation, whichever is later."""
        return _newest([*(each.fact.said for each in self.confirmations), *([self.said_on] if self.said_on else [])])

    @property
    def checked_on(self) -> PartialDate | None:
        """The last time somebody looked for news of this State."""
        return _newest(each.fact.checked for each in self.checks)


def gaps_of(treaty: str, view: View, older_than: int = DEFAULT_YEARS, who: str = "outside") -> Gaps:
    """The gaps of the States outside on the view's day."""
    return gaps(load(view, treaty, *NEEDS), older_than, who)


def gaps(register: Register, older_than: int = DEFAULT_YEARS, who: str = "outside") -> Gaps:
    """The gaps; a statement is old when more than `older_than` years have passed since its latest possible day."""
    heard = heard_of(register)
    states = [(iso3, heard.get(iso3, Heard())) for iso3 in among(standings(register), who)]
    on = register.view.as_of
    return Gaps(
        states=tuple(_gap(register, iso3, found) for iso3, found in states),
        none=sum(found.said_on is None for _, found in states),
        older=sum(
            found.said_on is not None and is_older_than(older_than, found.said_on.counts_from, on)
            for _, found in states
        ),
    )


def gap(register: Register, iso3: str) -> Gap:
    """What we hold of one State, outside or not."""
    return _gap(register, iso3, heard_of(register).get(iso3, Heard()))


def is_old(gap: Gap, on: date, older_than: int = DEFAULT_YEARS) -> bool:
    """Whether on this day we hold no statement of the State, or only such as are older than so many years."""
    return gap.said_on is None or is_older_than(older_than, gap.said_on.counts_from, on)


def heard_of(register: Register) -> dict[str, Heard]:
    """What was heard of each State by the view's day."""
    return register.once(heard_of, lambda: _heard_of(register))


def _heard_of(register: Register) -> dict[str, Heard]:
    heard: dict[str, Heard] = {}
    for statement in said(register):
        heard.setdefault(statement.evidence.fact.state, Heard()).statements.append(statement)
    for confirmation in confirmations(register):
        heard.setdefault(confirmation.fact.state, Heard()).confirmations.append(confirmation)
    for check in register.counting(register.of_sources(register.checks)):
        if register.has_happened(check.fact.checked, check.source):
            heard.setdefault(check.fact.state, Heard()).checks.append(check)
    for topic in practices(register):
        heard.setdefault(topic.counts.fact.state, Heard()).practices.append(topic.counts)
    return heard


def _gap(register: Register, iso3: str, heard: Heard) -> Gap:
    said_on = heard.said_on
    return Gap(
        iso3=iso3,
        said_on=said_on,
        confirmed_on=heard.confirmed_on,
        checked_on=heard.checked_on,
        age_years=age_years(said_on.counts_from, register.view.as_of) if said_on else None,
        none=said_on is None,
        questions=_questions(heard),
    )


def _questions(heard: Heard) -> dict[Question, PartialDate | None]:
    spoken: dict[Question, list[PartialDate]] = {question: [] for question in Question}
    for statement in heard.statements:
        for code in statement.codes:
            question = question_of_code(code)
            if question is not None:
                spoken[question].append(statement.said_on)
    for practice in heard.practices:
        question = question_of_practice(practice.fact)
        if question is not None and is_own_claim(practice.fact):
            spoken[question].append(practice.fact.claimed)
    return {question: _newest(days) for question, days in spoken.items()}


def _newest(days: Iterable[PartialDate]) -> PartialDate | None:
    return max(days, key=newest_by, default=None)
