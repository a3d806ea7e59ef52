"""Retract a record: it was never so. It is shown nowhere from now on, but as known on an earlier instant."""

from __future__ import annotations

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import EventKind
from accede.records.reference import Reference, held, refuse_older
from accede.records.reviewing import stage_of
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def retract(actor: Actor, reference: Reference, *, reason: str) -> None:
    """Retract a record. Who recorded what nobody has accepted yet may take it back, else it takes the verb to judge.

    Raises NotAllowed, UnknownName; Refused without a reason, where there is a later version, and where it ended already.
    """
    row = held([reference])[reference]
    if not reason.strip():
        raise Refused("to retract a record needs a reason", where=reference.key, remedy="Say why")
    with writing(actor.name, "retract", reason=reason.strip()) as write:
        stage = stage_of(reference)
        is_own_draft = row.recorded_by == actor.name and not stage.is_accepted
        actor.must(Verb.RECORD if is_own_draft else Verb.JUDGE, Classification(row.classification), where=reference.key)
        refuse_older(reference)
        if stage.has_ended:
            raise Refused(f"it was {stage.label} already", where=reference.key, remedy="Look at it again")
        write.happen(EventKind.RETRACTION, reference.model, reference.key, reference.version)
