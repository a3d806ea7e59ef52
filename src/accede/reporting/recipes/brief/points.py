"""Talking points, chosen by rule: from where the State stands, what it has committed itself to, and each circumstance it
has stated, the newest first. The texts are data; the basis of each stands in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from accede.overview.statements import Said
from accede.paper.tree import Paragraph, Run, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.brief.texts import Point, talking_points
from accede.reporting.recipes.matter import Keys
from accede.reporting.recipes.prose import typographic, words
from accede.vocabulary.capital import capital
from accede.vocabulary.statements import Circumstance, CodeKind, Position

MOST = 6
"""So many points fit; more than that are not said in one meeting."""

FIRM = frozenset(
    {Position.COMMITTED_TO_ACCEDE, Position.STRATEGIC_OBJECTIVE, Position.STEP_BY_STEP, Position.CONSIDERING}
)
"""What leads towards joining is taken up before the circumstances that stand in the way, the rest after them."""

Code = TypeVar("Code", Position, Circumstance)


def points(briefed: Briefed) -> Iterator[Section]:
    """The section; each point an item, with what called for it as its evidence."""
    chosen = chosen_points(briefed)
    heading = words("Talking points")
    if not chosen:
        told = "No talking points are held for this treaty."
        yield Section("", heading, (Paragraph(words(told)),))
        return
    items = tuple(
        Paragraph(
            words(Run(f"{lead}. ", "bold"), f"{typographic(point.text)} (", Run(point.basis, "italic"), ")"),
            kind="item",
            evidence=keys,
        )
        for point, lead, keys in chosen
    )
    note = "Chosen by rule: in bold what the State has stated, or what else calls for it; in brackets what the point rests on."
    yield Section("", heading, (*items, Paragraph(words(note), kind="note")))


def chosen_points(briefed: Briefed) -> list[tuple[Point, str, Keys]]:
    """The points with what called for each and the evidence of that, in the order of the brief; the last is for all."""
    held = talking_points(briefed.register.treaty.key)
    if held is None:
        return []
    found: dict[Point, tuple[str, Keys]] = {}
    standing = briefed.dossier.standing
    if standing is not None and standing.standing in held.standings:
        found[held.standings[standing.standing]] = (capital(standing.standing.label), standing.evidence)
    statements = briefed.matter.said.get(briefed.iso3, ())
    if not statements:
        found[held.silent] = ("No word held", ())
    firm = {position: point for position, point in held.positions.items() if position in FIRM}
    mild = {position: point for position, point in held.positions.items() if position not in FIRM}
    found |= _stated(statements, CodeKind.POSITION, firm)
    found |= _stated(statements, CodeKind.CIRCUMSTANCE, held.circumstances)
    found |= dict(list(_stated(statements, CodeKind.POSITION, mild).items())[:1])
    most = list(found.items())[: MOST - 1]
    return [
        (point, why, keys)
        for point, (why, keys) in [*most, (held.always, ("In any case", (briefed.register.treaty.key,)))]
    ]


def _stated(
    statements: Iterable[Said], kind: CodeKind, points_of: Mapping[Code, Point]
) -> dict[Point, tuple[str, Keys]]:
    """The points for what was stated, the newest statement first, with what was stated and where."""
    by_key = {str(code): (code, point) for code, point in points_of.items()}
    found: dict[Point, tuple[str, Keys]] = {}
    for said in statements:
        for given in said.codes:
            if given.kind is kind and given.code in by_key:
                code, point = by_key[given.code]
                found.setdefault(point, (capital(typographic(code.label)), (said.evidence.key,)))
    return found
