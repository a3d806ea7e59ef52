"""An event of one version in one transaction, for tests that need it without the persons and stages that lead to it."""

from __future__ import annotations

from datetime import datetime

from accede.records.models import EventKind, Version
from accede.records.write import writing
from accede.vocabulary.errors import Refused, UnknownName

_NEEDS_REASON = (EventKind.RETURN, EventKind.RETRACTION, EventKind.WITHDRAWAL, EventKind.CHOICE, EventKind.MERGE)


def judge(
    actor: str,
    kind: EventKind,
    model: type[Version],
    key: str,
    *,
    reason: str = "",
    version: int | None = None,
    effective_at: datetime | None = None,
    other: str = "",
) -> None:
    """Let an event happen to a version (None: the newest).

    Raises UnknownName where key or version is not held, Refused where the kind needs a reason and has none.
    """
    if kind in _NEEDS_REASON and not reason.strip():
        raise Refused(f"this needs a reason ({kind.label})", where=key, remedy="Say why")
    with writing(actor, str(kind), reason=reason) as write:
        versions = model.objects.filter(key=key)  # type: ignore[attr-defined]
        if version is not None:
            versions = versions.filter(version=version)
        found = versions.order_by("-version").values_list("version", flat=True).first()
        if found is None:
            raise UnknownName(
                f"the register holds no such {model.record_kind()}", where=key, remedy="Look at the key and the version"
            )
        write.happen(kind, model, key, found, effective_at=effective_at, other=other)
