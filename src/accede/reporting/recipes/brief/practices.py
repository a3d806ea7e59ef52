"""What it declares of its practices, and what others say of them: two paragraphs that never look alike."""

from __future__ import annotations

from collections.abc import Iterator

from accede.paper.tree import Paragraph, Section
from accede.reporting.recipes.brief.matter import Briefed
from accede.reporting.recipes.claims import claims
from accede.reporting.recipes.prose import spaced, words

MOST = 4
"""So many clauses of each are printed, the newest first; of the others the number is given."""


def practices(briefed: Briefed) -> Iterator[Section]:
    """The section."""
    held = [each for each in briefed.matter.practices if each.fact.state == briefed.iso3]
    own = claims(briefed.matter, (each for each in held if each.fact.claimant == each.fact.state))
    others = claims(briefed.matter, (each for each in held if each.fact.claimant != each.fact.state))
    blocks = []
    if own:
        more = f"{len(own) - MOST} earlier declarations are held." if len(own) > MOST else ""
        told = [words(clause, ".") for clause in own[:MOST]]
        blocks.append(Paragraph(spaced([*told, *([more] if more else [])])))
    else:
        blocks.append(Paragraph(words("It has declared nothing of its practices that the register holds.")))
    if others:
        more = f"{len(others) - MOST} more such claims are held." if len(others) > MOST else ""
        told = [words(clause, ".") for clause in others[:MOST]]
        lead = "Said by others, not by the State; an allegation is not a finding:"
        blocks.append(Paragraph(spaced([lead, *told, *([more] if more else [])])))
    yield Section("", words("What it declares, and what others say"), tuple(blocks))
