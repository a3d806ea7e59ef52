"""accede paper status: the status paper."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import Wanted, paper_options, public_view, write
from accede.cli.register import open_for
from accede.publishing.wording import counted
from accede.vocabulary.sources import Classification

JSON = 'With --json: {"files":[PATH], "states"}, and of a sealed paper also "edition" and "tree_sha256"'


@click.command(name="status", epilog=JSON)
@paper_options
@click.option("--agenda-item", default="", metavar="TEXT", help="The agenda item in the masthead.")
@answer_options
def command(asked: Asked, wanted: Wanted, agenda_item: str) -> None:
    """The status paper: how many States have joined, and what the others say and do."""
    open_for(asked)
    from accede.overview.load import load
    from accede.reporting.recipes.status_paper import NEEDS, status_paper

    register = load(public_view(asked), asked.treaty, *NEEDS)
    document = status_paper(register, symbol=wanted.symbol, dated=wanted.dated, agenda_item=agenda_item)
    states = len(document.overview)
    write(
        asked,
        wanted,
        document,
        "The status paper",
        classification=Classification.PUBLIC,
        note=f": {counted(states, 'State')} outside",
        further={"states": states},
    )
