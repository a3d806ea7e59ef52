"""Merge a double into the record it is a double of: its key leads there from now on, and its history stays."""

from __future__ import annotations

from datetime import date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.columns import columns_of
from accede.records.current import selected
from accede.records.models import MODEL_OF_FACT, Event, EventKind
from accede.records.reference import Reference, held, newest, refuse_older
from accede.records.reviewing import stages
from accede.records.values import View
from accede.records.write import writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def merge(actor: Actor, double: Reference, *, into: str, reason: str) -> None:
    """Merge a record into another of its kind. The double is current nowhere any more; the other is not changed.

    Raises NotAllowed, UnknownName; Refused without a reason, for a record into itself, where either has ended, and for a State,
    a meeting or a treaty of which other records speak.
    """
    row = held([double])[double]
    target = newest(double.kind, into)
    for one in (row, target):
        actor.must(Verb.JUDGE, Classification(one.classification), where=one.key)
    if double.key == into:
        raise Refused("a record cannot be merged into itself", where=into, remedy="Name the record that stays")
    if not reason.strip():
        raise Refused("to merge records needs a reason", where=double.key, remedy="Say why they are the same")
    with writing(actor.name, "merge", reason=reason.strip()) as write:
        refuse_older(double)
        _refuse_spoken_of(double, write.at)
        found = stages([double, Reference(double.kind, into, target.version)])
        for reference, standing in found.items():
            if standing.stage.has_ended:
                raise Refused(f"it was {standing.stage.label}", where=reference.key, remedy="Look at it again")
        write.happen(EventKind.MERGE, double.model, double.key, double.version, other=into)


SPOKEN_OF = ("occasion", "state", "treaty")
"""Kinds that other records name by their key, in a field that is called like the kind."""


def _refuse_spoken_of(double: Reference, at: datetime) -> None:
    """Raises Refused where other records would speak of what is no longer there."""
    if double.kind not in SPOKEN_OF:
        return
    now = View(as_of=date.max, known_on=at)
    for model in MODEL_OF_FACT.values():
        named = double.kind in {column.name for column in columns_of(model.fact)}
        if named and selected(model, now, **{double.kind: double.key}).exclude(key=double.key).exists():
            raise Refused(
                "other records speak of it by this key",
                where=double.key,
                remedy="Correct these first, so that they name the one that stays",
            )


def redirect(kind: str, key: str) -> str:
    """The key under which a record goes on: its own, or at the end of its merges."""
    seen = {key}
    while True:
        happened = Event.objects.filter(happening=EventKind.MERGE, record=kind, key=key).order_by("-id").first()
        if happened is None or happened.other in seen:
            return key
        key = happened.other
        seen.add(key)
