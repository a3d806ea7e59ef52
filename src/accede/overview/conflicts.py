"""Where the records about a State contradict each other: both sides, each with its source. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from accede.evidence.rules import exclude_each_other
from accede.evidence.values import Practice, Report, RollCall
from accede.overview.attendance import Participation
from accede.overview.register import Register
from accede.overview.votes import ballot_conflicts
from accede.records.values import Evidence
from accede.register.contradictions import Topic, topic_of
from accede.register.values import TreatyAction
from accede.vocabulary.partial_date import PartialDate

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: the record, its source, what it says; `counts` marks the one that answers."""

    key: str
    source: str
    claim: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Records that contradict each other. `topic` is what a choice between them is recorded under."""

    topic: str
    about: str
    claims: tuple[Side, ...]


def action_conflicts(register: Register, topics: Iterable[Topic[TreatyAction]]) -> Iterator[Conflict]:
    """Treaty actions on whose days or kinds sources differ; one that lies ahead of the view's day is left out."""
    for topic in topics:
        if topic.contradict and any(_has_begun(register, side) for side in (topic.counts, *topic.contradict)):
            yield _conflict(topic, topic.counts.fact.kind.label, _dates)


def report_conflicts(topics: Iterable[Topic[Report]]) -> Iterator[Conflict]:
    """Reports on which sources differ."""
    for topic in topics:
        if topic.contradict:
            yield _conflict(topic, "transparency report", _report)


def practice_conflicts(topics: Iterable[Topic[Practice]], choices: Mapping[str, str]) -> Iterator[Conflict]:
    """Practices on which sources differ, or on which claims exclude each other; of such only what a person chose counts."""
    held = []
    for topic in topics:
        held.append(topic.counts)
        if topic.contradict:
            yield _conflict(topic, topic.counts.fact.kind.label, _practice)
    for one, other in combinations(held, 2):
        if exclude_each_other(one.fact, other.fact):
            both = " | ".join(sorted((topic_of(one.key), topic_of(other.key))))
            chosen = choices.get(both)
            sides = tuple(Side(each.key, each.source, _practice(each), each.key == chosen) for each in (one, other))
            yield Conflict(both, one.fact.kind.label, sides)


def vote_conflicts(topics: Iterable[Topic[RollCall]], iso3: str) -> Iterator[Conflict]:
    """Roll calls of which records give the State different ballots."""
    for topic in topics:
        for found in ballot_conflicts(topic, [iso3]):
            about = f"{topic.counts.fact.body.label}, session {topic.counts.fact.session}"
            sides = tuple(
                Side(key, source, ballot.label, counts=key == topic.counts.key) for key, source, ballot in found.claims
            )
            yield Conflict(topic_of(topic.counts.key), about, sides)


def attendance_conflicts(found: Participation, choices: Mapping[str, str]) -> Iterator[Conflict]:
    """Occasions, and last or any participation, on which records differ."""
    counting = {each.key: each.fact.occasion for each in (*found.attended.values(), *found.absent.values())}
    shown_by = found.shown_by.key if found.shown_by else ""
    for conflict in found.conflicts:
        chosen = choices.get(conflict.topic)
        is_chosen = chosen in {claim.key for claim in conflict.claims}
        sides = tuple(
            Side(
                claim.key,
                claim.source,
                f"{claim.claim.label}: {claim.occasion}" if claim.occasion else claim.claim.label,
                counts=claim.key == chosen
                if is_chosen
                else claim.key == shown_by or counting.get(claim.key) == conflict.occasion,
            )
            for claim in conflict.claims
        )
        yield Conflict(conflict.topic, f"attendance, {conflict.occasion}", sides)


def _conflict(topic: Topic[F], about: str, say: Callable[[Evidence[F]], str]) -> Conflict:
    records = [(topic.counts, True), *((other, False) for other in topic.contradict)]
    sides = tuple(Side(record.key, record.source, say(record), counts) for record, counts in records)
    return Conflict(topic_of(topic.counts.key), about, sides)


def _has_begun(register: Register, action: Evidence[TreatyAction]) -> bool:
    days = (action.fact.deposited, action.fact.effective)
    return any(day is not None and (day.earliest is None or day.earliest <= register.view.as_of) for day in days)


def _dates(action: Evidence[TreatyAction]) -> str:
    fact = action.fact
    return _told((("deposited", fact.deposited), ("effective", fact.effective)), fact.kind.label)


def _report(report: Evidence[Report]) -> str:
    fact = report.fact
    return _told((("submitted", fact.submitted), ("covers", fact.covers)), fact.report_state.label)


def _practice(practice: Evidence[Practice]) -> str:
    fact = practice.fact
    return f"{fact.kind.label}: {fact.claim.label} ({fact.claimant}, {fact.claimed.wording()})"


def _told(days: Iterable[tuple[str, PartialDate | None]], otherwise: str) -> str:
    return ", ".join(f"{word} {day.wording()}" for word, day in days if day is not None) or otherwise
