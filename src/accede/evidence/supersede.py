"""Correct a record: a new version with a reason. The old one stays and can be seen as known then."""

from __future__ import annotations

from typing import Any

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.record import add
from accede.evidence.values import Statement
from accede.records.models import MODEL_OF_FACT
from accede.records.write import writing
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.sources import Classification


def supersede(
    actor: Actor,
    key: str,
    fact: Any,
    *,
    expected_version: int,
    reason: str,
    source: str,
    locator: str = "",
    classification: Classification = Classification.PUBLIC,
    source_text: str | None = None,
) -> None:
    """Add the version after `expected_version`.

    Raises NotAllowed, UnknownName where the key is not held, Refused without a reason, where somebody else was faster, and for a
    quotation that is no passage of `source_text`, the text of its kept source. Words that the version before had already
    need no source again.
    """
    actor.must(Verb.RECORD, classification, where=key)
    if not reason.strip():
        raise Refused("a correction needs a reason", where=key, remedy="Say why the record is corrected")
    with writing(actor.name, "supersede", reason=reason) as write:
        newest = MODEL_OF_FACT[type(fact)].objects.filter(key=key).order_by("-version").first()  # type: ignore[attr-defined]
        if newest is None:
            raise UnknownName("the register holds no record with this key", where=key, remedy="Record it instead")
        actor.must(Verb.RECORD, Classification(newest.classification), where=key)
        if newest.version != expected_version:
            raise Refused(
                f"version {newest.version} was recorded by {newest.recorded_by} meanwhile",
                where=key,
                remedy="Look at it and decide again",
            )
        if isinstance(fact, Statement) and (newest.text_kind, newest.text) == (fact.text_kind, fact.text):
            source_text = fact.text
        add(write, key, fact, source_text, source=source, locator=locator, classification=classification)
