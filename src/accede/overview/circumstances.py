"""What the States outside give as reasons for staying outside: each reason with the statements that give it. Pure."""

from dataclasses import dataclass

from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.overview.statements import Said, of_state, said
from accede.vocabulary.statements import Circumstance, CodeKind


@dataclass(frozen=True, slots=True)
class Stated:
    """A reason that one State gives, with its statements that give it, newest first: at least one."""

    circumstance: Circumstance
    iso3: str
    statements: tuple[Said, ...]


def circumstances(register: Register) -> tuple[Stated, ...]:
    """The reasons of the States outside on the view's day, in the order of the list of reasons, then of names."""
    heard = said(register)
    by_state = {iso3: of_state(heard, iso3) for iso3 in outside(standings(register))}
    return tuple(
        Stated(circumstance, iso3, given)
        for circumstance in Circumstance
        for iso3, statements in by_state.items()
        if (given := tuple(each for each in statements if circumstance in circumstances_of(each)))
    )


def circumstances_of(statement: Said) -> tuple[Circumstance, ...]:
    """The reasons that a statement gives, in the order of the list of reasons."""
    given = {code.code for code in statement.codes if code.kind is CodeKind.CIRCUMSTANCE}
    return tuple(each for each in Circumstance if each in given)
