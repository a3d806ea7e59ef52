"""What the presidency and others did in the time."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.activities import Done, who
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Part, Pen, items, words
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital
from accede.vocabulary.partial_date import PartialDate

PREPOSITIONS = {ActivityKind.BILATERAL: "with", ActivityKind.WORKING_GROUP: "with", ActivityKind.WORKSHOP: "with"}
"""How whom it went to is put after who did it."""


def activities(compared: Compared, pen: Pen) -> Iterator[Section]:
    """One item an activity, in the order of days."""
    matter = compared.now
    new = {item.evidence for item in compared.changes.activities}
    held = [each for each in matter.register.activities if each.key in new]
    held.sort(key=lambda each: (each.fact.on.counts_from, each.key))
    alike: dict[tuple[PartialDate, ActivityKind, str], list[Done]] = {}
    for each in held:
        alike.setdefault((each.fact.on, each.fact.kind, who(matter, each.fact)), []).append(each)
    lines = [_line(matter, on, kind, doer, done) for (on, kind, doer), done in alike.items()]
    lead = "What was done:" if lines else "No activity is recorded in this time."
    yield Section("", words("Activities"), (pen.paragraph(lead), *items(lines)))


def _line(matter: Matter, on: PartialDate, kind: ActivityKind, doer: str, done: list[Done]) -> tuple[Inline, ...]:
    """ "2018: bilateral meeting, the President with Kyrgyzstan and Saudi Arabia"."""
    keys = {iso3: (each.key,) for each in done for iso3 in each.fact.towards}
    name = Figure(kind.label, tuple(each.key for each in done))
    parts: list[Part] = [f"{capital(on.wording())}: ", name, f", {doer}"]
    if any(each.fact.towards_all_outside for each in done):
        parts.append(" to the States not party")
    elif keys:
        parts += [f" {PREPOSITIONS.get(kind, 'to')} ", matter.listed(keys, keys.__getitem__)]
    return words(*parts)
