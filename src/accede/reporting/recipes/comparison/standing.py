"""What happened to the standing of States, in the order of days."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.changes import Happening, StandingChange
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Pen, capital, items, words

TOLD = {
    Happening.SIGNED: "signed",
    Happening.DEPOSITED: "deposited its instrument of",
    Happening.IN_FORCE: "the Convention entered into force for it",
    Happening.WITHDRAWAL_NOTIFIED: "its notification of withdrawal was received",
    Happening.WITHDRAWAL_IN_EFFECT: "its withdrawal took effect",
}


def standing(compared: Compared, pen: Pen) -> Iterator[Section]:
    """One item a happening."""
    found = compared.changes.standing
    lines = [_line(compared, change) for change in found]
    lead = (
        "What happened, in the order of days:" if lines else "Nothing is recorded that changed the standing of a State."
    )
    yield Section("", words("Standing"), (pen.paragraph(lead), *items(lines)))


def _line(compared: Compared, change: StandingChange) -> tuple[Inline, ...]:
    told = TOLD.get(change.what, change.action.label)  # a step is called what it is
    if change.what is Happening.DEPOSITED:
        told = f"{told} {change.action.label}"
    name = capital(compared.now.in_sentence(change.iso3))
    return words(f"{name}: ", Figure(told, (change.evidence,)), f", {change.on.wording()}")
