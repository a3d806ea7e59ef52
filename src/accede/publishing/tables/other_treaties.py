"""What lists say of States and other treaties, each as of its own day. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.register.values import ClaimedStanding


class OtherTreatyRow(Row, frozen=True, kw_only=True):
    """What a list says of a State and a treaty, as of the day of that list and of no other."""

    treaty: Annotated[str, says("Key of the treaty the list is of.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    standing: Annotated[ClaimedStanding, says("party, signatory or none, on the day of the list.")]
    listed: Annotated[Day, says("The day the list speaks of.")]
    signed: Annotated[Day | None, says("Day of signature, where the list gives it.")]
    bound: Annotated[Day | None, says("Day of consent to be bound, where the list gives it.")]
    instrument: Annotated[str | None, says("Kind of instrument, where the list gives it.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[OtherTreatyRow]:
    """The lists' entries by treaty, State and day, of lists up to the day."""
    held = borne(register.topics((*register.other_claims, *register.status_claims)))
    found = [each for each in held if register.has_happened(each[0].fact.listed, each[0].source)]
    found.sort(key=lambda each: (each[0].fact.treaty, each[0].fact.state, each[0].fact.listed, each[0].key))
    for record, bearing in found:
        fact = record.fact
        yield OtherTreatyRow(
            key=record.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            standing=fact.standing,
            listed=known_day(fact.listed),
            signed=day(fact.signed),
            bound=day(fact.bound),
            instrument=word(fact.instrument),
            bearing=bearing,
            note=word(fact.note),
            source=provenance(register, record, fact.listed),
        )


TABLE = Table(
    name="other_treaties",
    title="Other treaties",
    description=(
        "What lists say of States and related treaties. Each entry holds for the day of its list: `none` in 2014 says "
        "nothing of 2018."
    ),
    row=OtherTreatyRow,
    rows=rows,
    dated="listed",
)
