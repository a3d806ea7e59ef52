"""Record one fact that is new, under a key like those that papers read whole get; the same fact is not recorded twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.record import record
from accede.evidence.values import Statement
from accede.intake.keys import Keys, key_of
from accede.records.current import current
from accede.records.lock import head, next_instant, take_write_lock
from accede.records.models import MODEL_OF_FACT
from accede.records.values import Evidence, View
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


class AlreadyRecorded(Refused):
    """The same fact from the same source is held; `key` is its key."""

    key: str


def record_new(
    actor: Actor,
    fact: Any,
    *,
    source: str,
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
    source_text: str | None = None,
) -> str:
    """Record the fact under a free key, which is returned. A statement gets its place among those of its State in the source.

    Raises NotAllowed, AlreadyRecorded, and Refused as `record` does.
    """
    actor.must(Verb.RECORD, classification, where=source)
    with transaction.atomic():
        take_write_lock()  # so that of two who send the same at once, the second finds it
        model = MODEL_OF_FACT[type(fact)]
        view = View(as_of=date.max, known_on=next_instant(head()))
        about = {"state": fact.state} if hasattr(fact, "state") else {}
        held: list[Evidence[Any]] = current(model, view, source=source, **about)
        _refuse_same(actor, fact, held)
        if isinstance(fact, Statement):
            fact = replace(fact, place=1 + max((one.fact.place for one in held), default=0))
        wanted = key_of(fact)
        taken = set(model.objects.filter(key__startswith=wanted).values_list("key", flat=True))  # type: ignore[attr-defined]
        key = Keys(source, taken).free(wanted)
        record(
            actor,
            key,
            fact,
            source=source,
            locator=locator,
            classification=classification,
            source_text=source_text,
        )
    return key


def _refuse_same(actor: Actor, fact: Any, held: list[Evidence[Any]]) -> None:
    readable = actor.classes(Verb.READ)
    for one in held:
        if one.classification in readable and _said(one.fact) == _said(fact):
            error = AlreadyRecorded(
                "the same is recorded from this source already", where=one.key, remedy="Look at that record"
            )
            error.key = one.key
            raise error


def _said(fact: Any) -> Any:
    """A fact without what only tells it from the next: a statement's place, codes and anchors."""
    if isinstance(fact, Statement):
        return replace(fact, place=1, codes=(), anchor_prefix="", anchor_suffix="", page="")
    return fact
