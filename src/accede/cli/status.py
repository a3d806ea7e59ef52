"""accede status: the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, answer_options
from accede.cli.output import print_json, print_text, table, wrapped
from accede.cli.register import open_for
from accede.publishing.wording import either_number, in_force, opening

if TYPE_CHECKING:
    from accede.overview.headline import Headline

JSON = (
    'With --json: {"treaty", "as_of", "known_on", "counts":{"universe", "joined", "in_force", '
    '"joined_not_in_force", "outside", "signatory", "non_signatory", "withdrawn", "signed"}, "outside":[{"iso3", '
    '"name", "standing"}], "uncertain":[{"iso3", "why"}]}'
)


@click.command(name="status", epilog=JSON)
@answer_options
def command(asked: Asked) -> None:
    """How many States have joined, who remains outside, and whose standing is uncertain."""
    open_for(asked)
    from accede.overview.headline import headline_of

    headline = headline_of(asked.treaty, asked.view())
    print_json(headline) if asked.as_json else print_text(_text(headline))


def _text(headline: Headline) -> Iterator[str]:
    from accede.overview.standings import name_of

    yield opening(headline)
    if in_force(headline):
        yield in_force(headline)
    counts = headline.counts
    yield ""
    yield f"{counts.universe:>5}  States in all, {counts.signed} of them signed"
    bound = either_number(counts.in_force, len(headline.maybe_in_force))
    waiting = either_number(counts.joined_not_in_force - len(headline.maybe_in_force), len(headline.maybe_in_force))
    yield f"{counts.joined:>5}  have joined: {bound} in force, {waiting} not yet in force"
    yield (
        f"{counts.outside:>5}  remain outside: {counts.signatory} signatory, {counts.non_signatory} not signatory, "
        f"{counts.withdrawn} withdrawn"
    )
    if headline.outside:
        yield ""
        yield from table(
            ("ISO", "State outside", "Standing"), [(s.iso3, s.name, s.standing.label) for s in headline.outside]
        )
    for state in headline.uncertain:
        yield ""
        yield from wrapped(f"Uncertain: {name_of(state.iso3)} ({state.iso3}). {state.why}", "")
