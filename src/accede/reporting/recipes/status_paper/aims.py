"""Section III, acceptance of the aims: who has stated support, in which words of the vocabulary, and who said nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.prose import Part, Pen, capital, either, items, spelled, words
from accede.reporting.recipes.status_paper.matter import Keys, Matter
from accede.vocabulary.statements import Circumstance, CodeKind, Position

Code = TypeVar("Code", Position, Circumstance)

SUPPORT = {
    Position.COMMITTED_TO_ACCEDE: "a commitment to accede",
    Position.STRATEGIC_OBJECTIVE: "accession as a strategic objective",
    Position.STEP_BY_STEP: "an approach step by step",
    Position.CONSIDERING: "accession under consideration",
    Position.DOES_NOT_EXCLUDE: "accession not excluded",
    Position.ADHERES_IN_PRACTICE: "adherence in practice",
    Position.SUPPORTS_NORMS: "support for the norms",
    Position.SUPPORTS_AIMS: "support for the aims",
    Position.SUPPORTS_HUMANITARIAN_OBJECTIVES: "support for the humanitarian objectives",
}
"""Positions that accept what the Convention is for, as the paper words them, in the order of the vocabulary."""


def aims(matter: Matter, pen: Pen) -> Section:
    """The sub-section."""
    stated = states_by_code(matter, CodeKind.POSITION, SUPPORT)
    supporting = {iso3: keys for found in stated.values() for iso3, keys in found.items()}
    silent = [iso3 for iso3 in matter.outside if not matter.said[iso3]]
    heading = words("Acceptance of the aims of the Convention")
    if not stated:
        parts: list[Part] = [
            "The register holds no reading of what they have said of its aims; section IV gives their words."
        ]
        parts += [" No official statement is held of ", matter.named(silent), "."] if silent else []
        return Section("A", heading, (pen.paragraph(*parts),))
    parts = [
        "Of the ",
        Figure(str(matter.counts.outside), matter.evidence_of(matter.outside)),
        f" States that {either(matter.counts.outside, 'remains', 'remain')} outside the Convention, ",
        Figure(spelled(len(supporting)), tuple(key for keys in supporting.values() for key in keys)),
        f" {either(len(supporting), 'has', 'have')} at some time accepted its aims or norms in an official statement.",
    ]
    if silent:
        parts += [" No official statement is held of ", matter.named(silent), "."]
    parts.append(" What was stated is given below, with how many and which; whoever stated several is named for each:")
    lines = [tally(matter, SUPPORT[position], found) for position, found in stated.items()]
    return Section("A", heading, (pen.paragraph(*parts), *items(lines)))


def states_by_code(matter: Matter, kind: CodeKind, codes: Iterable[Code]) -> dict[Code, dict[str, Keys]]:
    """For each of these codes that is stated, the States outside that state it with the keys of their statements."""
    found: dict[Code, dict[str, Keys]] = {}
    for code in codes:
        for iso3 in matter.outside:
            keys = tuple(
                said.evidence.key
                for said in matter.said[iso3]
                if any(one.kind is kind and one.code == code.value for one in said.codes)
            )
            if keys:
                found.setdefault(code, {})[iso3] = keys
    return found


def tally(matter: Matter, what: str, found: dict[str, Keys]) -> tuple[Inline, ...]:
    """What is stated, by how many and by whom: "Military utility (2): Cuba and Egypt"."""
    number = Figure(str(len(found)), tuple(key for keys in found.values() for key in keys))
    return words(capital(what), " (", number, "): ", matter.listed(found, found.__getitem__))
