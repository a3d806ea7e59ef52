"""The documents and records that everything else is taken from. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.publishing.followed import followed
from accede.publishing.register import PublicRegister
from accede.publishing.tables.row import Day, Row, day, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.sources import SourceGrade, SourceKind


class SourceRow(Row, frozen=True, kw_only=True):
    """A source."""

    title: Annotated[str, says("Title as published; plain words for a page that has none.")]
    symbol: Annotated[str | None, says("Document symbol.")]
    publisher: Annotated[str | None, says("Who published it.")]
    kind: Annotated[SourceKind, says("What kind of document it is.")]
    grade: Annotated[SourceGrade, says("How near it is to the facts, from depositary to press.")]
    treaty: Annotated[str | None, says("Key of the treaty it belongs to.")]
    meeting: Annotated[str | None, says("Key of the meeting it belongs to.")]
    issued: Annotated[Day | None, says("Day of issue.")]
    information_as_of: Annotated[Day | None, says("The day until which it speaks.")]
    language: Annotated[str | None, says("ISO 639-1 key of its language.")]
    url: Annotated[str | None, says("Its address.")]
    via: Annotated[str | None, says("The copy or data set through which it reached us.")]
    note: Annotated[str | None, says("Known errors of the source.")]


def rows(register: PublicRegister) -> Iterator[SourceRow]:
    """The public sources by key."""
    for key, source in sorted(register.sources.items()):
        yield SourceRow(
            key=key,
            title=source.title,
            symbol=word(source.symbol),
            publisher=word(source.publisher),
            kind=source.kind,
            grade=source.grade,
            treaty=word(source.treaty),
            meeting=word(source.occasion),
            issued=day(source.issued),
            information_as_of=day(source.information_as_of),
            language=word(source.language),
            url=word(followed(source.url)),
            via=word(source.via),
            note=word(source.note),
        )


TABLE = Table(
    name="sources",
    title="Sources",
    description="The public documents, pages and data sets that the other tables are taken from.",
    row=SourceRow,
    rows=rows,
    dated="issued",
)
