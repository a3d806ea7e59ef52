"""What would follow if a State deposited its instrument on a day."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from accede.overview.headline import Counts, counts
from accede.overview.load import load
from accede.overview.register import Register
from accede.overview.standings import name_of, standing_of, standings
from accede.records.values import Evidence, View
from accede.register.rules import Due, entry_into_force, obligations
from accede.register.values import TreatyAction
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification
from accede.vocabulary.treaty_actions import TreatyActionKind


@dataclass(frozen=True, slots=True)
class Consequences:
    """The answer of `calc`: the entry into force for the State, what is due from it first, the counts on that day."""

    entry_into_force: date
    obligations: tuple[Due, ...]
    counts_after: Counts


def consequences_of(treaty: str, view: View, iso3: str, deposit: date) -> Consequences:
    """What follows from a deposit. Raises UnknownName for the State, Refused where it has joined already."""
    return consequences(load(view, treaty, "actions"), iso3, deposit)


def consequences(register: Register, iso3: str, deposit: date) -> Consequences:
    """What follows from a deposit on a day: counted on that day, by everything the register holds until then.

    Raises UnknownName for the State, Refused where it has joined by then or no rule is held for the treaty.
    """
    held = register.state(iso3.upper()).fact.iso3
    before = standings(register, on=deposit)
    if held not in before:
        raise Refused(
            f"{name_of(held)} is not one of the States that may join on {deposit.isoformat()}",
            remedy="Look at the day and the key",
        )
    if before[held].standing.has_joined:
        raise Refused(f"{name_of(held)} has joined already by {deposit.isoformat()}", remedy=f"See accede state {held}")
    in_force = entry_into_force(deposit, register.treaty)
    if in_force is None:
        raise Refused(
            "no rule of entry into force is held for this treaty",
            where=f"{register.treaty.key}.toml",
            remedy="Add [entry_into_force] to the treaty's file",
        )
    with_it = replace(register, actions=(*register.actions, _deposit(register, held, deposit)))
    then = standing_of(with_it, held, on=deposit)
    after = {**before, held: then} if then else before  # of one State alone anything changes
    return Consequences(in_force, obligations(in_force, register.treaty), counts(after))


def _deposit(register: Register, iso3: str, deposit: date) -> Evidence[TreatyAction]:
    """A deposit that nobody has recorded."""
    return Evidence(
        key=f"{register.treaty.key}/{iso3}/accession/calculated",
        version=1,
        recorded_at=datetime.combine(deposit, time(), UTC),
        recorded_by="",
        reason="",
        source="",
        locator="",
        classification=Classification.ISU,
        fact=TreatyAction(
            treaty=register.treaty.key,
            state=iso3,
            kind=TreatyActionKind.ACCESSION,
            deposited=PartialDate.on_day(deposit),
        ),
    )
