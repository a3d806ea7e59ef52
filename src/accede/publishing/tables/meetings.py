"""Meetings of the treaty and other occasions on which States spoke and voted. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.occasions import days_of, key_of
from accede.publishing.register import PublicRegister
from accede.publishing.tables.row import Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind
from accede.vocabulary.partial_date import Timing


class MeetingRow(Row, frozen=True, kw_only=True):
    """An occasion."""

    key: Annotated[str, says("Key by which other tables name it: 16MSP, 3RC, IM2018, UNGA60/C1.")]
    treaty: Annotated[str | None, says("Key of the treaty whose meeting it is; null for other forums.")]
    kind: Annotated[OccasionKind, says("MSP, RC, IM, SC, signing, unga or forum.")]
    number: Annotated[int | None, says("Its number in the series.")]
    name: Annotated[str, says("How it is cited.")]
    title: Annotated[str | None, says("Its title.")]
    days: Annotated[Day | None, says("Its days; null where its first or last day is not held.")]
    starts: Annotated[Day | None, says("Its first day.")]
    ends: Annotated[Day | None, says("Its last day.")]
    timing: Annotated[
        Timing | None,
        says("Whether it had begun by the day asked for: happened, uncertain or not_yet; null: not held."),
    ]
    counts: Annotated[bool, says("Whether it counts for last participation by the treaty's rule.")]
    city: Annotated[str | None, says("City.")]
    country: Annotated[str | None, says("ISO 3166-1 alpha-3 key of the country.")]
    presidency: Annotated[str | None, says("ISO 3166-1 alpha-3 key of the presiding State.")]
    president: Annotated[str | None, says("Name of the President.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[MeetingRow]:
    """All occasions in the order of days; those whose days are not held come first."""
    counted = register.treaty.counted_meetings
    for each in sorted(register.occasions, key=_order):
        fact = each.fact
        yield MeetingRow(
            key=key_of(each) if fact.treaty in ("", register.treaty.key) else each.key,
            treaty=word(fact.treaty),
            kind=fact.kind,
            number=fact.number,
            name=fact.name,
            title=word(fact.title),
            days=day(days_of(fact)),
            starts=day(fact.starts),
            ends=day(fact.ends),
            timing=fact.starts.timing(register.view.as_of) if fact.starts else None,
            counts=fact.treaty == register.treaty.key and fact.kind in counted,
            city=word(fact.city),
            country=word(fact.country),
            presidency=word(fact.presidency),
            president=word(fact.president),
            note=word(fact.note),
            source=provenance(register, each),
        )


def _order(held: Evidence[Occasion]) -> tuple[str, str]:
    starts = held.fact.starts
    return (starts.counts_from.isoformat() if starts else ""), held.key


TABLE = Table(
    name="meetings",
    title="Meetings",
    description="Meetings of the treaty, sessions of the General Assembly and other forums, those ahead among them.",
    row=MeetingRow,
    rows=rows,
    dated="starts",
)
