"""Treaties with their days and rules, as the register holds them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from accede.publishing.register import PublicRegister
from accede.publishing.tables.names import formal_treaty_name, treaty_name
from accede.publishing.tables.row import Day, Row, day, known_day, says, word
from accede.publishing.tables.table import Table
from accede.register.treaty import Period, TreatyDefinition


class Rule(Struct, frozen=True, kw_only=True):
    """So many months or days after a deposit or a notification."""

    kind: Annotated[str, says("How it is reckoned: first_day_of_month_after, months_after, days_after or on_the_day.")]
    months: Annotated[int, says("Months that must pass.")]
    days: Annotated[int, says("Days that must pass.")]
    article: Annotated[str | None, says("The article of the treaty that says so.")]


class Duty(Struct, frozen=True, kw_only=True):
    """What a State must do by when, after joining."""

    key: Annotated[str, says("Key of the obligation.")]
    article: Annotated[str, says("The article of the treaty.")]
    what: Annotated[str, says("What must be done.")]


class PlanHeld(Struct, frozen=True, kw_only=True):
    """An action plan of the treaty."""

    key: Annotated[str, says("Key of the plan.")]
    name: Annotated[str, says("Name of the plan.")]
    period: Annotated[Day, says("The years it is for.")]
    is_text_held: Annotated[bool, says("Whether the text of its actions on universalization is at hand.")]


class TreatyRow(Row, frozen=True, kw_only=True):
    """A treaty."""

    name: Annotated[str, says("Short name, in the language asked for.")]
    formal_name: Annotated[str, says("Formal name, in the language asked for where it is held.")]
    is_site_treaty: Annotated[bool, says("Whether this is the treaty that the other tables speak of.")]
    depositary: Annotated[str, says("Who keeps the instruments.")]
    mtdsg: Annotated[
        str | None,
        says("Number among the Multilateral Treaties Deposited with the Secretary-General, where it has one."),
    ]
    authentic_languages: Annotated[tuple[str, ...], says("ISO 639-1 keys of the languages of its authentic texts.")]
    adopted: Annotated[Day | None, says("Day of adoption.")]
    adopted_at: Annotated[str | None, says("Where it was adopted.")]
    opened: Annotated[Day | None, says("Day on which it was opened for signature.")]
    signature_closed: Annotated[Day | None, says("Day until which it could be signed.")]
    in_force: Annotated[Day | None, says("Day of its entry into force; null while it is not, or not held.")]
    entry_into_force: Annotated[Rule | None, says("When it enters into force for a State after its deposit.")]
    withdrawal: Annotated[Rule | None, says("When a withdrawal takes effect after its receipt.")]
    meetings_counted: Annotated[tuple[str, ...], says("Kinds of meeting that count for last participation.")]
    obligations: Annotated[tuple[Duty, ...], says("What follows from joining.")]
    plans: Annotated[tuple[PlanHeld, ...], says("Its action plans.")]
    source: Annotated[str | None, says("Key of the source of its file in the table `sources`.")]


def rows(register: PublicRegister) -> Iterator[TreatyRow]:
    """The treaties by key."""
    for treaty in register.treaties:
        yield _row(register, treaty)


def _row(register: PublicRegister, treaty: TreatyDefinition) -> TreatyRow:
    return TreatyRow(
        key=treaty.key,
        name=treaty_name(treaty),
        formal_name=formal_treaty_name(treaty),
        is_site_treaty=treaty.key == register.treaty.key,
        depositary=treaty.depositary,
        mtdsg=word(treaty.mtdsg),
        authentic_languages=tuple(str(each) for each in treaty.authentic_languages),
        adopted=day(treaty.dates.adopted),
        adopted_at=word(treaty.dates.adopted_at),
        opened=day(treaty.dates.opened),
        signature_closed=day(treaty.dates.signature_closed),
        in_force=day(treaty.dates.in_force),
        entry_into_force=_rule(treaty.entry_into_force),
        withdrawal=_rule(treaty.withdrawal),
        meetings_counted=tuple(str(series.kind) for series in treaty.meetings if series.counts_for_last_participation),
        obligations=tuple(Duty(key=each.key, article=each.article, what=each.what) for each in treaty.obligations),
        plans=tuple(
            PlanHeld(
                key=each.key,
                name=each.name,
                period=known_day(each.period),
                is_text_held=each.held,
            )
            for each in treaty.plans
        ),
        source=treaty.source if treaty.source in register.sources else None,
    )


def _rule(period: Period | None) -> Rule | None:
    if period is None:
        return None
    return Rule(kind=period.kind, months=period.months, days=period.days, article=word(period.article))


TABLE = Table(
    name="treaties",
    title="Treaties",
    description="The treaties the register knows, with their days and the rules by which dates are computed.",
    row=TreatyRow,
    rows=rows,
)
