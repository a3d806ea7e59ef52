"""Which of several records of one fact counts, and which contradict it. Both sides are kept (DESIGN section 1). Pure.

Records of one fact from several sources have one topic: their key up to `~`, after which a further source is named.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from accede.records.values import Evidence
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
    grade; unknown ranks last), then the record without `~`, then the order of keys.
    """
    grouped: dict[str, list[Evidence[F]]] = {}
    for each in evidence:
        grouped.setdefault(topic_of(each.key), []).append(each)
    return tuple(_settle(records, grades, choices) for records in grouped.values())


def contradicts(one: Any, other: Any) -> bool:
    """Whether two facts of one kind give different values where both give one; silence contradicts nothing."""
    return any(
        _is_given(ours) and _is_given(theirs) and ours != theirs
        for field in dataclasses.fields(one)
        if field.name not in _REMARKS
        for ours, theirs in [(getattr(one, field.name), getattr(other, field.name))]
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
    counts, *others = by_rank(records, grades, choices)
    against = tuple(other for other in others if contradicts(counts.fact, other.fact))
    return Topic(counts, tuple(other for other in others if other not in against), against)


def _is_given(value: Any) -> bool:
    return value is not None and value != "" and value != ()
