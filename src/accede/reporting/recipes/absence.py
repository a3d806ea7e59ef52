"""What a count of States rests on where it counts that something is not held: the records of the States themselves. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from accede.overview.register import Register
from accede.reporting.recipes.matter import Keys, Matter


def keys_of_states(register: Register, states: Iterable[str]) -> Keys:
    """The keys of the records of these States."""
    wanted = frozenset(states)
    return tuple(each.key for each in register.states if each.fact.iso3 in wanted)


def standing_keys(matter: Matter, states: Iterable[str]) -> Keys:
    """What the standings of these States rest on; of one without any treaty action, its own record."""
    found: list[str] = []
    for iso3 in states:
        found += matter.standings[iso3].evidence or keys_of_states(matter.register, [iso3])
    return tuple(found)
