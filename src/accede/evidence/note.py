"""What somebody of the secretariat notes of a State on a day, without a document: that it said that nothing changed, or
that we looked and found nothing new. The source is the notes of the secretariat, which is held from the first of them on.
"""

from __future__ import annotations

from datetime import date

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.values import Check, Confirmation
from accede.records.models import MODEL_OF_FACT, SourceVersion
from accede.records.reference import Reference
from accede.records.values import Source
from accede.records.write import writing
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind

SOURCE = "secretariat-notes"
NOTES = Source(title="Notes of the secretariat", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.ORGAN)


def note_confirmation(actor: Actor, treaty: str, state: str, *, on: date) -> Reference:
    """A State said on a day that nothing changed: for the presidency until somebody classes it otherwise. Raises NotAllowed."""
    said = PartialDate.on_day(on)
    fact = Confirmation(treaty=treaty, state=state, said=said, citation=f"Communication of {said.wording()}")
    return _note(actor, f"{treaty}/{state}/confirmation/{on.isoformat()}", fact, Classification.PRESIDENCY, "confirm")


def note_check(actor: Actor, treaty: str, state: str, *, on: date) -> Reference:
    """We looked on a day for news of a State and found none. Raises NotAllowed."""
    fact = Check(treaty=treaty, state=state, checked=PartialDate.on_day(on))
    return _note(actor, f"{treaty}/{state}/check/{on.isoformat()}", fact, Classification.PUBLIC, "check")


def _note(
    actor: Actor, wanted: str, fact: Confirmation | Check, classification: Classification, verb: str
) -> Reference:
    actor.must(Verb.RECORD, classification, where=wanted)
    model = MODEL_OF_FACT[type(fact)]
    with writing(actor.name, verb) as write:
        if not SourceVersion.objects.filter(key=SOURCE).exists():
            write.record(SOURCE, NOTES, source="")
        taken, key, number = write.keys_of(type(fact)), wanted, 2
        while key in taken:
            key, number = f"{wanted}/{number}", number + 1
        write.record(key, fact, source=SOURCE, classification=classification)
    return Reference(model.record_kind(), key, 1)
