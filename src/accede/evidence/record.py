"""Record evidence: the first version of a record, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.models import Ballot
from accede.evidence.quotation import refuse_misquotation
from accede.evidence.values import RollCall, Statement
from accede.records.models import MODEL_OF_FACT
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification


def record(
    actor: Actor,
    key: str,
    fact: Any,
    *,
    source: str,
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
    source_text: str | None = None,
) -> None:
    """Record a fact under a new key.

    Raises NotAllowed, and Refused where the key is taken or a quotation is no passage of `source_text`, the text of the
    kept source, which only a quotation needs.
    """
    actor.must(Verb.RECORD, classification, where=key)
    with writing(actor.name, "record") as write:
        if MODEL_OF_FACT[type(fact)].objects.filter(key=key).exists():  # type: ignore[attr-defined]
            raise Refused("a record with this key exists", where=key, remedy="Supersede it, and say why")
        add(write, key, fact, source_text, source=source, locator=locator, classification=classification)


def add(write: Write, key: str, fact: Any, source_text: str | None = None, **around: Any) -> None:
    """Add a version of any kind of fact to an open write; a roll call's ballots become rows of that version.

    Raises Refused for a quotation that is no passage of `source_text`, the text of its kept source.
    """
    if isinstance(fact, Statement):
        refuse_misquotation(fact, source_text, where=key)
    if not isinstance(fact, RollCall):
        write.record(key, fact, **around)
        return
    ordered = sorted(fact.ballots)
    row = write.record(key, fact, ballots_count=len(ordered), ballots_digest=ballots_digest(ordered), **around)
    number = row["id"]
    write.attach(
        Ballot, ("roll_call_id", "state", "ballot"), [(number, state, str(ballot)) for state, ballot in ordered]
    )


def ballots_digest(ordered: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over the ballots of a roll call, sorted by State."""
    return hashlib.sha256(";".join(map("=".join, ordered)).encode()).hexdigest()
