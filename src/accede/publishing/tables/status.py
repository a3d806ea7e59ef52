"""Where each State stands towards the treaty on a day, and how new our knowledge of it is. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from accede.overview.attendance import Participation, attendance
from accede.overview.gaps import Heard, heard_of
from accede.overview.standings import standings
from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import state_name
from accede.publishing.tables.row import Day, Provenance, Row, day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.register.rules import Bounds
from accede.register.standing import Effect, StandingOn, as_partial
from accede.vocabulary.label import Labelled
from accede.vocabulary.standings import Standing
from accede.vocabulary.treaty_actions import TreatyActionKind


class ParticipationTold(Labelled):
    """What is recorded of a State's part in the meetings that count."""

    TOOK_PART = "took_part", "took part"
    OTHER_MEETINGS = "other_meetings", "took part, in meetings that do not count alone"
    NEVER = "never", "has never taken part"
    NOT_RECORDED = "not_recorded", "not recorded"


class StatusRow(Row, frozen=True, kw_only=True):
    """The standing of a State on the day asked for."""

    key: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    treaty: Annotated[str, says("Key of the treaty.")]
    state: Annotated[str, says("ISO 3166-1 alpha-3 key of the State.")]
    state_name: Annotated[str, says("Its short name in the language asked for.")]
    standing: Annotated[
        Standing,
        says("Where it stands: in_force, joined_not_in_force, signatory, non_signatory or withdrawn."),
    ]
    has_joined: Annotated[bool, says("Whether its instrument is deposited and no withdrawal is in effect.")]
    since: Annotated[date | None, says("From which day it stands so; null: from the beginning.")]
    is_uncertain: Annotated[bool, says("Whether the dates that are held allow another standing too.")]
    possible: Annotated[tuple[Standing, ...], says("Every standing that the dates that are held allow.")]
    remark: Annotated[str | None, says("What must be known beside the standing, in English.")]
    has_signed: Annotated[bool, says("Whether it has signed, whatever it did since.")]
    signed: Annotated[Day | None, says("Day of its signature.")]
    consent: Annotated[TreatyActionKind | None, says("How it consented: ratification, accession and so on.")]
    deposited: Annotated[Day | None, says("Day on which its instrument was deposited.")]
    in_force: Annotated[Day | None, says("Day on which the treaty enters into force for it; it may lie ahead.")]
    withdrawal_received: Annotated[Day | None, says("Day on which the depositary received its withdrawal.")]
    withdrawal_effective: Annotated[Day | None, says("Day on which its withdrawal takes effect; it may lie ahead.")]
    participation: Annotated[
        ParticipationTold,
        says(
            "took_part, other_meetings (only in meetings that do not count), never (a record says so), or not_recorded: "
            "no record, which is not the same as never."
        ),
    ]
    last_participation: Annotated[str | None, says("Key of the last meeting it took part in, of those that count.")]
    said_on: Annotated[Day | None, says("Day of its last statement; null: no official information is held.")]
    confirmed_on: Annotated[Day | None, says("Day on which it last spoke, if only to say that nothing had changed.")]
    checked_on: Annotated[Day | None, says("Day on which news of it was last looked for.")]
    evidence: Annotated[tuple[str, ...], says("Keys of the treaty actions that the standing rests on.")]
    source: Annotated[
        Provenance | None, says("Where the last of these comes from; null where no treaty action is recorded:")
    ]


def rows(register: PublicRegister) -> Iterator[StatusRow]:
    """The States that may join on the day, in the order in which papers list them in English."""
    heard = heard_of(register)
    taken = attendance(register, who="all").states
    records = {each.key: each for each in (*register.actions, *register.status_claims)}
    for iso3, found in standings(register).items():
        news, part = heard.get(iso3, Heard()), taken[iso3]
        last = records.get(found.evidence[-1]) if found.evidence else None
        signed = _effect(found, TreatyActionKind.SIGNATURE)
        consent = next((each for each in reversed(_begun(found)) if each.kind.expresses_consent), None)
        left = _effect(found, TreatyActionKind.WITHDRAWAL)
        yield StatusRow(
            key=iso3,
            treaty=register.treaty.key,
            state=iso3,
            state_name=state_name(iso3),
            standing=found.standing,
            has_joined=found.standing.has_joined,
            since=found.since,
            is_uncertain=found.is_uncertain,
            possible=found.possible or (found.standing,),
            remark=word(found.why),
            has_signed=found.has_signed,
            signed=_day(signed.done if signed else None),
            consent=consent.kind if consent else None,
            deposited=_day(consent.done if consent else None),
            in_force=_day(consent.effective if consent else None),
            withdrawal_received=_day(left.done if left else None),
            withdrawal_effective=_day(left.effective if left else None),
            participation=_participation(part),
            last_participation=part.last,
            said_on=day(news.said_on),
            confirmed_on=day(news.confirmed_on),
            checked_on=day(news.checked_on),
            evidence=found.evidence,
            source=provenance(register, last) if last else None,
        )


def _begun(found: StandingOn) -> list[Effect]:
    """The effects that the standing rests on, and a withdrawal under way."""
    under_way = found.withdrawal.key if found.withdrawal else ""
    return [each for each in found.effects if each.key in found.evidence or each.key == under_way]


def _effect(found: StandingOn, kind: TreatyActionKind) -> Effect | None:
    return next((each for each in reversed(_begun(found)) if each.kind is kind), None)


def _day(bounds: Bounds | None) -> Day | None:
    return day(as_partial(bounds))


def _participation(found: Participation) -> ParticipationTold:
    if found.last is not None:
        return ParticipationTold.TOOK_PART
    if found.has_never:
        return ParticipationTold.NEVER
    return ParticipationTold.OTHER_MEETINGS if found.attended else ParticipationTold.NOT_RECORDED


TABLE = Table(
    name="status",
    title="Standing of each State",
    description=(
        "One row a State that may join: where it stands on the day asked for, by which acts, when it last took part in a "
        "meeting, and how new the knowledge of it is."
    ),
    row=StatusRow,
    rows=rows,
    dated="since",
)
