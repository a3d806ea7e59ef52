"""Sentences that open an answer on a page or at the command line; computed, never typed. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from accede.vocabulary.partial_date import PartialDate

if TYPE_CHECKING:  # the headline's module loads Django's models, and these sentences are also said without them
    from accede.overview.headline import Headline


def language() -> str:
    """The language that is written in now: that of the page, English at the command line."""
    return (get_language() or "en")[:2]


def day(on: date) -> str:
    """A day as the United Nations write it: 21 August 2018."""
    return PartialDate.on_day(on).wording(language())


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: 1 State, 33 States, 917 380 rows."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{in_thousands(number)} {noun}"


def in_thousands(number: int) -> str:
    """A number with a fixed space between its thousands."""
    return f"{number:,}".replace(",", "\u00a0")


def opening(headline: Headline) -> str:
    """164 States have joined; 33 remain outside, as of 21 August 2018."""
    joined, outside = headline.counts.joined, headline.counts.outside
    verb = "has" if joined == 1 else "have"
    remain = "remains" if outside == 1 else "remain"
    return f"{counted(joined, 'State')} {verb} joined; {outside} {remain} outside, as of {day(headline.as_of)}."


def in_force(headline: Headline) -> str:
    """How many of those that joined are bound already; empty where all are, because it is the same number then."""
    counts = headline.counts
    if not counts.joined_not_in_force:
        return ""
    if headline.maybe_in_force:
        of = either_number(counts.in_force, len(headline.maybe_in_force))
        names = " and ".join(headline.maybe_in_force)
        has = "has" if len(headline.maybe_in_force) == 1 else "have"
        return (
            f"For {of} of them the Convention is in force: {names} {has} joined on a day that is known only within "
            "bounds, so that it may or may not be in force there yet."
        )
    return f"For {counts.in_force} of them the Convention is in force; for {counts.joined_not_in_force} it is not yet."


def either_number(number: int, more: int) -> str:
    """A number that may be larger by some: 161 or 162; 161 to 163."""
    return f"{number} {'or' if more == 1 else 'to'} {number + more}" if more else str(number)
