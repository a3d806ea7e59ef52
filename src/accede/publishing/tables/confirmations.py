"""Days on which a State said that nothing had changed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.statements import confirmations
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Provenance, Row, known_day, provenance, says, word
from accede.publishing.tables.table import Table


class ConfirmationRow(Row, frozen=True, kw_only=True):
    """A State said that nothing had changed."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    said_on: Annotated[Day, says("When it said so.")]
    citation: Annotated[str, says("How it is cited.")]
    text: Annotated[str | None, says("The passage as the source prints it; null where none is held.")]
    summary: Annotated[str | None, says("Our own summary; not the words of the State.")]
    reply_to: Annotated[str | None, says("Key of the letter it answers, in the table `activities`.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[ConfirmationRow]:
    """The confirmations made by the day, newest first."""
    for each in confirmations(register):
        fact = each.fact
        yield ConfirmationRow(
            key=each.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            said_on=known_day(fact.said),
            citation=fact.citation,
            text=word(fact.text),
            summary=word(fact.summary),
            reply_to=word(fact.reply_to),
            source=provenance(register, each, fact.said),
        )


TABLE = Table(
    name="confirmations",
    title="Confirmations",
    description="Days on which a State said that nothing had changed since its last statement.",
    row=ConfirmationRow,
    rows=rows,
    dated="said_on",
)
