"""accede votes: one roll call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Number, among_option, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.vocabulary.ballots import Ballot, Body

if TYPE_CHECKING:
    from accede.overview.votes import Votes, VotesFound

JSON = (
    'With --json: {"resolution", "body", "session", "on", "stated":{BALLOT:N}, "counts":{"in_favour", "against", '
    '"abstained", "not_present", "not_recorded", "not_a_member"}, "in_favour":[ISO3], "against":[], '
    '"abstained":[], "not_present":[], "not_recorded":[], "not_a_member":[]}'
)


@click.command(name="votes", epilog=JSON)
@click.option(
    "--body", required=True, type=click.Choice([str(body) for body in Body]), help="Where the text was put to the vote."
)
@click.option("--session", required=True, type=Number(1, 999), metavar="N", help="The session of the General Assembly.")
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
    if not found.evidence.fact.ballots and answer.stated:
        yield f"Only totals are held: {_stated(answer)} ({found.evidence.source})."
        yield f"The vote was on {_text_of(answer)}: {answer.body.label}, session {answer.session}, {answer.on.wording()}."
        yield "Who cast which ballot is not recorded."
        return
    whom = "States outside" if among == "outside" else "States"
    counts = [(ballot, getattr(answer, str(ballot))) for ballot in Ballot]
    came_to = ", ".join(f"{len(states)} {ballot.label}" for ballot, states in counts if states)
    yield f"{whom} in the vote on {_text_of(answer)}: {came_to or 'none'}."
    yield f"{answer.body.label}, session {answer.session}, {answer.on.wording()}. Source: {found.evidence.source}."
    if answer.stated:
        yield f"The source states for all: {_stated(answer)}."
    for ballot, states in counts:
        if states:
            yield ""
            yield f"{ballot.label.capitalize()} ({len(states)})"
            yield from wrapped("; ".join(map(name_of, states)))
    for conflict in found.conflicts:
        sides = "; ".join(f"{source}: {ballot.label}" for _, source, ballot in conflict.claims)
        yield ""
        yield from wrapped(f"Contradiction: {name_of(conflict.iso3)} ({sides}).", "")


def _stated(answer: Votes) -> str:
    """The totals as the source states them: 154 in favour, 17 abstained."""
    return ", ".join(f"{total} {Ballot(ballot).label}" for ballot, total in answer.stated.items())


def _text_of(answer: Votes) -> str:
    """What was voted on; a text of which no symbol is held is called one."""
    return answer.resolution or "a text of which no symbol is held"
