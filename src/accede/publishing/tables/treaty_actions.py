"""What States did about the treaty: signatures, deposits, withdrawals, and steps without legal effect. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.overview.items import ActionItem, action_item
from accede.overview.standings import known_until, standings
from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.register.standing import effects
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.treaty_actions import TreatyActionKind


class TreatyActionRow(Row, frozen=True, kw_only=True):
    """A treaty action as one source tells it."""

    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    kind: Annotated[TreatyActionKind, says("What it did.")]
    about: Annotated[str | None, says("Of an announcement, decision or suspension: the kind of action it is about.")]
    has_legal_effect: Annotated[bool, says("Whether it changes the State's standing.")]
    on: Annotated[Day | None, says("The day it counts from: deposited or signed, else decided, else announced.")]
    announced: Annotated[Day | None, says("Day of announcement.")]
    decided: Annotated[Day | None, says("Day of the domestic decision.")]
    deposited: Annotated[Day | None, says("Day of signature, of deposit, or of receipt of a withdrawal.")]
    effective: Annotated[Day | None, says("Day on which it is in force or takes effect; it may lie ahead.")]
    is_effective_stated: Annotated[bool, says("Whether the source states that day; else the treaty's rule gives it.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    note: Annotated[str | None, says("What else must be known.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[TreatyActionRow]:
    """The actions that had begun by the day, in the order of days."""
    until = known_until(register)
    under_way = _under_way(register)
    found = []
    for record, bearing in borne(register.topics(register.actions)):
        effect = next(iter(effects([record], register.treaty, until)), None)
        item = action_item(record, effect, register.view.as_of)
        on = _first(register, item, record.key in under_way)
        if on is None:
            continue
        row = TreatyActionRow(
            key=record.key,
            treaty=register.treaty.key,
            state=item.iso3,
            state_name=state_name(item.iso3),
            kind=item.kind,
            about=word(item.about),
            has_legal_effect=item.has_legal_effect,
            on=day(on),
            announced=day(item.announced),
            decided=day(item.decided),
            deposited=day(item.deposited),
            effective=day(item.effective),
            is_effective_stated=item.is_stated,
            bearing=bearing,
            note=word(item.note),
            source=provenance(register, record),
        )
        found.append((on, record.key, row))
    for _, _, row in sorted(found, key=lambda each: each[:2]):
        yield row


def _under_way(register: PublicRegister) -> frozenset[str]:
    held = (found.withdrawal for found in standings(register).values())
    return frozenset(effect.key for effect in held if effect is not None)


def _first(register: PublicRegister, item: ActionItem, is_under_way: bool) -> PartialDate | None:
    """The day it counts from; None where it had not begun by the day."""
    given = next((each for each in (item.deposited, item.decided, item.announced) if each is not None), None)
    if given is not None or item.effective is None:
        return given
    has_begun = item.effective.earliest is not None and item.effective.earliest <= register.view.as_of
    return item.effective if is_under_way or has_begun else None


TABLE = Table(
    name="treaty_actions",
    title="Treaty actions",
    description=(
        "Signatures, ratifications, acceptances, approvals, accessions, successions and withdrawals, and announcements, "
        "decisions and suspensions without legal effect, as each source tells them."
    ),
    row=TreatyActionRow,
    rows=rows,
    dated="on",
)
