"""Choose between records that contradict each other: both stay, one counts, and the reason is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import Event, EventKind
from accede.records.reference import Reference, held
from accede.records.reviewing import stage_of
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def choose(actor: Actor, reference: Reference, *, topic: str, reason: str) -> None:
    """Let this record count on its topic. The newest choice stands, so a choice is undone by another.

    Raises NotAllowed, UnknownName; Refused without a topic or a reason, and for a record that nobody has accepted.
    """
    row = held([reference])[reference]
    actor.must(Verb.JUDGE, Classification(row.classification), where=reference.key)
    if not topic:
        raise Refused("a choice is about a topic", where=reference.key, remedy="Choose on the page of contradictions")
    if not reason.strip():
        raise Refused("a choice needs a reason", where=reference.key, remedy="Say why it is the right one")
    with writing(actor.name, "choose", reason=reason.strip()) as write:
        stage = stage_of(reference)
        if not stage.is_accepted:
            raise Refused(f"it is {stage.label}", where=reference.key, remedy="Have it reviewed first")
        write.happen(EventKind.CHOICE, reference.model, reference.key, reference.version, other=topic)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that stands: who chose which record, when and why."""

    reference: Reference
    by: str
    at: datetime
    reason: str


def choices_made() -> dict[str, Chosen]:
    """The choice that stands on each topic, the newest; one query."""
    events = Event.objects.filter(happening=EventKind.CHOICE).order_by("id")
    return {
        event.other: Chosen(
            Reference(event.record, event.key, event.version), event.recorded_by, event.recorded_at, event.reason
        )
        for event in events
    }
