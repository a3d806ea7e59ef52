"""Who waits for whom: its own conditions, who names it in theirs, and how its neighbours stand."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.brief.neighbours import neighbours
from accede.reporting.recipes.prose import Part, listed, spaced, typographic, words

TOLD = {
    ConditionStanding.OPEN: "open",
    ConditionStanding.MET: "met: they have joined",
    ConditionStanding.EXPIRED: "the time given has passed",
}


def waits(briefed: Briefed) -> Iterator[Section]:
    """The section."""
    held = conditions(briefed.register)
    own = [each for each in held if each.iso3 == briefed.iso3]
    others = [each for each in held if briefed.iso3 in each.waits_for]
    sentences: list[Part] = []
    if own:
        sentences.append(
            words("It makes joining or a further step depend on: ", listed(_condition(each) for each in own), ".")
        )
    else:
        sentences.append("It has named no condition that the register holds.")
    if others:
        keys = {each.iso3: (each.key,) for each in others}
        sentences.append(words("It is named in the conditions of ", briefed.matter.listed(keys, keys.__getitem__), "."))
    sentences += neighbours(briefed)
    yield Section("", words("Neighbours, and who waits for whom"), (Paragraph(spaced(sentences)),))


def _condition(each: Condition) -> tuple[Inline, ...]:
    by = f"; expected by {each.code.expires.wording()}" if each.code.expires else ""
    said = each.said.said_on.wording()
    return words(Figure(typographic(each.code.target), (each.key,)), f" (stated {said}{by}; {TOLD[each.standing]})")
