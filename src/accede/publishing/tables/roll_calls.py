"""Votes on the treaty's yearly resolution: totals stated beside totals counted. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from accede.overview.votes import ballots, roll_calls
from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.ballots import Ballot, Body


class RollCallRow(Row, frozen=True, kw_only=True):
    """A roll call as one source tells it."""

    treaty: Annotated[str, says("Key of the treaty.")]
    body: Annotated[Body, says("first-committee or plenary: two votes on the same text, which differ.")]
    session: Annotated[int, says("Session of the General Assembly.")]
    resolution: Annotated[str | None, says("Symbol of the resolution.")]
    draft: Annotated[str | None, says("Symbol of the draft.")]
    title: Annotated[str | None, says("Title of the text.")]
    voted: Annotated[Day, says("Day of the vote.")]
    is_complete: Annotated[bool, says("Whether the source lists every Member.")]
    stated_in_favour: Annotated[int | None, says("Votes in favour that the source states.")]
    stated_against: Annotated[int | None, says("Votes against that the source states.")]
    stated_abstained: Annotated[int | None, says("Abstentions that the source states.")]
    stated_not_present: Annotated[int | None, says("Members not present that the source states.")]
    counted_in_favour: Annotated[int, says("Votes in favour, counted by us from the ballots of this source.")]
    counted_against: Annotated[int, says("Votes against, counted by us.")]
    counted_abstained: Annotated[int, says("Abstentions, counted by us.")]
    counted_not_present: Annotated[int, says("Members of which the record says that they were not present.")]
    counted_not_recorded: Annotated[int, says("Members of which it is not recorded how they voted.")]
    counted_not_a_member: Annotated[int, says("States that could join the treaty and were no Members then.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    note: Annotated[str | None, says("What else must be known, such as whose totals these are.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[RollCallRow]:
    """The roll calls held by the day, in the order of days."""
    for each, bearing in borne(roll_calls(register)):
        fact = each.fact
        counted = Counter(ballots(register, fact).values())
        yield RollCallRow(
            key=each.key,
            treaty=fact.treaty,
            body=fact.body,
            session=fact.session,
            resolution=word(fact.symbol),
            draft=word(fact.draft),
            title=word(fact.title),
            voted=known_day(fact.voted),
            is_complete=fact.is_complete,
            stated_in_favour=fact.stated_in_favour,
            stated_against=fact.stated_against,
            stated_abstained=fact.stated_abstained,
            stated_not_present=fact.stated_not_present,
            counted_in_favour=counted[Ballot.IN_FAVOUR],
            counted_against=counted[Ballot.AGAINST],
            counted_abstained=counted[Ballot.ABSTAINED],
            counted_not_present=counted[Ballot.NOT_PRESENT],
            counted_not_recorded=counted[Ballot.NOT_RECORDED],
            counted_not_a_member=counted[Ballot.NOT_A_MEMBER],
            bearing=bearing,
            note=word(fact.note),
            source=provenance(register, each),
        )


TABLE = Table(
    name="roll_calls",
    title="Roll calls",
    description=(
        "Votes on the treaty's yearly resolution in the First Committee and in the plenary, with the totals that the source "
        "states beside those counted from its ballots."
    ),
    row=RollCallRow,
    rows=rows,
    dated="voted",
)
