"""What the rows of all tables are made of: a sourced row, a partial date, where a value comes from. Pure."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from msgspec import Meta, Struct

from accede.overview.register import Register
from accede.records.values import Evidence
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import SourceGrade, SourceKind


def says(description: str) -> Meta:
    """The sentence of a field in the data dictionary, the JSON Schema and the OpenAPI document."""
    return Meta(description=description)


class Row(Struct, frozen=True, kw_only=True):
    """A record as it is published. Nothing goes out but the fields that a row names."""

    key: Annotated[str, says("Stable key of the record.")]


class Day(Struct, frozen=True):
    """A date as precise as its source gave it; never filled up to 1 January."""

    edtf: Annotated[str, says("The date as EDTF: 2018-08-21, 2018-08, 2018, 2007-03-25/2007-03-27, ../2010.")]
    earliest: Annotated[date | None, says("The first day it may mean; null where it is open.")]
    latest: Annotated[date | None, says("The last day it may mean; null where it is open.")]


class Provenance(Struct, frozen=True, kw_only=True):
    """Where a record comes from and how we know it."""

    key: Annotated[str | None, says("Key of the source in the table `sources`; null where the source is not public.")]
    title: Annotated[str | None, says("Title of the source.")]
    symbol: Annotated[str | None, says("Document symbol of the source, where it has one.")]
    kind: Annotated[SourceKind | None, says("What kind of document the source is.")]
    grade: Annotated[SourceGrade | None, says("How near the source is to the fact, from depositary to press.")]
    passage: Annotated[str | None, says("Where in the source the passage stands.")]
    said_on: Annotated[
        Day | None,
        says("When the source says it: the day of the statement or claim, else the day until which the source speaks."),
    ]
    recorded_on: Annotated[date | None, says("The day on which the register recorded this version (UTC).")]


class Bearing(Labelled):
    """What a record is among all records of the same fact."""

    COUNTS = "counts", "the record that answers"
    AGREES = "agrees", "another source that says the same"
    CONTRADICTS = "contradicts", "another source that says otherwise"


def day(given: PartialDate | None) -> Day | None:
    """A partial date as rows carry it."""
    return None if given is None else known_day(given)


def known_day(given: PartialDate) -> Day:
    """The same where there is one."""
    return Day(given.edtf, given.earliest, given.latest)


def word(given: str) -> str | None:
    """A text, or null where none is held."""
    return given or None


def provenance(register: Register, held: Evidence[Any], said_on: PartialDate | None = None) -> Provenance:
    """Where a record comes from. Of a source that is not public nothing is told."""
    source = register.sources.get(held.source)
    recorded_on = held.recorded_at.date()
    if source is None:
        return Provenance(
            key=None,
            title=None,
            symbol=None,
            kind=None,
            grade=None,
            passage=None,
            said_on=day(said_on),
            recorded_on=recorded_on,
        )
    return Provenance(
        key=held.source,
        title=source.title,
        symbol=word(source.symbol),
        kind=source.kind,
        grade=source.grade,
        passage=word(held.locator),
        said_on=day(said_on or source.information_as_of or source.issued),
        recorded_on=recorded_on,
    )
