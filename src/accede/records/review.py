"""Review by a second person: what was recorded is accepted, or returned with a reason; anybody who may can comment."""

from __future__ import annotations

from collections.abc import Sequence

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import EventKind, SourceVersion, Version
from accede.records.reference import Reference, held, newest, refuse_older
from accede.records.reviewing import Stage, stage_of, stages
from accede.records.values import SHIPPED
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification

OPEN = (Stage.PENDING, Stage.RETURNED)


def accept(actor: Actor, references: Sequence[Reference], *, note: str = "") -> int:
    """Accept versions that somebody else recorded, with the sources they were taken from; all of them or none.

    What is accepted already adds nothing; returns how many were accepted. Raises NotAllowed; UnknownName; Refused for one's
    own work, for a version that is not the newest, and for what was retracted.
    """
    rows = held(references)
    with writing(actor.name, "accept", reason=note) as write:
        wanted = _with_sources(actor, rows)
        found = stages(wanted)
        accepted = 0
        for reference, row in wanted.items():
            _must(actor, Verb.REVIEW, row)
            refuse_older(reference)
            if found[reference].stage not in OPEN:
                _refuse_ended(reference, found[reference].stage)
                continue
            if row.recorded_by == actor.name:
                raise Refused(
                    "you recorded it yourself, and two persons are needed",
                    where=reference.key,
                    remedy="Ask another reviewer to look at it",
                )
            write.happen(EventKind.ACCEPTANCE, reference.model, reference.key, reference.version)
            accepted += 1
    return accepted


def give_back(actor: Actor, reference: Reference, *, reason: str) -> None:
    """Return a version to whom recorded it, with a reason. Raises NotAllowed, UnknownName; Refused where it is not waiting."""
    row = held([reference])[reference]
    _must(actor, Verb.REVIEW, row)
    if not reason.strip():
        raise Refused("to return a record needs a reason", where=reference.key, remedy="Say what is to be changed")
    with writing(actor.name, "return", reason=reason.strip()) as write:
        refuse_older(reference)
        stage = stage_of(reference)
        if stage is not Stage.PENDING:
            raise Refused(f"it is {stage.label} already", where=reference.key, remedy="Look at it again")
        write.happen(EventKind.RETURN, reference.model, reference.key, reference.version)


def comment(actor: Actor, reference: Reference, *, text: str) -> None:
    """Say something about a version, for those who may read it. Raises NotAllowed, UnknownName; Refused for an empty text."""
    row = held([reference])[reference]
    _must(actor, Verb.COMMENT, row)
    if not text.strip():
        raise Refused("a comment needs words", where=reference.key, remedy="Write them")
    with writing(actor.name, "comment") as write:
        write.happen(EventKind.COMMENT, reference.model, reference.key, reference.version, reason=text.strip())


def _with_sources(actor: Actor, rows: dict[Reference, Version]) -> dict[Reference, Version]:
    """The versions with the newest of their sources, but for sources the actor recorded: those wait for somebody else."""
    wanted = dict(rows)
    for key in sorted({row.source for row in rows.values() if row.source}):
        if not SourceVersion.objects.filter(key=key).exists():
            continue
        source = newest(SourceVersion.record_kind(), key)
        if source.recorded_by not in (actor.name, SHIPPED):
            wanted[Reference(SourceVersion.record_kind(), key, source.version)] = source
    return wanted


def _must(actor: Actor, verb: Verb, row: Version) -> None:
    actor.must(verb, Classification(row.classification), where=row.key)


def _refuse_ended(reference: Reference, stage: Stage) -> None:
    if stage.has_ended:
        raise Refused(f"it was {stage.label}", where=reference.key, remedy="Record it again if it holds after all")
