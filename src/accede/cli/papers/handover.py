"""accede paper handover: the pack for the next presidency."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, presidency_view, write
from accede.cli.register import FULL, open_for
from accede.vocabulary.languages import Language
from accede.vocabulary.sources import Classification


@click.command(name="handover", epilog=JSON)
@paper_options
@click.option(
    "--language",
    type=click.Choice([str(each) for each in Language]),
    default="en",
    help="In which language it is written.",
)
@answer_options
def command(asked: Asked, wanted: Wanted, language: str) -> None:
    """The pack for the next presidency: open threads, days to come, what is old. Sealed, it is for presidencies."""
    open_for(asked, FULL)
    from accede.overview.load import load
    from accede.reporting.composition.further import told_further
    from accede.reporting.recipes.handover import NEEDS, handover

    register = load(presidency_view(asked), asked.treaty, *NEEDS)
    further = told_further(register, language)
    document = handover(register, symbol=wanted.symbol, dated=wanted.dated, further=further, language=language)
    write(asked, wanted, document, "The hand-over pack", classification=Classification.PRESIDENCY)
