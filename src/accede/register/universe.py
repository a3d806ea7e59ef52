"""Which States there are to join a treaty on a day. Pure."""

from collections.abc import Iterable
from datetime import date

from accede.records.values import Evidence
from accede.register.values import State
from accede.vocabulary.partial_date import PartialDate


def universe(states: Iterable[Evidence[State]], on: date) -> tuple[str, ...]:
    """The ISO alpha-3 keys of the States that may join a treaty open to all States on a day (197 today), sorted.

    Keys of former States are none of them: what those did stands under the State that goes on.
    """
    return tuple(sorted(each.fact.iso3 for each in states if is_in_universe(each.fact, on)))


def is_in_universe(state: State, on: date) -> bool:
    """Whether a State is one of those that may join on a day. A partial date counts from its latest day."""
    return state.kind != "former" and _has_begun(state.since, on) and not _has_ended(state.until, on)


def is_un_member(state: State, on: date) -> bool:
    """Whether a State is a Member of the United Nations on a day."""
    return (
        state.un_member_since is not None
        and state.un_member_since.counts_from <= on
        and not _has_ended(state.until, on)
    )


def _has_begun(since: PartialDate | None, on: date) -> bool:
    return since is None or since.counts_from <= on


def _has_ended(until: PartialDate | None, on: date) -> bool:
    return until is not None and until.counts_from < on
