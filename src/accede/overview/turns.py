"""What changed of one State from the beginning to the view's day: its standing, and its votes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accede.overview.changes import BallotChange, StandingChange, standing_changes
from accede.overview.items import VoteItem
from accede.overview.register import Register
from accede.vocabulary.ballots import Ballot, Body

Turn = StandingChange | BallotChange


def turns(register: Register, iso3: str, votes: Iterable[VoteItem]) -> tuple[Turn, ...]:
    """Everything that changed, newest first; `votes` are the State's own, newest first as its dossier has them."""
    own = replace(register, actions=tuple(each for each in register.actions if each.fact.state == iso3))
    found: list[Turn] = [*standing_changes(own, date.min), *ballot_changes(votes)]
    return tuple(sorted(found, key=lambda turn: turn.on.counts_from, reverse=True))


def ballot_changes(votes: Iterable[VoteItem]) -> tuple[BallotChange, ...]:
    """The votes of one State that are recorded otherwise than the one before of the same body, oldest first.

    Where one of the two does not record it, nothing is known to have changed.
    """
    before: dict[Body, VoteItem] = {}
    found = []
    for vote in reversed(list(votes)):
        last = before.get(vote.body)
        if last and last.ballot is not vote.ballot and Ballot.NOT_RECORDED not in (last.ballot, vote.ballot):
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
