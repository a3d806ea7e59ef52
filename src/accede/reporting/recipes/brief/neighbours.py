"""How those around it stand: its neighbours by land, and of its sub-region those outside; of an island, all of that. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from accede.paper.tree import Inline
from accede.register.neighbours import shipped_neighbours
from accede.register.standing import StandingOn
from accede.register.universe import is_in_universe
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.matter import Keys
from accede.reporting.recipes.prose import Part, either, parted, words

JOINED, OUTSIDE, OPEN = (
    ("has joined", "have joined"),
    ("is outside", "are outside"),
    ("may have joined", "may have joined"),
)
"""What is said of one State and of several; the last where the dates held allow both."""


def neighbours(briefed: Briefed) -> Iterator[Part]:
    """The sentences."""
    fact, standings = briefed.register.state(briefed.iso3).fact, briefed.matter.standings
    if not is_in_universe(fact, briefed.matter.as_of):
        yield "Its neighbours are not held."
        return
    held = {each.iso3: each for each in shipped_neighbours().get(briefed.iso3, ()) if each.iso3 in standings}
    if held:
        told = _by_standing(
            briefed,
            held,
            lambda iso3: (neighbours_key(briefed.iso3),),
            lambda iso3: f" ({held[iso3].by})" if held[iso3].by else "",
        )
        yield words(
            "Neighbours by land, as Natural Earth draws them and without prejudice to any boundary: ", told, "."
        )
    else:
        yield "It has no neighbour by land."
    region = {
        each.fact.iso3: (each.key,)
        for each in briefed.register.states
        if each.fact.sub_region == fact.sub_region and each.fact.iso3 in standings and each.fact.iso3 != briefed.iso3
    }
    others = [iso3 for iso3 in region if not held or (iso3 not in held and not standings[iso3].standing.has_joined)]
    if fact.sub_region and others:
        rest = "the rest of " if held else ""
        told = _by_standing(briefed, others, region.__getitem__)
        yield words(f"Of {rest}its sub-region, {fact.sub_region}, ", told, ".")


def neighbours_key(iso3: str) -> str:
    """The key by which a brief cites what is held of the neighbours of a State."""
    return f"neighbours/{iso3}"


def sources_of_neighbours(iso3: str) -> dict[str, str]:
    """The source of what is held of them, by that key."""
    return {neighbours_key(iso3): each.source for each in shipped_neighbours().get(iso3, ())}


def _by_standing(
    briefed: Briefed,
    states: Iterable[str],
    evidence: Callable[[str], Keys],
    remark: Callable[[str], Part] = lambda iso3: "",
) -> tuple[Inline, ...]:
    """ "Georgia has joined; Azerbaijan and Iran are outside"."""
    standings = briefed.matter.standings
    groups: dict[tuple[str, str], list[str]] = {JOINED: [], OUTSIDE: [], OPEN: []}
    for iso3 in states:
        groups[_told(standings[iso3])].append(iso3)
    return parted(
        words(
            briefed.matter.named(group, lambda iso3: (*evidence(iso3), *standings[iso3].evidence), remark),
            f" {either(len(group), *verb)}",
        )
        for verb, group in groups.items()
        if group
    )


def _told(standing: StandingOn) -> tuple[str, str]:
    """A list alone leaves everything open on a later day; then it is told as it counts, like everywhere."""
    is_open = standing.effects and len({each.has_joined for each in standing.possible}) > 1
    return OPEN if is_open else JOINED if standing.standing.has_joined else OUTSIDE
