"""Votes and participation as one picture: a column a year, a row a body or kind of meeting."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.values import RollCall
from accede.overview.votes import ballot_of, roll_calls
from accede.paper.tree import Cell, Figure, Paragraph, Row, Section, Table
from accede.records.values import Evidence
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.matter import Keys
from accede.reporting.recipes.prose import words
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import OccasionKind

MARKS = {
    Ballot.IN_FAVOUR: "+",
    Ballot.AGAINST: "×",
    Ballot.ABSTAINED: "○",
    Ballot.NOT_PRESENT: "–",
    Ballot.NOT_RECORDED: "·",
    Ballot.NOT_A_MEMBER: "",
}
TOOK_PART, STAYED_AWAY = "√", "–"
BODIES = {Body.FIRST_COMMITTEE: "First Committee", Body.PLENARY: "Plenary"}
MEETINGS = {
    "MSP, Review Conf.": (OccasionKind.MSP, OccasionKind.RC),
    "Other meetings": (OccasionKind.IM, OccasionKind.SC, OccasionKind.SIGNING),
}
LEGEND = (
    "Votes on the yearly resolution: + in favour, × against, ○ abstained, – not present, · no vote recorded. Meetings: "
    "√ took part, – did not. Empty: no record is held, there was no such vote or meeting, or it was no Member then."
)

Marks = dict[int, tuple[str, Keys]]
"""What stands in each year, with its evidence."""


def record(briefed: Briefed) -> Iterator[Section]:
    """The table, from the first year with a record on."""
    lines = {name: _votes(briefed, body) for body, name in BODIES.items()}
    lines |= {name: _meetings(briefed, kinds) for name, kinds in MEETINGS.items()}
    years = sorted(year for marks in lines.values() for year in marks)
    heading = words("How it votes and takes part")
    if not years:
        yield Section("", heading, (Paragraph(words("No vote and no participation of it is recorded.")),))
        return
    columns = range(years[0], briefed.matter.as_of.year + 1)
    header = Row((Cell(), *(Cell((Paragraph(words(f"{year % 100:02}")),)) for year in columns)))
    rows = tuple(_row(name, marks, columns) for name, marks in lines.items())
    table = Table(
        "matrix", words(f"{columns[0]} to {columns[-1]}, by year"), (header,), rows, (7.0, *(1.0 for _ in columns))
    )
    yield Section("", heading, (table, Paragraph(words(LEGEND), kind="note")))


def _row(name: str, marks: Marks, columns: range) -> Row:
    cells = [Cell((Paragraph(words(name)),))]
    for year in columns:
        mark, keys = marks.get(year, ("", ()))
        cells.append(Cell((Paragraph((Figure(mark, keys),)),) if mark else (), keys))
    return Row(tuple(cells))


def _votes(briefed: Briefed, body: Body) -> Marks:
    state = briefed.register.state(briefed.iso3).fact
    found: Marks = {}
    for topic in roll_calls(briefed.register):
        call: Evidence[RollCall] = topic.counts
        cast = dict(call.fact.ballots)
        ballot = ballot_of(state, call.fact, cast) if call.fact.body is body and state.iso3 in cast else None
        if ballot is not None and MARKS[ballot]:
            found[call.fact.voted.counts_from.year] = (MARKS[ballot], (call.key,))
    return found


def _meetings(briefed: Briefed, kinds: tuple[OccasionKind, ...]) -> Marks:
    """By year: it took part in one at least; else it did not in any that is recorded."""
    seen = briefed.dossier.participation
    found: Marks = {}
    for held in briefed.matter.meetings.held:
        key = held.key.removeprefix(f"{held.fact.treaty}/")
        if held.fact.kind not in kinds or held.fact.starts is None:
            continue
        year = held.fact.starts.counts_from.year
        mark, keys = found.get(year, ("", ()))
        if key in seen.attended:
            found[year] = (TOOK_PART, (*(keys if mark == TOOK_PART else ()), seen.attended[key].key))
        elif key in seen.absent and mark != TOOK_PART:
            found[year] = (STAYED_AWAY, (*keys, seen.absent[key].key))
    return found
