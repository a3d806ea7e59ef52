"""What the register does not hold, so that it is asked for at the hand-over."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Section
from accede.reporting.recipes.activities import LOOKED_FOR
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Pen, items, listed, words
from accede.reporting.recipes.status_paper.introduction import plan_in_force
from accede.reporting.recipes.status_paper.president import year_up_to

NOT_HELD = (
    "contacts at missions and in capitals: ask the outgoing presidency and the Implementation Support Unit for them",
    "drafts of letters, notes and statements",
    "what was promised in conversation and stands in no statement or report",
)
NOT_RECORDED = ("what was said or promised in conversation and was not written down",)


def missing(matter: Matter, pen: Pen, *, is_told: bool = False) -> Iterator[Section]:
    """One item each; `is_told`: what the presidency has in hand stands above."""
    lines = [words(line) for line in (NOT_RECORDED if is_told else NOT_HELD)]
    year = year_up_to(matter)
    held = {each.fact.kind for each in (*year.done, *year.undated)}
    none = [label for kind, label in LOOKED_FOR.items() if kind not in held]
    if none:
        lines.append(words(f"for {year.year}, any record of ", listed(none, "or of")))
    plan = plan_in_force(matter)
    if plan is not None and not plan.held:
        lines.append(words(f"the text of the actions of the {plan.name} on universalization"))
    lead = pen.paragraph("The register does not hold:")
    yield Section("", words("Not held"), (lead, *items(lines)))
