"""Clearance by the President's office: of a paper exactly as it stands. What changes afterwards is shown, and cleared again."""

from __future__ import annotations

from dataclasses import dataclass

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.intake.working_copy import Change, changes
from accede.paper.canonical import canonical_bytes, document_from, tree_hash
from accede.paper.tree import Document
from accede.records import kept
from accede.records.models import EventKind
from accede.records.values import Evidence
from accede.records.write import writing
from accede.reporting.composition.compose import Composed, composed, content_hash
from accede.reporting.composition.held import IN_WORK, clearance_of, plan_held
from accede.reporting.edition import FOLDER
from accede.reporting.models import ClearanceVersion
from accede.reporting.values import Clearance
from accede.vocabulary.errors import Damaged, Refused


@dataclass(frozen=True, slots=True)
class Cleared:
    """The clearance of a paper, the paper as it was cleared, and what has changed in it since (nothing: it still holds)."""

    clearance: Evidence[Clearance]
    document: Document
    changes: tuple[Change, ...]
    holds: bool


def clear(actor: Actor, key: str, *, content: str, note: str = "") -> Clearance:
    """Clear a paper as it stands; `content` is the hash of what the person read.

    Raises NotAllowed, UnknownName, and Refused where the paper says something else by now.
    """
    plan = plan_held(actor, key)
    actor.must(Verb.CLEAR, plan.fact.paper.classification, where=key)
    paper = composed(actor, key)
    if paper.content != content:
        raise Refused("the paper changed while you read it", where=key, remedy="Read it again, and clear it then")
    kept.keep(FOLDER, canonical_bytes(paper.document))
    clearance = Clearance(
        treaty=plan.fact.treaty,
        paper=key,
        tree_sha256=tree_hash(paper.document),
        known_on=paper.document.known_on,
    )
    with writing(actor.name, "clear", reason=note.strip() or "cleared as it stands") as write:
        write.record(key, clearance, source="", classification=IN_WORK)
    return clearance


def take_back(actor: Actor, key: str, *, reason: str) -> None:
    """Take the clearance of a paper back. Raises NotAllowed, UnknownName, Refused without a reason or a clearance."""
    plan = plan_held(actor, key)
    actor.must(Verb.CLEAR, plan.fact.paper.classification, where=key)
    if not reason.strip():
        raise Refused("to take a clearance back needs a reason", where=key, remedy="Say why")
    with writing(actor.name, "take clearance back", reason=reason.strip()) as write:
        held = clearance_of(key)
        if held is None:
            raise Refused("the paper is not cleared", where=key, remedy="Look at it again")
        write.happen(EventKind.RETRACTION, ClearanceVersion, held.key, held.version)


def cleared(paper: Composed) -> Cleared | None:
    """How the clearance of a paper stands; None where there is none. Raises Damaged where the kept paper is gone."""
    held = clearance_of(paper.key)
    if held is None:
        return None
    document = cleared_document(held.fact)
    holds = content_hash(document) == paper.content
    return Cleared(held, document, () if holds else changes(document, paper.document), holds)


def cleared_document(clearance: Clearance) -> Document:
    """The paper as it was cleared. Raises Damaged where its kept bytes are gone or were changed."""
    try:
        document = document_from(kept.read(FOLDER, clearance.tree_sha256))
    except FileNotFoundError as error:
        raise Damaged("the cleared paper is gone", where=clearance.paper, remedy="Clear it again") from error
    if tree_hash(document) != clearance.tree_sha256:
        raise Damaged(
            "the cleared paper was changed after it was cleared", where=clearance.paper, remedy="Clear it again"
        )
    return document


__all__ = ["Cleared", "clear", "cleared", "cleared_document", "take_back"]
