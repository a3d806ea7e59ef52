"""What follows for one State from depositing on the page's day: the calculator, answered, with an address of its own."""

from __future__ import annotations

from accede.publishing.asked import Asked
from accede.publishing.pages import dossier
from accede.publishing.pages.joining import JoiningPage, joining
from accede.publishing.pages.kind import PageKind


def make(asked: Asked) -> JoiningPage:
    """The calculator for the State that the address names. Raises UnknownName for one the register does not hold."""
    return joining(asked, asked.register.state(str(asked.of["iso3"])).fact.iso3)


PAGE = PageKind(
    name="joining-state",
    route="joining/<iso3:iso3>/",
    make=make,
    every=dossier.every,
    filters=frozenset({"deposit"}),
)
