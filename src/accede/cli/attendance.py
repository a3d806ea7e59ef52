"""accede attendance: who took part in which meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Named, among_option, answer_options
from accede.cli.output import print_json, print_text, table, wrapped
from accede.cli.register import open_for
from accede.publishing.wording import counted, day

if TYPE_CHECKING:
    from accede.overview.attendance import AttendanceFound

_NOT_RECORDED = "?"
_ABSENT = "-"
_ATTENDED = "x"

JSON = (
    'With --json: {"occasions":[KEY], "rows":{ISO3:[KEY]}, "last":{ISO3:KEY}, "never":[ISO3], '
    '"not_recorded":[ISO3], "conflicts":[{"iso3", "occasion", "claims":[{"key", "source", "claim", '
    '"occasion"}]}]}'
)


@click.command(name="attendance", epilog=JSON)
@click.option(
    "--since",
    type=Named("a meeting, as IM2014 or 3RC"),
    metavar="OCCASION",
    help="From this meeting on, as IM2014 or 3RC (default: all).",
)
@among_option("outside")
@answer_options
def command(asked: Asked, since: str | None, among: str) -> None:
    """Who took part in which meeting, last and never. Never is said only where the records are complete."""
    open_for(asked)
    from accede.overview.attendance import attendance_of

    found = attendance_of(asked.treaty, asked.view(), since or "", among)
    print_json(found.answer) if asked.as_json else print_text(_text(asked, found))


def _text(asked: Asked, found: AttendanceFound) -> Iterator[str]:
    from accede.overview.standings import name_of

    answer = found.answer
    marks = sum(map(len, answer.rows.values()))
    yield (
        f"{counted(marks, 'attendance')} of {counted(len(answer.rows), 'State')} at "
        f"{counted(len(answer.occasions), 'meeting')}, as of {day(asked.as_of)}."
    )
    yield f"{_ATTENDED} took part; {_ABSENT} did not; {_NOT_RECORDED} not recorded."
    yield ""
    rows = []
    for iso3, state in found.states.items():
        cells = [
            _ATTENDED if key in state.attended else _ABSENT if key in state.absent else _NOT_RECORDED
            for key in answer.occasions
        ]
        last = answer.last[iso3] or ("never" if state.has_never else "not recorded")
        rows.append((iso3, name_of(iso3), *cells, last))
    yield from table(("ISO", "State", *answer.occasions, "Last"), rows)
    for conflict in answer.conflicts:
        sides = "; ".join(
            f"{claim.source} says {claim.claim.label} {claim.occasion}".rstrip() for claim in conflict.claims
        )
        yield ""
        yield from wrapped(f"Contradiction: {name_of(conflict.iso3)}, {conflict.occasion} ({sides}).", "")
