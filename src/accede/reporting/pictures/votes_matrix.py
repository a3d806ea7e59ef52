"""How States voted on the treaty's yearly resolution, year by year, in one body."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext

from accede.evidence.values import RollCall
from accede.overview.ballot_history import held_votes
from accede.overview.register import Register
from accede.overview.standings import among, standings
from accede.records.values import Evidence
from accede.reporting.pictures.colouring import Address, nowhere
from accede.reporting.pictures.matrix import Column, Matrix, MatrixCell, MatrixRow
from accede.reporting.pictures.picture import LegendItem
from accede.reporting.pictures.wording import day, headed, names_by_key
from accede.vocabulary.ballots import Ballot, Body


def votes_matrix(
    register: Register,
    body: Body,
    who: str = "outside",
    *,
    address: Address = nowhere,
    roll_call_address: Address = nowhere,
    name: str = "votes",
) -> Matrix:
    """The roll calls held by the view's day, oldest first; `roll_call_address` gets the key of a roll call's evidence."""
    cast = {vote.topic.counts.key: vote.ballots for vote in held_votes(register) if vote.call.body is body}
    held = [vote.topic.counts for vote in held_votes(register) if vote.call.body is body]
    labels = {ballot: gettext(ballot.label) for ballot in Ballot}
    days = {each.key: day(each.fact.voted) for each in held}
    addresses = {each.key: roll_call_address(each.key) for each in held}
    names = names_by_key(among(standings(register), who))
    sentence, absent = gettext("%(state)s, %(day)s: %(ballot)s"), gettext("%(state)s was not there yet")

    def cell(key: str, iso3: str) -> MatrixCell:
        ballot = cast[key].get(iso3)
        if ballot is None:
            return MatrixCell("not_held", absent % {"state": names[iso3]})
        told = sentence % {"state": names[iso3], "day": days[key], "ballot": labels[ballot]}
        return MatrixCell(str(ballot), told, addresses[key])

    rows = tuple(
        MatrixRow(iso3, name, tuple(cell(each.key, iso3) for each in held), address(iso3))
        for iso3, name in names.items()
    )
    number = Counter(cell.kind for row in rows for cell in row.cells)
    return Matrix(
        name=name,
        title=gettext("Votes in the %(body)s, %(day)s")
        % {"body": gettext(body.label), "day": day(register.view.as_of)},
        description=gettext("%(states)s States by %(votes)s votes; each cell is the ballot of a State in a year.")
        % {"states": len(rows), "votes": len(held)},
        corner=gettext("State"),
        columns=tuple(_column(each, addresses[each.key]) for each in held),
        rows=rows,
        legend=tuple(
            LegendItem(str(one), label, number[str(one)]) for one, label in labels.items() if number[str(one)]
        ),
    )


def _column(each: Evidence[RollCall], address: str) -> Column:
    fact = each.fact
    year = str(fact.voted.counts_from.year)
    text = fact.symbol or fact.draft or gettext("draft resolution")
    return Column(year[2:], headed(year, text), address)
