"""Write the presidency's own work: a first version under a free key, or the next version of what was seen. Never released."""

from __future__ import annotations

from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.outreach.done.persons import refuse_persons
from accede.records.current import fact_of
from accede.records.models import MODEL_OF_FACT, Version
from accede.records.reference import newest
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.sources import Classification

LONGEST = 20_000
"""Characters of a text."""


def begin(
    actor: Actor,
    verb: str,
    wanted: str,
    fact: Any,
    *,
    classification: Classification = Classification.PRESIDENCY,
) -> str:
    """Record the fact under `wanted` with a number behind it, the first that is free; returns the key.

    Raises NotAllowed, and Refused for what names a person or is too long.
    """
    _refuse(actor, fact, classification, wanted)
    with writing(actor.name, verb) as write:
        key = free(write, type(fact), wanted)
        write.record(key, fact, source="", classification=classification)
    return key


def go_on(
    actor: Actor,
    verb: str,
    key: str,
    fact: Any,
    *,
    expected_version: int,
    reason: str,
    classification: Classification | None = None,
) -> None:
    """Record the next version; `classification` None: as before.

    Raises NotAllowed, UnknownName where the key is not held, Refused where somebody else was faster.
    """
    kind = MODEL_OF_FACT[type(fact)].record_kind()
    with writing(actor.name, verb, reason=reason) as write:
        held = newest(kind, key)
        before = Classification(held.classification)
        actor.must(Verb.RECORD, before, where=key)
        _refuse(actor, fact, classification or before, key)
        if held.version != expected_version:
            raise Refused(f"{held.recorded_by} changed it meanwhile", where=key, remedy="Look at it and decide again")
        write.record(key, fact, source="", classification=classification or before)


def held_to_change(actor: Actor, model: type[Version], key: str) -> Any:
    """The fact as it stands. Raises UnknownName where it is not held or for others to read, NotAllowed."""
    row = newest(model.record_kind(), key)
    classification = Classification(row.classification)
    if not actor.may(Verb.READ, classification):
        raise UnknownName("there is nothing under this key that you may read", where=key, remedy="Look at the key")
    actor.must(Verb.RECORD, classification, where=key)
    return fact_of(row)


def free(write: Write, fact: type, wanted: str) -> str:
    """The key with the first number that nobody has ("apmbc/promise/KGZ/2")."""
    taken, number = write.keys_of(fact), 1
    while f"{wanted}/{number}" in taken:
        number += 1
    return f"{wanted}/{number}"


def _refuse(actor: Actor, fact: Any, classification: Classification, where: str) -> None:
    actor.must(Verb.RECORD, classification, where=where)
    if classification is Classification.PUBLIC:
        raise Refused("the presidency's work is not public", where=where, remedy="Choose the presidency or the ISU")
    refuse_persons(fact, where=where)
    for name in getattr(type(fact), "__slots__", ()):
        text = getattr(fact, name)
        if isinstance(text, str) and len(text) > LONGEST:
            raise Refused(f"{name} has more than {LONGEST:,} characters", where=where, remedy="Shorten it, or part it")
