"""Record something that was done: evidence, which another person accepts; with it the note for file and who took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.threads import Note
from accede.activities.values import Activity
from accede.evidence.supersede import supersede
from accede.intake.record_new import record_new
from accede.outreach.done.note import write_note
from accede.outreach.done.persons import refuse_persons
from accede.records.lock import take_write_lock
from accede.records.models import SourceVersion
from accede.records.values import Evidence, Source
from accede.records.write import writing
from accede.vocabulary.activities import ActivityKind, NoteKind, SetOff
from accede.vocabulary.errors import Refused
from accede.vocabulary.practices import Actor as SaidToHaveActed
from accede.vocabulary.sources import Classification, SourceGrade, SourceKind
from accede.vocabulary.state_names import shipped_names

SOURCE = "activities-record"
RECORD = Source(
    title="Record of activities kept by the presidency", kind=SourceKind.CORRESPONDENCE, grade=SourceGrade.ORGAN
)
"""The source of what somebody of the presidency records without a document; only its title is ever public."""

APART = (ActivityKind.BILATERAL, ActivityKind.CALL)
"""Of these, States that were met one by one are activities one by one, as the papers count them."""
ALLEGING = (SetOff.ALLEGED_USE, SetOff.DENIED, SetOff.CONFIRMED)
"""What is about a use that somebody alleges."""


def record_done(
    actor: Actor,
    fact: Activity,
    *,
    source: str = "",
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
    together: bool = False,
    participants: Iterable[str] = (),
    note: str = "",
    note_classification: Classification = Classification.PRESIDENCY,
) -> tuple[str, ...]:
    """Record what was done, one activity for each State that was met; `together` makes it one. All of it or nothing.

    `source` "" is the presidency's own record. `participants` of what is confidential, and `note`, are kept as notes of the first
    activity. Returns the keys of the activities. Raises NotAllowed, UnknownName for a State that is none, Refused for what is
    incomplete, names a person, or is recorded already.
    """
    actor.must(Verb.RECORD, classification)
    took_part = tuple(participants)
    if not fact.kind.is_confidential:
        fact, took_part = replace(fact, participants=(*fact.participants, *took_part)), ()
    refuse_incomplete(fact)
    apart = fact.kind in APART and len(fact.towards) > 1 and not together
    facts = [replace(fact, towards=(iso3,)) for iso3 in fact.towards] if apart else [fact]
    with transaction.atomic():
        take_write_lock()
        own = source or own_source(actor)
        keys = tuple(
            record_new(actor, each, source=own, locator=locator, classification=classification) for each in facts
        )
        notes = ((NoteKind.PARTICIPANTS, "\n".join(took_part)), (NoteKind.FILE, note.strip()))
        for kind, text in notes:
            if text:
                about = Note(treaty=fact.treaty, kind=kind, text=text, activity=keys[0])
                write_note(actor, about, classification=note_classification)
    return keys


def link_to_actions(actor: Actor, held: Evidence[Activity], actions: Iterable[str], *, expected_version: int) -> None:
    """Say under which actions of a plan something was done; a correction like any other, which waits for review.

    Raises NotAllowed, Refused where somebody else was faster.
    """
    supersede(
        actor,
        held.key,
        replace(held.fact, plan_actions=tuple(dict.fromkeys(actions))),
        expected_version=expected_version,
        reason="linked to the plan",
        source=held.source,
        locator=held.locator,
        classification=held.classification,
    )


def own_source(actor: Actor) -> str:
    """The key of the source of what has no document; it is recorded the first time. Raises NotAllowed."""
    actor.must(Verb.RECORD, Classification.PUBLIC, where=SOURCE)
    if not SourceVersion.objects.filter(key=SOURCE).exists():
        with writing(actor.name, "record") as write:
            write.record(SOURCE, RECORD, source="")
    return SOURCE


def refuse_incomplete(fact: Activity) -> None:
    """Raises Refused for an activity without its essentials, UnknownName for a State that is none.

    An allegation names who alleges, in which State, and who is said to have acted, be it that nobody is named.
    """
    where = fact.kind.label
    for iso3 in (*fact.towards, *filter(None, (fact.about_state,))):
        shipped_names().short(iso3)
    if not fact.by.strip():
        raise Refused("it is not said who acted", where=where, remedy="Say it: “President”, “ISU”, a State")
    if fact.set_off in ALLEGING:
        if not fact.alleged_by.strip():
            raise Refused("it is not said who alleges the use", where=where, remedy="Name who reported it")
        if not (fact.about_state or fact.places):
            raise Refused("it is not said where the use was", where=where, remedy="Give the State or the places")
        if fact.actor is None:
            remedy = "Choose the State, an armed group, or “unknown” where nobody is named"
            raise Refused("it is not said who is said to have acted", where=where, remedy=remedy)
        if fact.actor is SaidToHaveActed.ARMED_GROUP and not fact.actor_name.strip():
            raise Refused("the armed group is not named", where=where, remedy="Name it, or choose “unknown”")
    if fact.set_off in (SetOff.JOINED, SetOff.WITHDRAWAL, SetOff.POLICY_CHANGED) and not fact.about_state:
        raise Refused("it is not said which State it is about", where=where, remedy="Choose the State")
    refuse_persons(fact, where=where)
