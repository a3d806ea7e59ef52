"""Which of several records of one fact counts, and which contradict it. Both sides are kept (DESIGN section 1). Pure.

Records of one fact from several sources have one topic: their key up to `~`, after which a further source is named.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from accede.records.values import Evidence
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade

F = TypeVar("F")

_GRADES = list(SourceGrade)
_REMARKS = frozenset({"note", "title", "summary", "text", "locator", "about", "is_complete"})
"""Fields in which two sources may differ without contradicting each other: how they put it, not what they say."""


@dataclass(frozen=True, slots=True)
class Topic(Generic[F]):
    """All records of one fact: the one that counts, those that say the same, those that say otherwise."""

    counts: Evidence[F]
    agree: tuple[Evidence[F], ...] = ()
    contradict: tuple[Evidence[F], ...] = ()


def topic_of(key: str) -> str:
    """The topic of an evidence key: the fact it is about, whoever says it."""
    return key.partition("~")[0]


def topics(
    evidence: Iterable[Evidence[F]],
    grades: Mapping[str, SourceGrade],
    choices: Mapping[str, str],
) -> tuple[Topic[F], ...]:
    """The evidence by topic, in its order.

    What a person chose counts (`choices`: topic to key); else the source nearest to the fact (`grades`: source key to
    grade; unknown ranks last), then the record without `~`, then the order of keys. A record that says the same and
    dates it more precisely counts before one that says it roughly.
    """
    grouped: dict[str, list[Evidence[F]]] = {}
    for each in evidence:
        grouped.setdefault(topic_of(each.key), []).append(each)
    return tuple(_settle(records, grades, choices) for records in grouped.values())


def contradicts(one: Any, other: Any) -> bool:
    """Whether two facts of one kind give different values where both give one; silence contradicts nothing.

    A date that lies within the other is the same said more precisely.
    """
    return bool(differing(one, other))


def differing(one: Any, other: Any) -> tuple[str, ...]:
    """The fields in which two facts of one kind contradict each other."""
    held = ((name, getattr(one, name), getattr(other, name)) for name in _fields(one))
    return tuple(
        name for name, ours, theirs in held if _is_given(ours) and _is_given(theirs) and not _agree(ours, theirs)
    )


def refines(one: Any, other: Any) -> bool:
    """Whether the first fact says all that the second says, and dates it more precisely."""
    if any(_is_given(theirs) and not _is_given(ours) for ours, theirs in _pairs(one, other)):
        return False
    dates = [(ours, theirs) for ours, theirs in _pairs(one, other) if isinstance(theirs, PartialDate)]
    return (
        not contradicts(one, other)
        and all(isinstance(ours, PartialDate) and _is_within(ours, theirs) for ours, theirs in dates)
        and any(_bounds(ours) != _bounds(theirs) for ours, theirs in dates)
    )


def by_rank(
    records: Iterable[Evidence[F]], grades: Mapping[str, SourceGrade], choices: Mapping[str, str]
) -> list[Evidence[F]]:
    """Records that are about one fact, the one that counts first (see `topics`)."""
    chosen = frozenset(choices.values())

    def rank(record: Evidence[F]) -> tuple[bool, int, bool, str]:
        grade = grades.get(record.source)
        place = _GRADES.index(grade) if grade is not None else len(_GRADES)
        return record.key not in chosen, place, "~" in record.key, record.key

    return sorted(records, key=rank)


def _settle(records: list[Evidence[F]], grades: Mapping[str, SourceGrade], choices: Mapping[str, str]) -> Topic[F]:
    if len(records) == 1:
        return Topic(records[0])
    topic = topic_of(records[0].key)
    chosen = {topic: choices[topic]} if topic in choices else {}
    ranked = by_rank(records, grades, chosen)
    counts = ranked[0]
    if counts.key not in chosen.values():
        for other in ranked[1:]:
            counts = other if refines(other.fact, counts.fact) else counts
    others = [other for other in ranked if other is not counts]
    against = tuple(other for other in others if contradicts(counts.fact, other.fact))
    return Topic(counts, tuple(other for other in others if other not in against), against)


def _pairs(one: Any, other: Any) -> list[tuple[Any, Any]]:
    """The values of two facts, field by field, without remarks."""
    return [(getattr(one, name), getattr(other, name)) for name in _fields(one)]


def _fields(fact: Any) -> list[str]:
    return [field.name for field in dataclasses.fields(fact) if field.name not in _REMARKS]


def _is_given(value: Any) -> bool:
    return value is not None and value != "" and value != ()


def _agree(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, PartialDate) and isinstance(theirs, PartialDate):
        return _is_within(ours, theirs) or _is_within(theirs, ours)
    return bool(ours == theirs)


def _is_within(inner: PartialDate, outer: PartialDate) -> bool:
    return _bounds(inner) == _bounds(outer) or outer.narrowed_by(inner) == inner


def _bounds(day: PartialDate) -> tuple[date | None, date | None]:
    return day.earliest, day.latest
