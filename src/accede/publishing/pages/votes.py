"""Votes: how the States outside voted, year by year and body by body, and who voted otherwise than the last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from accede.overview.ballot_history import HeldVote, held_votes
from accede.overview.standings import outside, standings
from accede.publishing.asked import Asked
from accede.publishing.pages.citing import Citing, SourceLine
from accede.publishing.pages.kind import PageKind
from accede.publishing.roll_call import CAST, address_of, counted, name_of, outcome, result, text_of
from accede.publishing.wording import day, named, when
from accede.reporting.pictures.matrix import Matrix
from accede.reporting.pictures.votes_matrix import votes_matrix
from accede.vocabulary.ballots import Ballot, Body


@dataclass(frozen=True, slots=True)
class Turned:
    """States that went one way from a vote to the next; `year` is that of the earlier vote."""

    before: str
    after: str
    year: str
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OfBody:
    """The votes of a body: the matrix, the last one (`last` names it, `result` sums it up), and who changed in it."""

    key: str
    label: str
    matrix: Matrix
    last: str
    address: str
    result: str
    source: str
    turned: tuple[Turned, ...]


@dataclass(frozen=True, slots=True)
class VotesPage:
    """Everything the template prints. `outside` says how those outside voted in the last plenary vote."""

    title: str
    opening: str
    outside: str
    bodies: tuple[OfBody, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> VotesPage:
    """The votes held by a day; the plenary first, whose result is the one that is known."""
    register = asked.register
    cite = Citing(register, register.roll_calls)
    held = {body: [vote for vote in held_votes(register) if vote.call.body is body] for body in reversed(Body)}
    return VotesPage(
        title=gettext("Votes"),
        opening=_opening(asked, held[Body.PLENARY]),
        outside=_outside(asked, held[Body.PLENARY]),
        bodies=tuple(_of_body(asked, body, votes, cite) for body, votes in held.items() if votes),
        sources=cite.listed(),
    )


def _opening(asked: Asked, held: Sequence[HeldVote]) -> str:
    if not held:
        return gettext("No plenary vote on the Convention is held, as of %(day)s.") % {"day": day(asked.as_of)}
    vote = held[-1]
    return gettext("The last plenary vote, of %(voted)s on %(text)s: %(result)s, as of %(day)s.") % {
        "voted": when(vote.call.voted),
        "text": text_of(vote.call),
        "result": outcome(vote.call, vote.ballots.values()),
        "day": day(asked.as_of),
    }


def _outside(asked: Asked, held: Sequence[HeldVote]) -> str:
    if not held:
        return ""
    states = outside(standings(asked.register))
    number = counted(held[-1].ballots.get(iso3, Ballot.NOT_A_MEMBER) for iso3 in states)
    also = [ballot for ballot in Ballot if ballot not in CAST]
    return gettext("Of the %(number)s States outside: %(result)s.") % {
        "number": len(states),
        "result": result(number, also=also),
    }


def _of_body(asked: Asked, body: Body, held: Sequence[HeldVote], cite: Citing) -> OfBody:
    addresses = {vote.topic.counts.key: address_of(asked, body, vote.call.session) for vote in held}
    last = held[-1]
    return OfBody(
        key=str(body),
        label=gettext(body.label),
        matrix=votes_matrix(
            asked.register,
            body,
            address=asked.state,
            roll_call_address=addresses.__getitem__,
            name=f"votes-{body}",
        ),
        last=name_of(last.call),
        address=address_of(asked, body, last.call.session),
        result=outcome(last.call, last.ballots.values()),
        source=cite.number(last.topic.counts.source, last.topic.counts.key),
        turned=turned(last),
    )


def turned(vote: HeldVote) -> tuple[Turned, ...]:
    """Who is recorded otherwise than the last time, by the way it went."""
    ways: dict[tuple[Ballot, Ballot, str], list[str]] = {}
    for change in vote.changes():
        year = str(vote.before[change.iso3].call.fact.voted.counts_from.year)
        ways.setdefault((change.before, change.after, year), []).append(change.iso3)
    return tuple(
        Turned(
            gettext(before.label),
            gettext(after.label),
            year,
            named(states),
        )
        for (before, after, year), states in ways.items()
    )


PAGE = PageKind(name="votes", route="votes/", make=make, menu=gettext_noop("Votes"))
