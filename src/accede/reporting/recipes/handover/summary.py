"""How much is handed over, in one paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.rules import is_older_than
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.gaps import DEFAULT_YEARS, gaps
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.absence import keys_of_states, standing_keys
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Pen, counted, either, items, spelled, words
from accede.vocabulary.standings import Standing


def summary(matter: Matter, pen: Pen) -> Iterator[Section]:
    """The section."""
    found = gaps(matter.register)
    held = conditions(matter.register)
    run_out = tuple(each.key for each in held if each.standing is ConditionStanding.EXPIRED)
    leaving = [iso3 for iso3, each in matter.standings.items() if each.withdrawal and each.standing.has_joined]
    waiting = [iso3 for iso3, each in matter.standings.items() if each.standing is Standing.JOINED_NOT_IN_FORCE]
    joined = [iso3 for iso3, each in matter.standings.items() if each.standing.has_joined]
    silent = [gap.iso3 for gap in found.states if gap.none]
    old = [
        gap.iso3
        for gap in found.states
        if gap.said_on and is_older_than(DEFAULT_YEARS, gap.said_on.counts_from, matter.as_of)
    ]
    lead = pen.paragraph(
        Figure(str(matter.counts.outside), standing_keys(matter, matter.outside)),
        f" {either(matter.counts.outside, 'State stands', 'States stand')} outside the Convention and ",
        Figure(str(matter.counts.joined), standing_keys(matter, joined)),
        " have joined it. Handed over are:",
    )
    lines = [
        _line(len(leaving), standing_keys(matter, leaving), "withdrawal", " under way"),
        _line(
            len(waiting), standing_keys(matter, waiting), "instrument", " deposited, the Convention not yet in force"
        ),
        _line(len(held), tuple(each.key for each in held), "condition", " stated by States outside"),
        _line(len(run_out), run_out, "condition", " of these for which the time given has passed"),
        _line(
            found.none, keys_of_states(matter.register, silent), "State", " outside of which no official word is held"
        ),
        _line(
            found.older,
            tuple(matter.said[iso3][0].evidence.key for iso3 in old),
            "State",
            f" outside whose last word is more than {spelled(DEFAULT_YEARS)} years old",
        ),
    ]
    yield Section("", words("In short"), (lead, *items(lines)))


def _line(number: int, keys: Keys, noun: str, rest: str) -> tuple[Inline, ...]:
    return words(counted(number, noun, f"{noun}s", keys), rest)
