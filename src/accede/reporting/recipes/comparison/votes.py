"""Votes that changed from one roll call to the next of the same body."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.values import RollCall
from accede.overview.ballot_history import BallotChange
from accede.overview.votes import roll_calls
from accede.overview.votes import votes as roll_call_of
from accede.paper.tree import Cell, Figure, Inline, Paragraph, Row, Section, Table
from accede.records.values import Evidence
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Part, Pen, listed, words
from accede.vocabulary.ballots import Body

BODIES = {Body.FIRST_COMMITTEE: "First Committee", Body.PLENARY: "Plenary"}


def votes(compared: Compared, pen: Pen) -> Iterator[Section]:
    """The roll calls of the time, and a table of those outside that are recorded otherwise than before."""
    register, after = compared.now.register, compared.before.day
    calls = [topic.counts for topic in roll_calls(register)]
    before = [each for each in calls if register.has_happened(each.fact.voted, each.source, on=after)]
    # The plenary votes on what the First Committee sends it: once it has voted, the First Committee had before it.
    over = {each.fact.session for each in before if each.fact.body is Body.PLENARY}
    held = [
        each
        for each in calls
        if each not in before and not (each.fact.body is Body.FIRST_COMMITTEE and each.fact.session in over)
    ]
    heading = words("Votes")
    if not held:
        told = "The register holds no roll call on the yearly resolution in this time."
        yield Section("", heading, (pen.paragraph(told),))
        return
    names = [_named(compared, call) for call in held]
    parts: list[Part] = ["Roll calls held of this time: ", listed(names), "."]
    outside = set(compared.spoken_of)
    sessions = {(each.fact.body, each.fact.session) for each in held}
    changed = [
        each for each in compared.changes.votes if each.iso3 in outside and (each.body, each.session) in sessions
    ]
    if not changed:
        parts.append(" No State outside is recorded otherwise than the last time in the same body.")
        yield Section("", heading, (pen.paragraph(*parts),))
        return
    parts.append(" Recorded otherwise than the last time that the State is recorded in the same body:")
    header = Row(tuple(Cell((Paragraph(words(text)),)) for text in ("State", "Body", "Before", "Now")))
    rows = tuple(_row(compared, each) for each in changed)
    table = Table("plain", words("Changed votes of States outside"), (header,), rows, (34, 22, 22, 22))
    yield Section("", heading, (pen.paragraph(*parts), table))


def _named(compared: Compared, call: Evidence[RollCall]) -> tuple[Inline, ...]:
    """ "Plenary, 4 December 2017 (A/RES/72/53)"."""
    fact = call.fact
    symbol = roll_call_of(compared.now.register, fact.body, fact.session).answer.resolution
    told = Figure(fact.voted.wording(), (call.key,))
    return words(f"{BODIES[fact.body]}, ", told, f" ({symbol})" if symbol else "")


def _row(compared: Compared, change: BallotChange) -> Row:
    before, now = change.evidence
    cells = (
        words(compared.now.in_table(change.iso3)),
        words(BODIES[change.body]),
        (Figure(f"{change.before.label} (session {change.session_before})", (before,)),),
        (Figure(f"{change.after.label} (session {change.session})", (now,)),),
    )
    return Row(tuple(Cell((Paragraph(cell),)) for cell in cells), change.iso3)
