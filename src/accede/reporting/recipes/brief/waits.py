"""Who waits for whom: its own conditions, who names it in theirs, and how its sub-region stands."""

from __future__ import annotations

from collections.abc import Iterator

from accede.overview.conditions import Condition, ConditionStanding, conditions
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.brief.matter import Briefed
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
    sentences += _region(briefed)
    yield Section("", words("Neighbours, and who waits for whom"), (Paragraph(spaced(sentences)),))


def _condition(each: Condition) -> tuple[Inline, ...]:
    by = f"; expected by {each.code.expires.wording()}" if each.code.expires else ""
    said = each.said.said_on.wording()
    return words(Figure(typographic(each.code.target), (each.key,)), f" (stated {said}{by}; {TOLD[each.standing]})")


def _region(briefed: Briefed) -> Iterator[Part]:
    """The States of its sub-region in the United Nations' division of the world; borders are not held."""
    matter = briefed.matter
    region = briefed.register.state(briefed.iso3).fact.sub_region
    if not region:
        yield "Its neighbours are not held."
        return
    states = {
        each.fact.iso3: (each.key, *matter.standings[each.fact.iso3].evidence)
        for each in briefed.register.states
        if each.fact.sub_region == region and each.fact.iso3 in matter.standings and each.fact.iso3 != briefed.iso3
    }
    joined = [iso3 for iso3 in states if matter.standings[iso3].standing.has_joined]
    outside = [iso3 for iso3 in states if iso3 not in joined]
    parts: list[Part] = [f"Of its sub-region, {region} (borders are not held), "]
    clauses = []
    if joined:
        clauses.append(
            words(matter.named(joined, states.__getitem__), " have joined" if len(joined) > 1 else " has joined")
        )
    if outside:
        verb = " are outside" if len(outside) > 1 else " is outside"
        clauses.append(words(matter.named(outside, states.__getitem__), verb))
    yield words(*parts, listed(clauses), ".") if clauses else words(*parts, "no other State is held.")
