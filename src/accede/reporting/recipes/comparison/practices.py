"""Reports, and what is claimed of practices: what States declare of themselves apart from what others say of them."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Figure, Inline, Section
from accede.reporting.recipes.activities import lead
from accede.reporting.recipes.claims import claims
from accede.reporting.recipes.comparison.matter import Compared
from accede.reporting.recipes.prose import Pen, items, words
from accede.vocabulary.capital import capital


def reports(compared: Compared, pen: Pen) -> Iterator[Section]:
    """The reports of States outside that were submitted in the time."""
    outside = set(compared.spoken_of)
    lines: list[tuple[Inline, ...]] = []
    for each in compared.changes.reports:
        if each.iso3 in outside and each.submitted is not None:
            submitted = lead(each.submitted)
            told = f"{each.duty.label} report submitted {submitted[:1].lower()}{submitted[1:]}"
            covers = f", covering {each.covers.wording()}" if each.covers else ""
            name = capital(compared.now.in_sentence(each.iso3))
            lines.append(words(f"{name}: ", Figure(told, (each.evidence,)), covers))
    opening = "Reports of States outside:" if lines else "No report of a State outside is recorded in this time."
    yield Section("", words("Article 7 reports"), (pen.paragraph(opening), *items(lines)))


def practices(compared: Compared, pen: Pen) -> Iterator[Section]:
    """Two lists: declared, and said by others."""
    outside, new = set(compared.spoken_of), {item.evidence for item in compared.changes.practices}
    held = [each for each in compared.now.practices if each.key in new and each.fact.state in outside]
    held.sort(key=lambda each: compared.spoken_of.index(each.fact.state))
    own = claims(compared.now, (each for each in held if each.fact.claimant == each.fact.state))
    others = claims(compared.now, (each for each in held if each.fact.claimant != each.fact.state))
    blocks = [
        pen.paragraph(
            "Said by the States themselves:"
            if own
            else "No declaration of a State outside on its practices is recorded."
        ),
        *items(own),
    ]
    if others:
        opening = "Said by others; an allegation is not a finding, and use in a State is not use by it:"
        blocks += [pen.paragraph(opening), *items(others)]
    yield Section("", words("Practices"), tuple(blocks))
