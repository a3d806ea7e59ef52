"""accede calc: what follows from depositing on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Day, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.publishing.wording import day

if TYPE_CHECKING:
    from accede.overview.calculator import Consequences

JSON = 'With --json: {"entry_into_force", "obligations":[{"article", "due", "what"}], "counts_after":{}}'


@click.command(name="calc", epilog=JSON)
@click.argument("iso3")
@click.option("--deposit", required=True, type=Day(), help="The day of the deposit.")
@answer_options
def command(asked: Asked, iso3: str, deposit: date) -> None:
    """What would follow if the State ISO3 deposited its instrument on a day."""
    open_for(asked)
    from accede.overview.calculator import consequences_of

    found = consequences_of(asked.treaty, asked.view(), iso3, deposit)
    print_json(found) if asked.as_json else print_text(_text(iso3.upper(), deposit, found))


def _text(iso3: str, deposit: date, found: Consequences) -> Iterator[str]:
    from accede.overview.standings import name_of

    yield (
        f"If {name_of(iso3)} deposits on {day(deposit)}, the Convention enters into force for it on "
        f"{day(found.entry_into_force)}."
    )
    yield f"{found.counts_after.joined} States have joined then; {found.counts_after.outside} remain outside."
    for due in found.obligations:
        yield ""
        yield from wrapped(f"{day(due.due)}: {due.what} (Article {due.article}).", "")
