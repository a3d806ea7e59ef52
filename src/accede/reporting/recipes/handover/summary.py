"""How much is handed over, in one paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from accede.evidence.rules import is_older_than
from accede.overview.conditions import ConditionStanding, conditions
from accede.overview.gaps import DEFAULT_YEARS, gaps
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.absence import keys_of_states, standing_keys
from accede.reporting.recipes.handover.speech import number, phrase
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Pen, items, words
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
    outside = matter.counts.outside
    lead = phrase(
        ngettext(
            "%(outside)s State stands outside the Convention and %(joined)s have joined it. Handed over are:",
            "%(outside)s States stand outside the Convention and %(joined)s have joined it. Handed over are:",
            outside,
        ),
        outside=Figure(str(outside), standing_keys(matter, matter.outside)),
        joined=Figure(str(matter.counts.joined), standing_keys(matter, joined)),
    )
    lines = [
        _counted(
            ngettext("%(number)s withdrawal under way", "%(number)s withdrawals under way", len(leaving)),
            len(leaving),
            standing_keys(matter, leaving),
        ),
        _counted(
            ngettext(
                "%(number)s instrument deposited, the Convention not yet in force",
                "%(number)s instruments deposited, the Convention not yet in force",
                len(waiting),
            ),
            len(waiting),
            standing_keys(matter, waiting),
        ),
        _counted(
            ngettext(
                "%(number)s condition stated by States outside",
                "%(number)s conditions stated by States outside",
                len(held),
            ),
            len(held),
            tuple(each.key for each in held),
        ),
        _counted(
            ngettext(
                "%(number)s condition of these for which the time given has passed",
                "%(number)s conditions of these for which the time given has passed",
                len(run_out),
            ),
            len(run_out),
            run_out,
        ),
        _counted(
            ngettext(
                "%(number)s State outside of which no official word is held",
                "%(number)s States outside of which no official word is held",
                found.none,
            ),
            found.none,
            keys_of_states(matter.register, silent),
        ),
        _counted(
            ngettext(
                "%(number)s State outside whose last word is more than %(years)s years old",
                "%(number)s States outside whose last word is more than %(years)s years old",
                found.older,
            ),
            found.older,
            tuple(matter.said[iso3][0].evidence.key for iso3 in old),
        ),
    ]
    yield Section("", words(gettext("In short")), (pen.paragraph(lead), *items(lines)))


def _counted(template: str, counted: int, keys: Keys) -> tuple[Inline, ...]:
    return phrase(template, number=Figure(number(counted), keys), years=number(DEFAULT_YEARS))
