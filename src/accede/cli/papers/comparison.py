"""accede paper comparison: what changed between two days, meetings or papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, public_view, write
from accede.cli.register import open_for
from accede.vocabulary.sources import Classification

if TYPE_CHECKING:
    from accede.overview.register import Register
    from accede.reporting.recipes.comparison import Moment

WHEN = "a day, a meeting (16MSP), a status paper by its key, or one of our own papers as a .json file"


@click.command(name="comparison", epilog=JSON)
@paper_options
@click.option(
    "--from", "start", default="", metavar="WHEN", help=f"{WHEN.capitalize()} (default: the last meeting before)."
)
@click.option("--to", "end", default="", metavar="WHEN", help="The same (default: the day of --as-of).")
@answer_options
def command(asked: Asked, wanted: Wanted, start: str, end: str) -> None:
    """What changed between two days, two meetings or two papers."""
    open_for(asked)
    from accede.overview.load import load
    from accede.reporting.recipes.comparison import NEEDS, comparison, last_meeting_before

    register = load(public_view(asked), asked.treaty, *NEEDS)
    after = _moment(register, end or asked.as_of.isoformat())
    before = _moment(register, start or last_meeting_before(register, after.day))
    document = comparison(register, before, after, symbol=wanted.symbol, dated=wanted.dated)
    write(asked, wanted, document, "The comparison", classification=Classification.PUBLIC)


def _moment(register: Register, text: str) -> Moment:
    from accede.paper.canonical import document_from
    from accede.reporting.recipes.comparison import moment_of, moment_of_paper

    if text.endswith(".json"):
        return moment_of_paper(document_from(Path(text).read_bytes()))
    return moment_of(register, text)
