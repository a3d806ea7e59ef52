"""Retract a name of a State or an occasion: it was never so. A treaty's file is corrected, never retracted."""

from __future__ import annotations

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import EventKind
from accede.records.reference import Reference, held, refuse_older
from accede.records.reviewing import stage_of
from accede.records.write import writing
from accede.register.models import NameVersion, OccasionVersion
from accede.vocabulary.errors import Refused

KINDS = (NameVersion.record_kind(), OccasionVersion.record_kind())


def take_back(actor: Actor, reference: Reference, *, reason: str) -> None:
    """Retract the newest version. Raises NotAllowed, UnknownName; Refused without a reason, and where it ended already."""
    actor.must(Verb.ADMINISTER, where=reference.key)
    if reference.kind not in KINDS:
        raise Refused("only names and occasions are taken back here", where=reference.key)
    if not reason.strip():
        raise Refused("to retract it needs a reason", where=reference.key, remedy="Say why")
    held([reference])
    with writing(actor.name, "retract", reason=reason.strip()) as write:
        refuse_older(reference)
        stage = stage_of(reference)
        if stage.has_ended:
            raise Refused(f"it was {stage.label} already", where=reference.key, remedy="Look at it again")
        write.happen(EventKind.RETRACTION, reference.model, reference.key, reference.version)
