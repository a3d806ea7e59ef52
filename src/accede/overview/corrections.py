"""Every change of a fact that was public: what was said, what is said since, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from accede.evidence.models import RollCallVersion
from accede.evidence.queries import with_ballots
from accede.overview.known import Known, read_anew
from accede.records.columns import columns_of
from accede.records.current import evidence_in
from accede.records.history import Step, kinds_corrected, public_versions, steps
from accede.records.models import MODEL_OF_FACT, EventKind, Version
from accede.records.values import Evidence, View
from accede.vocabulary.label import Labelled


class CorrectionKind(Labelled):
    """What became of a version that was public."""

    SUPERSEDED = "superseded", "corrected"
    RETRACTED = "retracted", "retracted"
    WITHDRAWN = "withdrawn", "withdrawn from release"
    MERGED = "merged", "merged into another record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change. `before` is what was public until then, `after` what is since (None: nothing).

    Of a version that is no longer released neither the content nor a reason is told: both are None and empty then.
    """

    kind: CorrectionKind
    record: str
    key: str
    at: datetime
    reason: str
    before: Evidence[Any] | None
    after: Evidence[Any] | None


def corrections_in(view: View, treaty: str, known: Known = read_anew) -> tuple[Correction, ...]:
    """The corrections of what is public about a treaty, the newest first; one query, and two a kind where there are some."""
    kinds = kinds_corrected(view)
    found: list[Correction] = []
    for model in MODEL_OF_FACT.values():
        if model.record_kind() in kinds:
            found += known(model, ("corrections", treaty), partial(_of_kind, model, view, treaty))
    return tuple(sorted(found, key=lambda each: (each.at, each.key), reverse=True))


def _of_kind(model: type[Version], view: View, treaty: str) -> list[Correction]:
    kind = model.record_kind()
    told = steps(view, kind)
    if not told:
        return []
    rows = public_versions(model, told)
    if any(column.name == "treaty" for column in columns_of(model.fact)):
        rows = rows.filter(treaty__in=(treaty, ""))  # type: ignore[misc]  # a column of the fact
    evidence = evidence_in(model, rows)
    if model is RollCallVersion:
        evidence = with_ballots(evidence, rows)
    versions: dict[str, dict[int, Evidence[Any]]] = {}
    for each in evidence:
        versions.setdefault(each.key, {})[each.version] = each
    return [one for key, released in versions.items() for one in corrections(kind, key, released, told[key])]


def corrections(
    record: str, key: str, versions: Mapping[int, Evidence[Any]], told: Iterable[Step]
) -> tuple[Correction, ...]:
    """The corrections of one record, in order: `versions` are those classed public, `told` what happened to them."""
    released: set[int] = set()
    retracted = 0
    counted: int | None = None
    found: list[tuple[CorrectionKind, Step, int, int | None]] = []
    for step in told:
        match step.kind:
            case EventKind.RELEASE if step.version in versions:
                released.add(step.version)
                kind = CorrectionKind.SUPERSEDED
            case EventKind.WITHDRAWAL:
                released.discard(step.version)
                kind = CorrectionKind.WITHDRAWN
            case EventKind.RETRACTION:
                retracted = max(retracted, step.version)
                kind = CorrectionKind.RETRACTED
            case EventKind.MERGE:
                retracted = max(retracted, step.version)
                kind = CorrectionKind.MERGED
            case _:
                continue
        now = max((version for version in released if version > retracted), default=None)
        if counted is not None and now != counted:
            found.append((kind, step, counted, now))
        counted = now
    shown = {version: versions[version] for version in released}
    return tuple(
        Correction(
            kind=kind,
            record=record,
            key=key,
            at=step.at,
            reason=_reason(kind, step, shown.get(after) if after else None) if before in shown else "",
            before=shown.get(before),
            after=shown.get(after) if after else None,
        )
        for kind, step, before, after in found
    )


def _reason(kind: CorrectionKind, step: Step, after: Evidence[Any] | None) -> str:
    match kind:
        case CorrectionKind.SUPERSEDED:
            return after.reason if after else ""
        case CorrectionKind.RETRACTED | CorrectionKind.MERGED:
            return step.reason
        case CorrectionKind.WITHDRAWN:
            return ""
