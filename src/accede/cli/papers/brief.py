"""accede paper brief: two pages on a State."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, presidency_view, write
from accede.cli.register import CORE, FULL, open_for
from accede.vocabulary.languages import Language
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
@click.option(
    "--language",
    type=click.Choice([str(each) for each in Language]),
    default="en",
    help="In which language; changes since a day are told in English alone.",
)
@answer_options
def command(asked: Asked, iso3: str, wanted: Wanted, since: str, language: str) -> None:
    """Two pages on the State ISO3 for a bilateral meeting. For the presidency: sealed, it is classified so."""
    is_english = language == Language.ENGLISH
    open_for(asked, CORE if is_english else FULL)
    from accede.overview.load import load
    from accede.reporting.recipes.brief import NEEDS, brief, names_of_other_treaties

    register = load(presidency_view(asked), asked.treaty, *NEEDS)
    names = names_of_other_treaties(register)
    if is_english:
        document = brief(register, iso3, since=since, treaty_names=names, symbol=wanted.symbol, dated=wanted.dated)
    else:
        from accede.outreach.letter.brief import brief_in

        document = brief_in(register, iso3, language, treaty_names=names, symbol=wanted.symbol, dated=wanted.dated)
    write(asked, wanted, document, "The brief", classification=Classification.PRESIDENCY)
