"""Who may see a paper: nobody who may not see all the evidence that it rests on."""

from __future__ import annotations

from accede.overview.register import Register
from accede.paper.tree import Document
from accede.reporting.recipes.matter import evidence_of_register
from accede.reporting.sources_annex import evidence_in
from accede.vocabulary.sources import Classification

_ORDER = list(Classification)


def classification_of(
    document: Document, register: Register, *, at_least: Classification = Classification.PUBLIC
) -> Classification:
    """The narrowest classification of what the paper rests on, and no wider than `at_least` (what its kind asks for)."""
    held = {each.key: each.classification for each in evidence_of_register(register)}
    found = [held[key] for key in evidence_in(document) if key in held]
    return max([at_least, *found], key=_ORDER.index)
