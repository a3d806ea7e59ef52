"""All contradictions of a treaty's records: what sources say against each other, whichever States it is about. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accede.evidence.values import RollCall
from accede.overview.attendance import participation
from accede.overview.conflicts import (
    Conflict,
    action_conflicts,
    attendance_conflicts,
    practice_conflicts,
    report_conflicts,
)
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.overview.reports import report_topics
from accede.overview.votes import ballot_conflicts, ballots, roll_calls
from accede.records.values import Evidence
from accede.register.contradictions import Topic, differing, topic_of
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Claimed:
    """One side: the record, what it says, whether it answers. Of a roll call `ballots` are those of the States in question."""

    record: Evidence[Any]
    says: str
    counts: bool
    ballots: tuple[tuple[str, Ballot], ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Records that contradict each other about these States. `topic` is what a choice between them is recorded under."""

    topic: str
    about: str
    states: tuple[str, ...]
    sides: tuple[Claimed, ...]


def contradictions(register: Register) -> tuple[Contradiction, ...]:
    """Every contradiction by the view's day: about standing, practices, votes, attendance, reports, and all else."""
    return tuple(_contradictions(register))


def _contradictions(register: Register) -> Iterator[Contradiction]:
    actions = _by_key(register.actions)
    yield from (_of(each, actions) for each in action_conflicts(register, register.topics(register.actions)))
    yield from _of_practices(register)
    for topic in roll_calls(register):
        yield from _of_votes(register, topic)
    attended = _by_key(register.attendance)
    for iso3 in sorted({each.fact.state for each in register.attendance}):
        found = attendance_conflicts(participation(register, iso3), register.choices)
        yield from (_of(each, attended) for each in found)
    reports = _by_key(register.reports)
    yield from (_of(each, reports) for each in report_conflicts(report_topics(register)))
    others: tuple[Iterable[Evidence[Any]], ...] = (
        register.confirmations,
        register.activities,
        register.status_claims,
        register.other_claims,
        register.occasions,
    )
    for evidence in others:
        yield from _of_others(register, evidence)


def _of_practices(register: Register) -> Iterator[Contradiction]:
    by_state: dict[str, list[Topic[Any]]] = {}
    for topic in practices(register):
        by_state.setdefault(topic.counts.fact.state, []).append(topic)
    held = _by_key(register.practices)
    for state in sorted(by_state):
        yield from (_of(each, held) for each in practice_conflicts(by_state[state], register.choices))


def _of_votes(register: Register, topic: Topic[RollCall]) -> Iterator[Contradiction]:
    found = ballot_conflicts(topic, ballots(register, topic.counts.fact))
    if not found:
        return
    cast: dict[str, list[tuple[str, Ballot]]] = {}
    for conflict in found:
        for key, _, ballot in conflict.claims:
            cast.setdefault(key, []).append((conflict.iso3, ballot))
    records = [each for each in (topic.counts, *topic.agree, *topic.contradict) if each.key in cast]
    yield Contradiction(
        topic_of(topic.counts.key),
        f"{topic.counts.fact.body.label}, session {topic.counts.fact.session}",
        tuple(conflict.iso3 for conflict in found),
        tuple(Claimed(each, "", each is topic.counts, tuple(cast[each.key])) for each in records),
    )


def _of_others(register: Register, evidence: Iterable[Evidence[Any]]) -> Iterator[Contradiction]:
    for topic in register.topics(evidence):
        if not topic.contradict:
            continue
        records = (topic.counts, *topic.contradict)
        states = dict.fromkeys(state for each in records if (state := getattr(each.fact, "state", "")))
        yield Contradiction(
            topic_of(topic.counts.key),
            topic_of(topic.counts.key),
            tuple(states),
            tuple(Claimed(each, _differing(each, topic), each is topic.counts) for each in records),
        )


def _differing(record: Evidence[Any], topic: Topic[Any]) -> str:
    """What a record says in the fields in which the records differ."""
    names = dict.fromkeys(name for other in topic.contradict for name in differing(topic.counts.fact, other.fact))
    return ", ".join(f"{name.replace('_', ' ')}: {_told(getattr(record.fact, name))}" for name in names)


def _told(value: Any) -> str:
    match value:
        case None | "" | ():
            return "not told"
        case PartialDate():
            return value.wording()
        case Labelled():
            return value.label
        case tuple():
            return " ".join(map(str, value))
    return str(value)


def _of(conflict: Conflict, records: Mapping[str, Evidence[Any]]) -> Contradiction:
    held = [(records[side.key], side) for side in conflict.claims]
    states = dict.fromkeys(record.fact.state for record, _ in held)
    return Contradiction(
        conflict.topic,
        conflict.about,
        tuple(states),
        tuple(Claimed(record, side.claim, side.counts) for record, side in held),
    )


def _by_key(evidence: Iterable[Evidence[Any]]) -> dict[str, Evidence[Any]]:
    return {each.key: each for each in evidence}
