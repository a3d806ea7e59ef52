"""What the register can count of a time: who joined and left, voted in favour, took part, reported, spoke, answered. Pure.

These are figures of the register, not the indicators of any plan: those are in the plan's text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.activities.values import Activity
from accede.evidence.values import RollCall
from accede.overview.changes import Happening, changes
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.statements import confirmations
from accede.overview.votes import ballots, roll_calls
from accede.records.values import Evidence
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.reports import ReportDuty, ReportState


class IndicatorKind(Labelled):
    """What is counted, in the order of reports."""

    JOINED = "joined", "States that deposited an instrument"
    LEFT = "left", "States whose withdrawal took effect"
    IN_FAVOUR_FIRST = "in_favour_first", "States then outside that voted in favour, first plenary vote"
    IN_FAVOUR_LAST = "in_favour_last", "States then outside that voted in favour, last plenary vote"
    TOOK_PART = "took_part", "States outside recorded at one or more meetings"
    REPORTED = "reported", "States outside that submitted a voluntary report"
    SPOKE = "spoke", "States outside that made an official statement"
    ANSWERED = "answered", "States outside that answered a letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A count of States, each with the evidence for it. `on` is the day it is about, where it is about one."""

    kind: IndicatorKind
    states: Mapping[str, tuple[str, ...]]
    on: PartialDate | None = None

    @property
    def number(self) -> int:
        """How many States."""
        return len(self.states)

    @property
    def evidence(self) -> tuple[str, ...]:
        """Everything it rests on, each once."""
        return tuple(dict.fromkeys(key for keys in self.states.values() for key in keys))


def indicators(register: Register, after: date, until: date) -> tuple[Indicator, ...]:
    """The figures of the time after the one day, up to the end of the other; a vote that is not held is left out."""
    found = changes(register, after.isoformat(), until.isoformat())
    held = standings(register, on=until)
    apart = frozenset(outside(held))
    standing = {
        kind: _grouped((each.iso3, each.evidence) for each in found.standing if each.what is what)
        for kind, what in (
            (IndicatorKind.JOINED, Happening.DEPOSITED),
            (IndicatorKind.LEFT, Happening.WITHDRAWAL_IN_EFFECT),
        )
    }
    told = {
        IndicatorKind.TOOK_PART: ((each.iso3, each.evidence) for each in found.attendance),
        IndicatorKind.REPORTED: (
            (each.iso3, each.evidence)
            for each in found.reports
            if each.duty is ReportDuty.VOLUNTARY and each.report_state is ReportState.SUBMITTED
        ),
        IndicatorKind.SPOKE: ((each.iso3, each.evidence) for each in found.statements),
        IndicatorKind.ANSWERED: _answers(register, after, until),
    }
    counted = {kind: _grouped((iso3, key) for iso3, key in pairs if iso3 in apart) for kind, pairs in told.items()}
    whole = {kind: Indicator(kind=kind, states=states) for kind, states in (standing | counted).items()}
    votes = _in_favour(register, after, until)
    return tuple((whole | votes)[kind] for kind in IndicatorKind if kind in whole or kind in votes)


def _answers(register: Register, after: date, until: date) -> Iterable[tuple[str, str]]:
    """Replies to letters, and confirmations that answer one."""
    replies: list[Evidence[Activity]] = [
        each
        for each in register.counting(register.of_sources(register.activities))
        if each.fact.kind is ActivityKind.REPLY
    ]
    for each in replies:
        if register.is_between(each.fact.on, each.source, after, until):
            yield each.fact.by, each.key
    for confirmation in confirmations(register, on=until):
        if confirmation.fact.reply_to and register.is_between(
            confirmation.fact.said, confirmation.source, after, until
        ):
            yield confirmation.fact.state, confirmation.key


def _in_favour(register: Register, after: date, until: date) -> dict[IndicatorKind, Indicator]:
    """Of the first and the last plenary vote of the time with ballots, the States outside on its day that were in favour."""
    held = [
        topic.counts
        for topic in roll_calls(register, on=until)
        if topic.counts.fact.body is Body.PLENARY
        and topic.counts.fact.ballots
        and not register.has_happened(topic.counts.fact.voted, topic.counts.source, on=after)
    ]
    if not held:
        return {}
    ends = {IndicatorKind.IN_FAVOUR_FIRST: held[0], IndicatorKind.IN_FAVOUR_LAST: held[-1]}
    return {
        kind: Indicator(kind=kind, states=_those_in_favour(register, call), on=call.fact.voted)
        for kind, call in ends.items()
        if kind is IndicatorKind.IN_FAVOUR_FIRST or len(held) > 1
    }


def _those_in_favour(register: Register, call: Evidence[RollCall]) -> dict[str, tuple[str, ...]]:
    then = standings(register, on=call.fact.voted.counts_from)
    cast = ballots(register, call.fact)
    return {iso3: (call.key,) for iso3 in outside(then) if cast.get(iso3) is Ballot.IN_FAVOUR}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for iso3, key in pairs:
        found[iso3] = (*found.get(iso3, ()), key)
    return found
