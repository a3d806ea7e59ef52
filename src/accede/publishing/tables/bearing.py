"""All records of each fact, each with what it is among them: both sides of a contradiction are published. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from accede.publishing.tables.row import Bearing
from accede.records.values import Evidence
from accede.register.contradictions import Topic

F = TypeVar("F")


def borne(topics: Iterable[Topic[F]]) -> Iterator[tuple[Evidence[F], Bearing]]:
    """The records of the topics, in their order; of each topic the one that counts first."""
    for topic in topics:
        yield topic.counts, Bearing.COUNTS
        for each in topic.agree:
            yield each, Bearing.AGREES
        for each in topic.contradict:
            yield each, Bearing.CONTRADICTS
