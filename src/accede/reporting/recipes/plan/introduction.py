"""Which plan it is, and what of it the register holds."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Figure, Section
from accede.reporting.recipes.matter import meeting_words
from accede.reporting.recipes.plan.matter import Reported
from accede.reporting.recipes.prose import Part, Pen, counted, words


def introduction(reported: Reported, pen: Pen) -> Iterator[Section]:
    """The section."""
    plan, key = reported.plan, (reported.matter.register.treaty.key,)
    adopted = reported.matter.occasion(plan.adopted_at)
    parts: list[Part] = ["The ", Figure(plan.name, key)]
    if adopted is not None:
        on = f" on {plan.adopted.wording()}" if plan.adopted else ""
        parts.append(f" was adopted at {meeting_words(adopted)}{on}")
    parts.append(f"{' and' if adopted else ''} covers the years {_years(reported)}. ")
    if plan.held and plan.actions:
        parts += ["The register holds ", counted(len(plan.actions), "action", "actions", key)]
        parts.append(" of it on universalization, in our summary; others of its actions are not held.")
    else:
        parts.append("The text of its actions on universalization is not held in the register.")
    yield Section("", words("The plan"), (pen.paragraph(*parts),))


def _years(reported: Reported) -> str:
    period = reported.plan.period
    assert period.earliest is not None
    return f"{period.earliest.year} to {period.latest.year}" if period.latest else f"from {period.earliest.year} on"
