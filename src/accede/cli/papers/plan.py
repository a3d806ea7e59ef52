"""accede paper plan: what was done under a plan of action."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, public_view, write
from accede.cli.register import open_for
from accede.vocabulary.sources import Classification


@click.command(name="plan", epilog=JSON)
@paper_options
@click.option(
    "--plan", default="", metavar="KEY", help="The plan, as oslo (default: the one in force on the day of --as-of)."
)
@answer_options
def command(asked: Asked, wanted: Wanted, plan: str) -> None:
    """The report on a plan of action: what was done under each action, and what the register can count."""
    open_for(asked)
    from accede.overview.load import load
    from accede.reporting.recipes.plan import NEEDS, plan_report

    register = load(public_view(asked), asked.treaty, *NEEDS)
    document = plan_report(register, plan, symbol=wanted.symbol, dated=wanted.dated)
    write(asked, wanted, document, "The report", classification=Classification.PUBLIC)
