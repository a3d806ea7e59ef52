"""accede paper kit: how a State joins, and what follows."""

from __future__ import annotations

from datetime import date

import click

from accede.cli.options import Asked, Day, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, public_view, write
from accede.cli.register import open_for
from accede.vocabulary.sources import Classification


@click.command(name="kit", epilog=JSON)
@click.argument("iso3")
@paper_options
@click.option("--deposit", type=Day(), help="The day of the deposit (default: the day of --as-of).")
@answer_options
def command(asked: Asked, iso3: str, wanted: Wanted, deposit: date | None) -> None:
    """The accession kit of the State ISO3: steps, model instruments in its name, and what is due when."""
    open_for(asked)
    from accede.overview.load import load
    from accede.records.current import current
    from accede.register.models import NameVersion
    from accede.reporting.recipes.kit import NEEDS, kit

    register = load(public_view(asked), asked.treaty, *NEEDS)
    document = kit(
        register,
        iso3,
        deposit or asked.as_of,
        names=current(NameVersion, register.view, state=iso3.upper()),
        symbol=wanted.symbol,
        dated=wanted.dated,
    )
    write(asked, wanted, document, "The accession kit", classification=Classification.PUBLIC)
