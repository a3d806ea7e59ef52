"""Options that every answer takes, and the days and instants people type."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import click

from accede.records.values import View

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Between these every day can be written, and what follows from it by a treaty's rules is in the calendar too."""


class Day(click.ParamType[date]):
    """A day of the calendar, YYYY-MM-DD, in the years 1000 to 9000."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        if not _DAY.fullmatch(value):
            self.fail(f"{value!r} is not a day; write it as 2018-08-21", param, ctx)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value} is not in the calendar", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{value} is not in the years {FIRST_YEAR} to {LAST_YEAR}, of which Accede can tell", param, ctx)
        return day


class Moment(click.ParamType[str]):
    """A day, or what is named by a word: a meeting."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if _DAY.fullmatch(value):
            return Day().convert(value, param, ctx).isoformat()
        return Named("a day or a meeting, as 2018-08-21 or 16MSP").convert(value, param, ctx)


class Named(click.ParamType[str]):
    """A key; an empty one is refused with what it should be."""

    name = "key"

    def __init__(self, what: str) -> None:
        self.what = what

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value.strip():
            self.fail(f"name {self.what}", param, ctx)
        return str(value)


class Number(click.IntRange):
    """A whole number within bounds."""

    name = "whole number"


class Instant(click.ParamType[datetime]):
    """An instant with its offset from UTC, or a day, which means its end in UTC."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        if _DAY.fullmatch(value):
            return datetime.combine(Day().convert(value, param, ctx), time.max, UTC)
        try:
            instant = datetime.fromisoformat(value)
            if instant.tzinfo is None:
                raise ValueError("without an offset it is not one instant")
            return instant.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is not an instant; write 2018-08-21T12:00:00Z, or a day for its end", param, ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every answer is asked with. `sources` None: all of them."""

    treaty: str
    as_of: date
    known_on: datetime
    sources: frozenset[str] | None
    as_json: bool

    def view(self) -> View:
        """From where the answer looks."""
        return View(as_of=self.as_of, known_on=self.known_on, sources=self.sources)


def answer_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of every answer; it receives them as one `Asked`, named `asked`."""

    @functools.wraps(function)
    def answer(
        treaty: str,
        as_of: date | None,
        known_on: datetime | None,
        source: tuple[str, ...],
        as_json: bool,
        **further: Any,
    ) -> None:
        now = datetime.now(UTC)
        asked = Asked(
            treaty=treaty,
            as_of=as_of or now.date(),
            known_on=known_on or now,
            sources=frozenset(source) or None,
            as_json=as_json,
        )
        function(asked=asked, **further)

    for option in reversed(_OPTIONS):
        option(answer)
    return answer


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")

treaty_option = click.option(
    "--treaty", default="apmbc", show_default=True, metavar="KEY", help="The treaty asked about."
)


def among_option(default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Which States an answer is about."""
    return click.option(
        "--among",
        default=default,
        show_default=True,
        type=click.Choice(["outside", "all"]),
        help="The States outside on that day, or all.",
    )


_OPTIONS = (
    treaty_option,
    click.option("--as-of", type=Day(), help="What held by the end of this day (default: today)."),
    click.option(
        "--known-on",
        type=Instant(),
        help="What the register had recorded by this instant, or by the end of this day in UTC (default: now).",
    ),
    click.option(
        "--source",
        multiple=True,
        type=Named("a source, as 17msp-status-paper"),
        metavar="KEY",
        help="Answer from this source alone; may be given more than once (17msp-status-paper, 18msp-statement).",
    ),
    json_option,
)
