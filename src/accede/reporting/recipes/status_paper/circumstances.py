"""Section III, stated circumstances: what States give as reasons for staying outside, and on which conditions."""

from __future__ import annotations

from collections.abc import Iterator

from accede.evidence.values import Code
from accede.overview.statements import Said
from accede.paper.tree import Figure, Inline, Paragraph, Section
from accede.reporting.recipes.matter import Matter
from accede.reporting.recipes.prose import Part, Pen, items, listed, spelled, typographic, words
from accede.reporting.recipes.status_paper.aims import stated_and_ended, states_by_code, tally
from accede.vocabulary.capital import capital
from accede.vocabulary.statements import Circumstance, CodeKind


def circumstances(matter: Matter, pen: Pen) -> Section:
    """The sub-section: one item a circumstance, the most often stated first."""
    stated = states_by_code(matter, CodeKind.CIRCUMSTANCE, Circumstance)
    order = list(Circumstance)
    ranked = sorted(stated.items(), key=lambda found: (-len(found[1]), order.index(found[0])))
    silent = [iso3 for iso3 in matter.outside if not any(iso3 in found for found in stated.values())]
    if not ranked:
        opening = pen.paragraph(
            "The register holds no reading of the circumstances they state; section IV gives their words."
        )
        return Section("B", words("Circumstances stated for remaining outside"), (opening,))
    named = {iso3: keys for found in stated.values() for iso3, keys in found.items()}
    parts: list[Part] = [
        "In their official statements, ",
        Figure(spelled(len(named)), tuple(key for keys in named.values() for key in keys)),
        " of those outside the Convention give circumstances for remaining so.",
    ]
    if silent:
        parts += [" Circumstances are not recorded of ", matter.named(silent), "."]
    parts.append(
        " Each is given below with the number and the names of the States that state it, the most frequent first:"
    )
    lines = [tally(matter, typographic(circumstance.label), found) for circumstance, found in ranked]
    blocks = (pen.paragraph(*parts), *items(lines), *_conditions(matter, pen))
    return Section("B", words("Circumstances stated for remaining outside"), blocks)


def _conditions(matter: Matter, pen: Pen) -> Iterator[Paragraph]:
    """On what States say that joining, or a step towards it, depends; and by when they expected it."""
    told: list[tuple[Inline, ...]] = []
    for iso3 in matter.outside:
        found = {
            code.target: (said, code)
            for said in matter.said[iso3]
            for code in said.codes
            if code.kind is CodeKind.CONDITION and code.target
        }
        if found:
            targets = (
                words(Figure(typographic(target), (said.evidence.key,)), _expected(code), _ended(matter, said))
                for target, (said, code) in found.items()
            )
            told.append(words(capital(matter.in_sentence(iso3)), ": ", listed(targets, "and")))
    if told:
        yield pen.paragraph("Some of them name what joining, or a further step, depends on:")
        yield from items(told)


def _ended(matter: Matter, said: Said) -> str:
    return f" ({stated_and_ended(matter, said)})" if matter.ended_by(said) else ""


def _expected(code: Code) -> str:
    return f" (expected by {code.expires.wording()})" if code.expires else ""
