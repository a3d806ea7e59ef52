"""Section III, acceptance of the aims: who has stated support, in which words of the vocabulary, and who said nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from accede.evidence.rules import accepts_aims, is_of_policy
from accede.evidence.values import Code
from accede.overview.statements import Said
from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.matter import Keys, Matter
from accede.reporting.recipes.prose import Part, Pen, either, items, spelled, words
from accede.vocabulary.capital import capital
from accede.vocabulary.statements import Circumstance, CodeKind, Position

Listed = TypeVar("Listed", Position, Circumstance)

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
"""Positions on what the Convention is for and on accession, as the paper words them, in the order of the vocabulary."""

ACCEPTANCE = tuple(position for position in SUPPORT if accepts_aims(position))
"""Those by which a State accepts the aims or norms."""


def aims(matter: Matter, pen: Pen) -> Section:
    """The sub-section."""
    stated = states_by_code(matter, CodeKind.POSITION, SUPPORT)
    supporting = {
        iso3: keys for position, found in stated.items() if position in ACCEPTANCE for iso3, keys in found.items()
    }
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
    parts += _ended(matter)
    parts.append(
        " What was stated of its aims and of accession is given below, with the number and the names of the States; "
        "whoever stated several is named for each:"
    )
    lines = [tally(matter, SUPPORT[position], found) for position, found in stated.items()]
    return Section("A", heading, (pen.paragraph(*parts), *items(lines)))


def _ended(matter: Matter) -> tuple[Inline, ...]:
    """Whose stated policy has ended since, and is therefore in no number: "the United States of America (stated ...)"."""
    ended: dict[str, Said] = {}
    for iso3 in matter.outside:
        for said in matter.said[iso3]:
            if matter.ended_by(said) and any(_is_of_policy(code) for code in said.codes):
                ended.setdefault(iso3, said)
    if not ended:
        return ()
    names = matter.listed(
        ended,
        lambda iso3: (ended[iso3].evidence.key, *(each.key for each in matter.ended_by(ended[iso3]))),
        lambda iso3: f" ({stated_and_ended(matter, ended[iso3])})",
    )
    return words(" A policy that its State has ended since is not counted: that of ", names, ".")


def stated_and_ended(matter: Matter, said: Said) -> str:
    """When a policy was stated and when it ended: "stated 2016, ended 31 January 2020"; only the first where it has not."""
    ending = matter.ended_by(said)
    told = f"stated {said.said_on.wording()}"
    return f"{told}, ended {(ending[0].fact.since or ending[0].fact.claimed).wording()}" if ending else told


def _is_of_policy(code: Code) -> bool:
    return code.kind is CodeKind.POSITION and is_of_policy(Position(code.code))


def states_by_code(matter: Matter, kind: CodeKind, codes: Iterable[Listed]) -> dict[Listed, dict[str, Keys]]:
    """For each of these codes that is stated, the States outside that state it with the keys of their statements.

    A position of a policy that the State has ended since is stated by it no longer.
    """
    found: dict[Listed, dict[str, Keys]] = {}
    for code in codes:
        for iso3 in matter.outside:
            keys = tuple(
                said.evidence.key
                for said in matter.said[iso3]
                if any(one.kind is kind and one.code == code.value for one in said.codes)
                and not (isinstance(code, Position) and is_of_policy(code) and matter.ended_by(said))
            )
            if keys:
                found.setdefault(code, {})[iso3] = keys
    return found


def tally(matter: Matter, what: str, found: dict[str, Keys]) -> tuple[Inline, ...]:
    """What is stated, by how many and by whom: "Military utility (2): Cuba and Egypt"."""
    number = Figure(str(len(found)), tuple(key for keys in found.values() for key in keys))
    return words(capital(what), " (", number, "): ", matter.listed(found, found.__getitem__))
