"""What is claimed about practices by a day. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from accede.evidence.rules import newest_by
from accede.evidence.values import Practice
from accede.overview.register import Register
from accede.overview.statements import said_days
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.vocabulary.partial_date import PartialDate


def practices(register: Register, *, on: date | None = None) -> tuple[Topic[Practice], ...]:
    """The claims made by the day (default: the view's), newest first.

    A claim made in a statement was made on the days of that statement, where they are known better.
    """
    days = said_days(register)
    held = (_dated(each, days) for each in register.of_sources(register.practices))
    told = [each for each in held if register.has_happened(each.fact.claimed, each.source, on=on)]
    found = register.topics(told)
    return tuple(sorted(found, key=lambda topic: (-newest_by(topic.counts.fact.claimed).toordinal(), topic.counts.key)))


def _dated(practice: Evidence[Practice], days: Mapping[str, PartialDate]) -> Evidence[Practice]:
    said_on = days.get(practice.fact.statement)
    if said_on is None:
        return practice
    return replace(practice, fact=replace(practice.fact, claimed=practice.fact.claimed.narrowed_by(said_on)))
