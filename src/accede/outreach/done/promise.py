"""Promises: what a State or we promised, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from accede.accounts.actor import Actor
from accede.activities.models import PromiseVersion
from accede.activities.threads import Promise
from accede.outreach.done.written import begin, go_on, held_to_change
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names


def record_promise(
    actor: Actor, promise: Promise, *, classification: Classification = Classification.PRESIDENCY
) -> str:
    """Record what somebody promised; returns its key ("apmbc/promise/KGZ/1").

    Raises NotAllowed, UnknownName for a State that is none, Refused where it says nothing, names a person or is due before it was
    promised.
    """
    where = f"{promise.treaty}/promise/{promise.state or 'all'}"
    if promise.state:
        shipped_names().short(promise.state)
    if not promise.what.strip() or not promise.by.strip():
        raise Refused("it is not said who promised what", where=where, remedy="Say both")
    due = promise.due
    if due and due.latest and promise.promised.earliest and due.latest < promise.promised.earliest:
        raise Refused("it is due before it was promised", where=where, remedy="Look at both days")
    return begin(actor, "record a promise", where, promise, classification=classification)


def settle_promise(actor: Actor, key: str, standing: PromiseStanding, *, expected_version: int, note: str = "") -> None:
    """Say what became of a promise: kept, given up, or open again.

    Raises NotAllowed, UnknownName, Refused where somebody else was faster or it stands so already.
    """
    held: Promise = held_to_change(actor, PromiseVersion, key)
    if held.standing is standing:
        raise Refused(f"the promise is {standing.label} already", where=key, remedy="Look at it again")
    settled = replace(held, standing=standing, note=note.strip() or held.note)
    go_on(actor, "settle a promise", key, settled, expected_version=expected_version, reason=standing.label)
