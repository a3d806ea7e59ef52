"""The accession kit of a State: steps, model instruments in its name, and what follows from a deposit on which day.

Pure over the register in a view: `kit` writes it for a day of deposit; the days are those of the calculator.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from accede.overview.calculator import consequences
from accede.overview.load import Kind
from accede.overview.register import Register
from accede.overview.standings import name_of, standing_of
from accede.paper.tree import Document
from accede.records.values import Evidence
from accede.register.standing import StandingOn
from accede.reporting.recipes.document import document_of
from accede.reporting.recipes.kit.days import by_month_of_deposit, calendar
from accede.reporting.recipes.kit.models import models
from accede.reporting.recipes.kit.steps import steps, where_it_stands
from accede.reporting.recipes.kit.texts import Act, kit_texts
from accede.reporting.recipes.masthead import working_masthead
from accede.reporting.recipes.prose import Pen, typographic, words
from accede.vocabulary.errors import Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.standings import Standing
from accede.vocabulary.state_names import StateName, shipped_names

KIND = "accession-kit"
NEEDS: tuple[Kind, ...] = ("occasions", "actions")


def kit(
    register: Register,
    iso3: str,
    deposit: date,
    *,
    names: Iterable[Evidence[StateName]] = (),
    symbol: str = "",
    dated: date | None = None,
) -> Document:
    """The kit of a State for a day of deposit. `names` are the records of its names: the models bear the formal one.

    Raises UnknownName for the State, Refused where it has joined already or there is no kit for the treaty.
    """
    found = consequences(register, iso3, deposit)
    state = register.state(iso3.upper()).fact.iso3
    standing = standing_of(register, state)
    if standing is None:
        raise Refused(f"{name_of(state)} is not one of the States that may join", remedy="Look at the day and the key")
    texts, pen = kit_texts(register.treaty.key), Pen()
    act = _act(standing)
    held = list(names)
    sections = (
        where_it_stands(register, state, standing, deposit, found, pen),
        steps(register, texts, act, pen),
        models(register, texts, act, state, held, standing, pen),
        calendar(register, texts, deposit, found, pen),
        by_month_of_deposit(register, deposit, pen),
    )
    name = typographic(shipped_names().in_table(state, on=register.view.as_of))
    return document_of(
        register,
        KIND,
        masthead=working_masthead(register, "Accession kit", symbol=symbol, dated=dated),
        title=words(f"{name}: how to join the {register.treaty.name()}"),
        subtitle=words(
            "Steps, model instruments, and what follows from a deposit on ",
            PartialDate.on_day(deposit).wording(),
        ),
        sections=sections,
        pen=pen,
        sources={each.key: each.source for each in held},
    )


def _act(standing: StandingOn) -> Act:
    """A State that has signed ratifies (accepts, approves); every other accedes."""
    return "ratification" if standing.standing is Standing.SIGNATORY else "accession"


__all__ = ["KIND", "NEEDS", "kit"]
