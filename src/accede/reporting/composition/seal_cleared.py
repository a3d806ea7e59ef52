"""Seal a paper that the President's office cleared: exactly what was cleared, by somebody else than who cleared it."""

from __future__ import annotations

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.reporting.composition.clear import cleared
from accede.reporting.composition.compose import composed
from accede.reporting.composition.held import plan_held
from accede.reporting.edition import seal
from accede.reporting.values import Edition
from accede.vocabulary.errors import Refused
from accede.vocabulary.papers import Fold
from accede.vocabulary.sources import Classification


def seal_cleared(actor: Actor, key: str) -> Edition:
    """Keep the paper that was cleared as an edition, which counts as accepted by who cleared it.

    Raises NotAllowed, UnknownName; Refused where it is not cleared, has changed since, or was cleared by the same person, and
    for a paper for everybody that may say what is not released.
    """
    plan = plan_held(actor, key)
    classification = plan.fact.paper.classification
    actor.must(Verb.SEAL, classification, where=key)
    if plan.fact.fold is Fold.ACCEPTED and classification is Classification.PUBLIC:
        raise Refused(
            "the paper is for everybody, and is made from what is accepted, not from what is released",
            where=key,
            remedy="Release what it needs, and change its plan",
        )
    found = cleared(composed(actor, key))
    if found is None:
        raise Refused("the paper is not cleared", where=key, remedy="Ask the President's office to clear it")
    if not found.holds:
        raise Refused("the paper changed since it was cleared", where=key, remedy="Have it cleared again")
    if found.clearance.recorded_by == actor.name:
        raise Refused(
            "you cleared it yourself, and two persons are needed", where=key, remedy="Ask another publisher to seal it"
        )
    return seal(
        actor,
        found.document,
        treaty=plan.fact.treaty,
        classification=classification,
        accepted_by=found.clearance.recorded_by,
    )
