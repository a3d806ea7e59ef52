"""Transparency reports: submitted on and year covered are two facts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.reports import day_of, is_told
from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.reports import ReportDuty, ReportState


class ReportRow(Row, frozen=True, kw_only=True):
    """A transparency report. A year without a row is not recorded, not missing."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    report_state: Annotated[ReportState, says("submitted, or not_submitted by the day of the source.")]
    duty: Annotated[ReportDuty, says("Why it is made: voluntary, initial or annual.")]
    submitted: Annotated[Day | None, says("When it was submitted; null where that is not held.")]
    covers: Annotated[Day | None, says("The time it covers; null where that is not held.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[ReportRow]:
    """The reports that sources had told of by the day, in the order of days."""
    told = [each for each in borne(register.topics(register.reports)) if is_told(register, each[0])]
    for record, bearing in sorted(told, key=lambda each: (day_of(each[0].fact), each[0].key)):
        fact = record.fact
        yield ReportRow(
            key=record.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            report_state=fact.report_state,
            duty=fact.duty,
            submitted=day(fact.submitted),
            covers=day(fact.covers),
            bearing=bearing,
            note=word(fact.note),
            source=provenance(register, record),
        )


TABLE = Table(
    name="reports",
    title="Reports",
    description="Transparency reports of States, obligatory and voluntary. A year without a row is not recorded.",
    row=ReportRow,
    rows=rows,
    dated="submitted",
)
