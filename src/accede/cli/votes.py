"""accede votes: one roll call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, among_option, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.vocabulary.ballots import Ballot, Body

if TYPE_CHECKING:
    from accede.overview.votes import VotesFound

JSON = (
    'With --json: {"resolution", "body", "session", "on", "stated":{BALLOT:N}, "counts":{"in_favour", "against", '
    '"abstained", "not_present", "not_recorded", "not_a_member"}, "in_favour":[ISO3], "against":[], '
    '"abstained":[], "not_present":[], "not_recorded":[], "not_a_member":[]}'
)


@click.command(name="votes", epilog=JSON)
@click.option(
    "--body", required=True, type=click.Choice([str(body) for body in Body]), help="Where the text was put to the vote."
)
@click.option(
    "--session", required=True, type=click.IntRange(1, 999), metavar="N", help="The session of the General Assembly."
)
@among_option("all")
@answer_options
def command(asked: Asked, body: str, session: int, among: str) -> None:
    """One roll call: what the source states, what the ballots come to, and who cast them."""
    open_for(asked)
    from accede.overview.votes import votes_of

    found = votes_of(asked.treaty, asked.view(), Body(body), session, among)
    print_json(found.answer) if asked.as_json else print_text(_text(found, among))


def _text(found: VotesFound, among: str) -> Iterator[str]:
    from accede.overview.standings import name_of

    answer = found.answer
    whom = "States outside" if among == "outside" else "States"
    counts = [(ballot, getattr(answer, str(ballot))) for ballot in Ballot]
    came_to = ", ".join(f"{len(states)} {ballot.label}" for ballot, states in counts if states)
    yield f"{whom} in the vote on {answer.resolution}: {came_to or 'none'}."
    yield f"{answer.body.label}, session {answer.session}, {answer.on.wording()}. Source: {found.evidence.source}."
    if answer.stated:
        stated = ", ".join(f"{total} {Ballot(ballot).label}" for ballot, total in answer.stated.items())
        yield f"The source states for all: {stated}."
    for ballot, states in counts:
        if states:
            yield ""
            yield f"{ballot.label.capitalize()} ({len(states)})"
            yield from wrapped("; ".join(map(name_of, states)))
    for conflict in found.conflicts:
        sides = "; ".join(f"{source}: {ballot.label}" for _, source, ballot in conflict.claims)
        yield ""
        yield from wrapped(f"Contradiction: {name_of(conflict.iso3)} ({sides}).", "")
