"""A version of a record, named: what review, release and retraction speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accede.records.models import MODEL_OF_FACT, Version
from accede.vocabulary.errors import Refused, UnknownName


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """`kind` as events name it ("statement"), `key` and `version` of the record."""

    kind: str
    key: str
    version: int

    @property
    def model(self) -> type[Version]:
        """The table of the kind. Raises UnknownName."""
        return model_of(self.kind)


def model_of(kind: str) -> type[Version]:
    """The table that keeps a kind of record. Raises UnknownName."""
    for model in MODEL_OF_FACT.values():
        if model.record_kind() == kind:
            return model
    raise UnknownName(f"there is no kind of record {kind!r}", remedy="Use one that the data dictionary names")


def newest(kind: str, key: str) -> Version:
    """The newest version of a record, whatever became of it. Raises UnknownName."""
    found: Version | None = model_of(kind).objects.filter(key=key).order_by("-version").first()  # type: ignore[attr-defined]
    if found is None:
        raise UnknownName(f"the register holds no such {kind}", where=key, remedy="Look at the key")
    return found


def held(references: Iterable[Reference]) -> dict[Reference, Version]:
    """The rows of these versions, one query a kind. Raises UnknownName for one that is not held."""
    wanted = sorted(set(references))
    found: dict[Reference, Version] = {}
    for kind in {each.kind for each in wanted}:
        keys = [each.key for each in wanted if each.kind == kind]
        for row in model_of(kind).objects.filter(key__in=keys):  # type: ignore[attr-defined]
            found[Reference(kind, row.key, row.version)] = row
    for each in wanted:
        if each not in found:
            raise UnknownName(
                f"the register holds no version {each.version} of this {each.kind}", where=each.key, remedy="Look again"
            )
    return {each: found[each] for each in wanted}


def refuse_older(reference: Reference) -> None:
    """Raises Refused where somebody recorded a later version meanwhile."""
    latest = newest(reference.kind, reference.key)
    if latest.version != reference.version:
        raise Refused(
            f"version {latest.version} was recorded by {latest.recorded_by} meanwhile",
            where=reference.key,
            remedy="Look at it and decide again",
        )
