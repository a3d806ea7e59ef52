"""accede changes: what changed between two days or meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Moment, answer_options
from accede.cli.output import print_json, print_text, wrapped
from accede.cli.register import open_for
from accede.publishing import sentences
from accede.publishing.wording import counted, day

if TYPE_CHECKING:
    from accede.overview.changes import Changes, StandingChange

JSON = (
    'With --json: {"from", "to", "standing":[], "statements":[], "practices":[], "votes":[], "attendance":[], '
    '"reports":[], "activities":[]}'
)


@click.command(name="changes", epilog=JSON)
@click.option(
    "--from",
    "start",
    required=True,
    type=Moment(),
    metavar="DAY",
    help="After the end of this day, or of this meeting.",
)
@click.option(
    "--to", "end", required=True, type=Moment(), metavar="DAY", help="Up to the end of this day, or of this meeting."
)
@answer_options
def command(asked: Asked, start: str, end: str) -> None:
    """What changed between two days (2018-08-21) or two meetings (16MSP): standing, statements, practices, votes and more."""
    open_for(asked)
    from accede.overview.changes import changes_of

    found = changes_of(asked.treaty, asked.view(), start, end)
    print_json(found) if asked.as_json else print_text(_text(found))


def _what(item: StandingChange) -> str:
    from accede.overview.changes import Happening

    match item.what:
        case Happening.STEP:
            return item.action.label
        case Happening.DEPOSITED | Happening.IN_FORCE:
            return f"{item.what.label} ({item.action.label})"
    return item.what.label


def _text(found: Changes) -> Iterator[str]:
    kinds = {
        "Standing": [f"{item.name}: {_what(item)}, {item.on.wording()}" for item in found.standing],
        "Statements": [
            f"{sentences.capital(sentences.state(item.iso3))}: {item.said_on.wording()} ({item.citation})"
            for item in found.statements
        ],
        "Practices": [
            f"{sentences.capital(sentences.state(item.iso3))}. {sentences.practice(item)}" for item in found.practices
        ],
        "Votes": [
            f"{sentences.capital(sentences.state(item.iso3))}: {item.before.label} in session {item.session_before}, "
            f"{item.after.label} in session {item.session} ({item.body.label})"
            for item in found.votes
        ],
        "Attendance": [
            f"{sentences.capital(sentences.state(item.iso3))}. {sentences.attendance(item)}"
            for item in found.attendance
        ],
        "Reports": [
            f"{sentences.capital(sentences.state(item.iso3))}. {sentences.report(item)}" for item in found.reports
        ],
        "Activities": [sentences.activity(item) for item in found.activities],
    }
    number = sum(map(len, kinds.values()))
    yield f"{counted(number, 'change')} after {day(found.from_)} and up to {day(found.to)}."
    for heading, lines in kinds.items():
        if lines:
            yield ""
            yield f"{heading} ({len(lines)})"
            for line in lines:
                yield from wrapped(line)
