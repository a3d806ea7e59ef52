"""Who waits for whom: on what a State outside says that joining depends, and whether that has come about. Pure.

Whether a condition is met can be told only where it names the States that are to join first; whether it has run out,
only where the State gave a time. Of every other it is said that it is open: the register does not judge it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accede.evidence.values import Code
from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.statements import Said, of_state, said
from accede.register.standing import StandingOn
from accede.vocabulary.label import Labelled
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import Circumstance, CodeKind


class ConditionStanding(Labelled):
    """How a condition stands on a day."""

    OPEN = "open", "open"
    MET = "met", "met: the States it names have joined"
    EXPIRED = "expired", "the time given for it has passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a State says that joining, or a further step, depends on: its last statement that names this target.

    `waits_for` are the other States that the target names, of those that may join on the day.
    """

    iso3: str
    code: Code
    said: Said
    waits_for: tuple[str, ...]
    standing: ConditionStanding

    @property
    def key(self) -> str:
        """The evidence it rests on."""
        return self.said.evidence.key


def conditions(register: Register) -> tuple[Condition, ...]:
    """The conditions of the States outside on the view's day, by State, the last stated first; one a target."""
    held = standings(register)
    heard = said(register)
    return tuple(
        condition for iso3 in outside(held) for condition in conditions_in(register, held, of_state(heard, iso3))
    )


def conditions_in(register: Register, held: Mapping[str, StandingOn], heard: Iterable[Said]) -> Iterator[Condition]:
    """The conditions in what one State said (newest first), the last stated first; one a target."""
    targets: set[str] = set()
    for statement in heard:
        for code in statement.codes:
            if code.kind is CodeKind.CONDITION and code.target not in targets:
                targets.add(code.target)
                yield _condition(register, held, statement, code)


def _condition(register: Register, held: Mapping[str, StandingOn], statement: Said, code: Code) -> Condition:
    iso3 = statement.evidence.fact.state
    named = dict.fromkeys(found for _, _, found in shipped_names().spot(code.target))
    waits_for = tuple(each for each in named if each != iso3 and each in held)
    has_joined = [held[each].standing.has_joined and not held[each].is_uncertain for each in waits_for]
    standing = ConditionStanding.OPEN
    if code.code == Circumstance.RECIPROCITY and waits_for and all(has_joined):
        standing = ConditionStanding.MET
    elif code.expires is not None and code.expires.counts_from < register.view.as_of:
        standing = ConditionStanding.EXPIRED
    return Condition(iso3=iso3, code=code, said=statement, waits_for=waits_for, standing=standing)
