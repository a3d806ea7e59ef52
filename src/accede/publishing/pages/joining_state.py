"""What follows for one State from depositing on the page's day: the calculator, answered, with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accede.overview.register import Register
from accede.overview.standings import outside, standings
from accede.publishing.asked import Asked
from accede.publishing.pages.joining import JoiningPage, joining
from accede.publishing.pages.kind import PageKind


def make(asked: Asked) -> JoiningPage:
    """The calculator for the State that the address names. Raises UnknownName for one the register does not hold."""
    return joining(asked, asked.register.state(str(asked.of["iso3"])).fact.iso3)


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """The States outside on the register's day: the others are asked for with the form alone."""
    return ({"iso3": iso3} for iso3 in outside(standings(register)))


PAGE = PageKind(
    name="joining-state",
    route="joining/<iso3:iso3>/",
    make=make,
    every=every,
    filters=frozenset({"deposit"}),
)
