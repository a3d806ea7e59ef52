"""How a draft puts a number of States: "164 States have joined", "States Parties: 164", "all but 33". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accede.reporting.checker.counting.single_ways import NONE, SINGLE, of_one_kind, of_parts
from accede.reporting.checker.counting.ways import of_nouns, of_verbs
from accede.reporting.checker.counting.words import ORDER, PROPERTIES, Property, T
from accede.reporting.checker.late import Late, Parted


@dataclass(frozen=True, slots=True)
class Put:
    """A number found in a way of putting it. `is_weak`: what stands around decides whether all States are counted.

    `is_stock`: the words count how many there are, not what happened. `is_part`: it is a part of those outside.
    `ends_in_noun`: what follows may narrow it ("States Parties that reported").
    """

    match: re.Match[str]
    of: Property
    is_weak: bool
    is_stock: bool
    is_part: bool
    ends_in_noun: bool

    @property
    def number(self) -> int | None:
        """The index of the number; None where the draft says "no" or "a single"."""
        found = self.match.groupdict().get("n")
        return None if found is None else int(found)

    @property
    def unnumbered(self) -> int:
        """The number where no figure stands: one of "a single signatory", none else."""
        return 1 if self.match.groupdict().get("one") else 0

    @property
    def is_rest(self) -> bool:
        """Whether it is what is left of a number said before ("and 33 have not")."""
        return "rest" in self.match.groupdict()

    @property
    def is_bare(self) -> bool:
        """Whether it is not said what is counted ("twenty have yet to join")."""
        return "bare" in self.match.groupdict()

    @property
    def names_its_treaty(self) -> bool:
        """Whether the words themselves name a treaty."""
        return bool(re.search(T, self.match[0]))

    @property
    def whole(self) -> int | None:
        """The index of the greater number of which this is said to be a part."""
        groups = self.match.groupdict()
        found = groups.get("whole") or groups.get("of") or groups.get("of_b")
        return None if found is None else int(found)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A way of putting a number: see `Put`."""

    of: Property
    pattern: Late
    is_weak: bool
    is_stock: bool
    is_part: bool
    ends_in_noun: bool


def put_in(outline: str) -> Iterator[Put]:
    """Every reading of every number of an outline, the likeliest first."""
    if "⟦N" not in outline and not re.search(rf"{NONE}|{SINGLE}", outline, re.IGNORECASE):
        return
    found = [
        Put(match, frame.of, frame.is_weak, frame.is_stock, frame.is_part, frame.ends_in_noun)
        for frame in _frames()
        for match in frame.pattern.finditer(outline)
    ]
    yield from sorted(found, key=lambda put: (put.is_weak, ORDER.index(put.of), -_length(put)))


def _length(put: Put) -> int:
    return put.match.end() - put.match.start()


@cache
def _frames() -> tuple[_Frame, ...]:
    ways = [
        *of_parts(),
        *of_one_kind(),
        *(way for prop in PROPERTIES if prop.verbs for way in of_verbs(prop)),
        *(way for prop in PROPERTIES if prop.nouns for way in of_nouns(prop)),
    ]
    return tuple(
        _Frame(prop, Parted(parts, re.IGNORECASE), "weak" in how, "stock" in how, "part" in how, "noun" in how)
        for prop, how, *parts in ways
    )
