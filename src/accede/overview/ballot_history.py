"""How each State voted the last time before: every roll call with its ballots, and what changed from vote to vote. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accede.evidence.values import RollCall
from accede.overview.register import Register
from accede.overview.votes import ballots, roll_calls
from accede.records.values import Evidence
from accede.register.contradictions import Topic
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotChange:
    """A State that is recorded otherwise than the last time that it is recorded in the same body; `evidence` are both roll calls.

    Votes between them that do not record it change nothing; `session_before` says which one it is compared with.
    """

    iso3: str
    body: Body
    session_before: int
    session: int
    on: PartialDate
    before: Ballot
    after: Ballot
    evidence: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """The last ballot that is recorded of a State before a roll call, in the same body."""

    call: Evidence[RollCall]
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class HeldVote:
    """A roll call with the ballots of all (in order of names) and, for each State, its last recorded ballot before."""

    topic: Topic[RollCall]
    ballots: Mapping[str, Ballot]
    before: Mapping[str, Before]

    @property
    def call(self) -> RollCall:
        """The record that counts."""
        return self.topic.counts.fact

    def changes(self) -> tuple[BallotChange, ...]:
        """The States that are recorded otherwise than the last time, in order of names."""
        return tuple(
            BallotChange(
                iso3=iso3,
                body=self.call.body,
                session_before=before.call.fact.session,
                session=self.call.session,
                on=self.call.voted,
                before=before.ballot,
                after=ballot,
                evidence=(before.call.key, self.topic.counts.key),
            )
            for iso3, ballot in self.ballots.items()
            if ballot.is_recorded and (before := self.before.get(iso3)) and before.ballot is not ballot
        )


def held_votes(register: Register) -> tuple[HeldVote, ...]:
    """Every roll call held by the view's day, in order of days."""
    return register.once(held_votes, lambda: _held_votes(register))


def _held_votes(register: Register) -> tuple[HeldVote, ...]:
    last: dict[Body, dict[str, Before]] = {body: {} for body in Body}
    found = []
    for topic in roll_calls(register):
        call = topic.counts
        cast, before = ballots(register, call.fact), last[call.fact.body]
        found.append(HeldVote(topic, cast, dict(before)))
        before.update({iso3: Before(call, ballot) for iso3, ballot in cast.items() if ballot.is_recorded})
    return tuple(found)
