"""accede paper brief: two pages on a State."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, presidency_view, write
from accede.cli.register import open_for
from accede.vocabulary.sources import Classification


@click.command(name="brief", epilog=JSON)
@click.argument("iso3")
@paper_options
@click.option(
    "--since",
    default="",
    metavar="WHEN",
    help="From when changes are told: a day, a meeting (16MSP) or a status paper (default: the last bilateral meeting, "
    "else the last meeting of the States Parties).",
)
@answer_options
def command(asked: Asked, iso3: str, wanted: Wanted, since: str) -> None:
    """Two pages on the State ISO3 for a bilateral meeting. For the presidency: sealed, it is classified so."""
    open_for(asked)
    from accede.overview.load import load
    from accede.reporting.recipes.brief import NEEDS, brief, names_of_other_treaties

    register = load(presidency_view(asked), asked.treaty, *NEEDS)
    document = brief(
        register,
        iso3,
        since=since,
        treaty_names=names_of_other_treaties(register),
        symbol=wanted.symbol,
        dated=wanted.dated,
    )
    write(asked, wanted, document, "The brief", classification=Classification.PRESIDENCY)
