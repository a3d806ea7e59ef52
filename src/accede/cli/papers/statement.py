"""accede paper statement: the President's statement."""

from __future__ import annotations

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, is_day_given, paper_options, public_view, write
from accede.cli.register import open_for
from accede.vocabulary.sources import Classification


@click.command(name="statement", epilog=JSON)
@paper_options
@click.option("--agenda-item", default="", metavar="TEXT", help="The agenda item in the masthead.")
@click.option(
    "--meeting",
    default="",
    metavar="KEY",
    help="The meeting it is read out at, as 18MSP (default: the one in session, or the next).",
)
@answer_options
def command(asked: Asked, wanted: Wanted, meeting: str, agenda_item: str) -> None:
    """The President's statement: what was done since the last meeting, as far as the register holds it.

    Of a meeting that is over, and without --as-of, it speaks up to the last day of that meeting.
    """
    open_for(asked)
    from accede.overview.load import load
    from accede.reporting.recipes.statement import NEEDS, statement

    register = load(public_view(asked), asked.treaty, *NEEDS)
    document = statement(
        register,
        meeting,
        is_day_given=is_day_given(),
        symbol=wanted.symbol,
        dated=wanted.dated,
        agenda_item=agenda_item,
    )
    write(asked, wanted, document, "The statement", classification=Classification.PUBLIC)
