"""Release: what was accepted becomes visible to the readers of its classification, at once or when an embargo ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import EventKind, SourceVersion, Version
from accede.records.reference import Reference, held
from accede.records.reviewing import Stage, Standing, Waiting, stages
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification

RELEASABLE = (Stage.ACCEPTED, Stage.WITHDRAWN)


def release(actor: Actor, references: Sequence[Reference], *, at: datetime | None = None, reason: str = "") -> int:
    """Release versions, with the sources they were taken from where these were not released; all of them or none.

    `at`, an instant to come, is the end of an embargo: nothing of them is visible before, nor that they are there. What is
    released adds nothing; returns how many were. Raises NotAllowed; UnknownName; Refused for what nobody accepted, for an
    instant that has passed, and where a source is for fewer readers than what is taken from it.
    """
    with writing(actor.name, "release", reason=reason) as write:
        wanted = to_release(actor, references, at=at)
        for reference in wanted:
            _happen(write, EventKind.RELEASE, reference, at)
    return len(wanted)


def to_release(
    actor: Actor, references: Sequence[Reference], *, at: datetime | None = None
) -> dict[Reference, Version]:
    """What `release` would release, with the sources that go along; nothing is written. Raises what `release` raises."""
    if at is not None and at <= datetime.now(UTC):
        raise Refused(
            f"{at:%Y-%m-%d %H:%M} UTC has passed, and a release cannot be put into the past",
            remedy="Leave the instant out to release now, or give one to come",
        )
    rows = held(references)
    wanted = _with_sources(rows, at)
    found = stages(wanted)
    for reference, row in wanted.items():
        actor.must(Verb.RELEASE, Classification(row.classification), where=reference.key)
    return {each: row for each, row in wanted.items() if _is_to_be_released(each, found[each], at)}


def withdraw(actor: Actor, references: Sequence[Reference], *, reason: str) -> int:
    """Take versions back from release, or lift them out of an embargo before it ends; all of them or none.

    Who has seen them has seen them; from now on they are not shown. Raises NotAllowed; UnknownName; Refused without a
    reason, and for what is not released.
    """
    if not reason.strip():
        raise Refused("to withdraw a release needs a reason", remedy="Say why")
    rows = held(references)
    with writing(actor.name, "withdraw", reason=reason.strip()) as write:
        found = stages(rows)
        for reference, row in rows.items():
            actor.must(Verb.RELEASE, Classification(row.classification), where=reference.key)
            if found[reference].stage not in (Stage.RELEASED, Stage.EMBARGOED):
                raise Refused(f"it is {found[reference].stage.label}", where=reference.key, remedy="Look at it again")
            _happen(write, EventKind.WITHDRAWAL, reference, None)
    return len(rows)


def _happen(write: Write, kind: EventKind, reference: Reference, at: datetime | None) -> None:
    write.happen(kind, reference.model, reference.key, reference.version, effective_at=at)


def _is_to_be_released(reference: Reference, standing: Standing, at: datetime | None) -> bool:
    """Whether the version is accepted and not released; an embargo can end earlier than was said, and not later."""
    if standing.stage is Stage.RELEASED:
        return False
    if standing.stage is Stage.EMBARGOED:
        if at is None or (standing.effective_at and at < standing.effective_at):
            return True
        raise Refused(
            f"it is under embargo until {standing.effective_at:%Y-%m-%d %H:%M} UTC",
            where=reference.key,
            remedy="To release it later, withdraw it first",
        )
    if standing.stage not in RELEASABLE:
        raise Refused(
            f"it is {standing.stage.label}, and only what is accepted is released",
            where=reference.key,
            remedy="Have it reviewed first",
        )
    return True


def _with_sources(rows: dict[Reference, Version], at: datetime | None) -> dict[Reference, Version]:
    """The rows, and the sources they were taken from but for those that can be seen by then.

    Raises Refused for a source that fewer may read than what is taken from it.
    """
    sources = sources_of(rows)
    for row in rows.values():
        if row.source in sources:
            _refuse_for_fewer(sources[row.source].row, row)
    going = {each.reference: each.row for each in sources.values() if not _is_seen_by(at, each.standing)}
    return rows | going


def sources_of(rows: dict[Reference, Version]) -> dict[str, Waiting]:
    """Of each source that these rows were taken from, by key, the newest accepted version, else the newest; three queries."""
    kind = SourceVersion.record_kind()
    keys = {row.source for row in rows.values() if row.source}
    found = {
        Reference(kind, row.key, row.version): row
        for row in SourceVersion.objects.filter(key__in=keys).order_by("version")
    }
    standing = stages(found)
    chosen: dict[str, Waiting] = {}
    for reference, row in found.items():
        before = chosen.get(row.key)
        if before is None or standing[reference].stage.is_accepted or not before.standing.stage.is_accepted:
            chosen[row.key] = Waiting(reference, row, standing[reference])
    return chosen


def held_back(rows: dict[Reference, Version]) -> dict[Reference, Waiting]:
    """Those that their source holds back, with it: fewer may read it, or nobody has accepted it."""
    sources = sources_of(rows)
    found = {each: sources[row.source] for each, row in rows.items() if row.source in sources}
    return {
        each: source
        for each, source in found.items()
        if is_for_fewer(source.row, rows[each]) or not source.standing.stage.is_accepted
    }


def is_for_fewer(source: Version, row: Version) -> bool:
    """Whether fewer may read the source than what is taken from it."""
    order = list(Classification)
    return order.index(Classification(source.classification)) > order.index(Classification(row.classification))


def _refuse_for_fewer(source: Version, row: Version) -> None:
    if is_for_fewer(source, row):
        raise Refused(
            f"its source {source.key} is for {Classification(source.classification).label} only",
            where=row.key,
            remedy="Class the source for the same readers, or take the fact from another source",
        )


def _is_seen_by(at: datetime | None, standing: Standing) -> bool:
    """Whether a source is released by then, so that nothing is to be done to it."""
    if standing.stage is Stage.EMBARGOED:
        return at is not None and standing.effective_at is not None and standing.effective_at <= at
    return standing.stage is Stage.RELEASED
