"""accede gaps: what is unknown or old."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Number, answer_options
from accede.cli.output import print_json, print_text, table
from accede.cli.register import open_for
from accede.publishing.wording import counted, day
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Question

if TYPE_CHECKING:
    from accede.overview.gaps import Gaps

JSON = (
    'With --json: {"states":[{"iso3", "said_on", "confirmed_on", "checked_on", "age_years", "none", '
    '"questions":{QUESTION:DATE}}], "none", "older"}'
)


@click.command(name="gaps", epilog=JSON)
@click.option(
    "--older-than",
    default=5,
    show_default=True,
    type=Number(0, 200),
    metavar="YEARS",
    help="A statement older than this is old.",
)
@answer_options
def command(asked: Asked, older_than: int) -> None:
    """What is unknown or old of each State outside: when it last said, confirmed, was checked, and on what it spoke."""
    open_for(asked)
    from accede.overview.gaps import gaps_of

    gaps = gaps_of(asked.treaty, asked.view(), older_than)
    print_json(gaps) if asked.as_json else print_text(_text(asked, gaps, older_than))


def _text(asked: Asked, gaps: Gaps, older_than: int) -> Iterator[str]:
    from accede.overview.standings import name_of

    yield (
        f"Of {counted(len(gaps.states), 'State')} outside {gaps.none} have made no statement that we hold, and of "
        f"{gaps.older} more the last one is older than {counted(older_than, 'year')}, as of {day(asked.as_of)}."
    )
    yield ""
    header = ("ISO", "State", "Said", "Confirmed", "Checked", *(question.label for question in Question))
    header = tuple("reasons" if name == Question.REASONS.label else name for name in header)
    rows = [
        (
            gap.iso3,
            name_of(gap.iso3),
            _day(gap.said_on),
            _day(gap.confirmed_on),
            _day(gap.checked_on),
            *(_year(gap.questions[question]) for question in Question),
        )
        for gap in gaps.states
    ]
    yield from table(header, rows)


def _day(on: PartialDate | None) -> str:
    return on.wording() if on else "nothing held"


def _year(on: PartialDate | None) -> str:
    return str(on.counts_from.year) if on else "-"
