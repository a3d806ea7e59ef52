"""What changed of one State from the beginning to the view's day: its standing, and its votes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accede.overview.ballot_history import BallotChange
from accede.overview.changes import StandingChange, standing_changes
from accede.overview.items import VoteItem
from accede.overview.register import Register
from accede.vocabulary.ballots import Body

Turn = StandingChange | BallotChange


def turns(register: Register, iso3: str, votes: Iterable[VoteItem]) -> tuple[Turn, ...]:
    """Everything that changed, newest first; `votes` are the State's own, newest first as its dossier has them."""
    own = replace(register, actions=tuple(each for each in register.actions if each.fact.state == iso3))
    found: list[Turn] = [*standing_changes(own, date.min), *ballot_changes(votes)]
    return tuple(sorted(found, key=lambda turn: turn.on.counts_from, reverse=True))


def ballot_changes(votes: Iterable[VoteItem]) -> tuple[BallotChange, ...]:
    """The votes of one State (newest first) that are recorded otherwise than its last one before of the same body, oldest first."""
    before: dict[Body, VoteItem] = {}
    found = []
    for vote in reversed([vote for vote in votes if vote.ballot.is_recorded]):
        last = before.get(vote.body)
        if last and last.ballot is not vote.ballot:
            found.append(
                BallotChange(
                    iso3=vote.iso3,
                    body=vote.body,
                    session_before=last.session,
                    session=vote.session,
                    on=vote.on,
                    before=last.ballot,
                    after=vote.ballot,
                    evidence=(last.evidence, vote.evidence),
                )
            )
        before[vote.body] = vote
    return tuple(found)
