"""What sources say of States' part in meetings. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.evidence.values import Attendance
from accede.overview.occasions import Meetings, meetings
from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.records.values import Evidence
from accede.vocabulary.occasions import AttendanceBasis, ParticipationClaim


class AttendanceRow(Row, frozen=True, kw_only=True):
    """What a source says of a State at a meeting. A State without a row for a meeting is not recorded, not absent."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    meeting: Annotated[str | None, says("Key of the meeting; null where the source says that it has never taken part.")]
    held: Annotated[Day | None, says("First day of the meeting.")]
    claim: Annotated[
        ParticipationClaim,
        says("took_part; did_not (on a complete record); last: the last meeting it took part in; never: in none."),
    ]
    basis: Annotated[AttendanceBasis, says("What the record rests on: a list of participants, a table and so on.")]
    is_complete: Annotated[bool, says("Whether silence of that record means absence.")]
    was_invited: Annotated[bool | None, says("Whether it was invited; null: not told.")]
    was_registered: Annotated[bool | None, says("Whether it was registered; null: not told.")]
    spoke: Annotated[bool | None, says("Whether it took the floor; null: not told.")]
    mode: Annotated[str | None, says("In person, virtual or written, where it is told.")]
    capacity: Annotated[str | None, says("As what it took part, where it is told.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[AttendanceRow]:
    """The records about meetings that had begun by the day, in the order of meetings."""
    held = meetings(register)
    found = [
        (_place(held, record), record.key, record, bearing)
        for record, bearing in borne(register.topics(register.attendance))
        if record.fact.claim is ParticipationClaim.NEVER or record.fact.occasion in held
    ]
    for _, _, record, bearing in sorted(found, key=lambda each: each[:2]):
        fact = record.fact
        starts = held.held[held.place[fact.occasion]].fact.starts if fact.occasion in held else None
        yield AttendanceRow(
            key=record.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            meeting=word(fact.occasion),
            held=day(starts),
            claim=fact.claim,
            basis=fact.basis,
            is_complete=fact.basis.is_complete,
            was_invited=fact.was_invited,
            was_registered=fact.was_registered,
            spoke=fact.spoke,
            mode=word(fact.mode),
            capacity=word(fact.capacity),
            bearing=bearing,
            note=word(fact.note),
            source=provenance(register, record),
        )


def _place(held: Meetings, record: Evidence[Attendance]) -> int:
    return held.place.get(record.fact.occasion, -1)


TABLE = Table(
    name="attendance",
    title="Attendance",
    description=(
        "Who is recorded as having taken part in which meeting, and who not. A State without a row for a meeting is not "
        "recorded there: that is not an absence."
    ),
    row=AttendanceRow,
    rows=rows,
    dated="held",
)
