"""How each State is recorded in each roll call. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from accede.overview.ballot_history import held_votes
from accede.overview.votes import BallotConflict, ballot_conflicts
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Provenance, Row, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.ballots import Ballot, Body


class BallotTold(Struct, frozen=True, kw_only=True):
    """What another record of the roll call says."""

    roll_call: Annotated[str, says("Key of that record.")]
    source: Annotated[str | None, says("Key of its source.")]
    ballot: Annotated[Ballot, says("How it records the State.")]


class BallotRow(Row, frozen=True, kw_only=True):
    """The ballot of a State."""

    key: Annotated[str, says("Key of the roll call and of the State.")]
    treaty: Annotated[str, says("Key of the treaty.")]
    roll_call: Annotated[str, says("Key of the roll call.")]
    body: Annotated[Body, says("first-committee or plenary.")]
    session: Annotated[int, says("Session of the General Assembly.")]
    resolution: Annotated[str | None, says("Symbol of the resolution, or of its draft.")]
    voted: Annotated[Day, says("Day of the vote.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    ballot: Annotated[
        Ballot,
        says(
            "in_favour, against, abstained; not_present where the record says so; not_recorded where it does not tell; "
            "not_a_member where the State was no Member of the United Nations then."
        ),
    ]
    others: Annotated[tuple[BallotTold, ...], says("Every side, where records of the roll call contradict each other.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[BallotRow]:
    """The ballots by roll call, in the order of days, and by name of State in English."""
    for vote in held_votes(register):
        record, fact = vote.topic.counts, vote.call
        against = {each.iso3: each for each in ballot_conflicts(vote.topic, vote.ballots)}
        voted, source = known_day(fact.voted), provenance(register, record)
        for iso3, ballot in vote.ballots.items():
            yield BallotRow(
                key=f"{record.key}/{iso3}",
                treaty=fact.treaty,
                roll_call=record.key,
                body=fact.body,
                session=fact.session,
                resolution=word(fact.symbol or fact.draft),
                voted=voted,
                state=iso3,
                state_name=state_name(iso3),
                ballot=ballot,
                others=_others(register, against.get(iso3)),
                source=source,
            )


def _others(register: PublicRegister, found: BallotConflict | None) -> tuple[BallotTold, ...]:
    claims = found.claims if found else ()
    return tuple(
        BallotTold(roll_call=key, source=source if source in register.sources else None, ballot=ballot)
        for key, source, ballot in claims
    )


TABLE = Table(
    name="ballots",
    title="Ballots",
    description="How each State is recorded in each roll call. Not present, not recorded and not a Member are three things.",
    row=BallotRow,
    rows=rows,
    dated="voted",
)
