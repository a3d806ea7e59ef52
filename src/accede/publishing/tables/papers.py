"""Sealed papers that are released. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.publishing.register import PublicRegister
from accede.publishing.tables.row import Day, Row, known_day, says, word
from accede.publishing.tables.table import Table


class PaperRow(Row, frozen=True, kw_only=True):
    """An edition: a paper sealed with its hash. A correction is a new edition."""

    treaty: Annotated[str, says("Key of the treaty.")]
    paper: Annotated[str, says("What paper it is: status, statement, brief and so on.")]
    title: Annotated[str, says("Its title.")]
    symbol: Annotated[str | None, says("Its document symbol, where it has one.")]
    language: Annotated[str, says("ISO 639-1 key of its language.")]
    as_of: Annotated[Day, says("The day it speaks of.")]
    known_on: Annotated[str, says("The instant whose knowledge it was written from (ISO 8601, UTC).")]
    tree_sha256: Annotated[str, says("SHA-256 of its canonical form.")]


def rows(register: PublicRegister) -> Iterator[PaperRow]:
    """The editions that speak of the day or one before, newest first."""
    held = [each for each in register.editions if each.fact.as_of.counts_from <= register.view.as_of]
    for each in sorted(held, key=lambda each: (each.fact.as_of, each.fact.known_on, each.key), reverse=True):
        fact = each.fact
        yield PaperRow(
            key=each.key,
            treaty=fact.treaty,
            paper=fact.paper,
            title=fact.title,
            symbol=word(fact.symbol),
            language=fact.language,
            as_of=known_day(fact.as_of),
            known_on=fact.known_on,
            tree_sha256=fact.tree_sha256,
        )


TABLE = Table(
    name="papers",
    title="Papers",
    description="Papers written from the register and sealed, with the hash by which each can be told.",
    row=PaperRow,
    rows=rows,
    dated="as_of",
)
