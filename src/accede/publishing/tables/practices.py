"""What is claimed about practices, by whom, of whom and where. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.practices import practices
from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind


class PracticeRow(Row, frozen=True, kw_only=True):
    """A claim by somebody about a practice. Use in a State is not use by it."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State the claim concerns; not always who acted.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    kind: Annotated[PracticeKind, says("What the claim is about.")]
    claim: Annotated[Claim, says("What it says: has, has_not, ceased, not_told (declined to say) or unknown.")]
    status: Annotated[ClaimStatus, says("How the claim stands: declared, alleged, denied, confirmed or declined.")]
    claimant: Annotated[str | None, says("Who claims it: an ISO alpha-3 key or a name; null: not attributed.")]
    claimed: Annotated[Day, says("When it was claimed.")]
    actor: Annotated[Actor, says("Who is said to have acted: the State, an armed group, or unknown.")]
    actor_name: Annotated[str | None, says("The name of that actor.")]
    place: Annotated[str | None, says("Where.")]
    weapon: Annotated[str | None, says("With which weapon.")]
    number: Annotated[int | None, says("How many.")]
    acts: Annotated[tuple[str, ...], says("Of a moratorium: the acts it covers.")]
    scope: Annotated[str | None, says("What else it is limited to.")]
    since: Annotated[Day | None, says("Since when.")]
    until: Annotated[Day | None, says("Until when.")]
    statement: Annotated[str | None, says("Key of the statement in which it was claimed.")]
    summary: Annotated[str | None, says("Our own summary.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[PracticeRow]:
    """The claims made by the day, newest first."""
    for each, bearing in borne(practices(register)):
        fact = each.fact
        yield PracticeRow(
            key=each.key,
            treaty=fact.treaty,
            state=fact.state,
            state_name=state_name(fact.state),
            kind=fact.kind,
            claim=fact.claim,
            status=fact.status,
            claimant=word(fact.claimant),
            claimed=known_day(fact.claimed),
            actor=fact.actor,
            actor_name=word(fact.actor_name),
            place=word(fact.place),
            weapon=word(fact.weapon),
            number=fact.number,
            acts=fact.acts,
            scope=word(fact.scope),
            since=day(fact.since),
            until=day(fact.until),
            statement=word(fact.statement),
            summary=word(fact.summary),
            bearing=bearing,
            source=provenance(register, each, fact.claimed),
        )


TABLE = Table(
    name="practices",
    title="Practices",
    description=(
        "Claims about use, production, transfer, stockpiles, retention, destruction and moratoria: who claims, who is said "
        "to have acted, and where. Claims that contradict each other stand side by side."
    ),
    row=PracticeRow,
    rows=rows,
    dated="claimed",
)
