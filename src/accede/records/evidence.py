"""Versions by name as evidence, whatever became of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from accede.records.current import evidence_in
from accede.records.reference import Reference
from accede.records.values import Evidence


def evidence_of(references: Iterable[Reference]) -> dict[Reference, Evidence[Any]]:
    """These versions as evidence, in their order; a query a kind. What is not held is left out; ballots are not loaded."""
    wanted = tuple(references)
    found: dict[Reference, Evidence[Any]] = {}
    for kind in sorted({each.kind for each in wanted}):
        of_kind = {each for each in wanted if each.kind == kind}
        model = next(iter(of_kind)).model
        rows = model.objects.filter(key__in={each.key for each in of_kind})  # type: ignore[attr-defined]  # each kind has its manager
        for each in evidence_in(model, rows):
            reference = Reference(kind, each.key, each.version)
            if reference in of_kind:
                found[reference] = each
    return {each: found[each] for each in wanted if each in found}
