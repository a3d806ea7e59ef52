"""The sources that a person may read."""

from __future__ import annotations

from typing import Any

from accede.accounts.actor import Actor
from accede.records.current import current
from accede.records.models import SourceVersion
from accede.records.values import Evidence, Source
from accede.vocabulary.errors import UnknownName
from accede.workspace.asking import view_of


def sources_of(actor: Actor, **conditions: Any) -> list[Evidence[Source]]:
    """All of them, or those that meet conditions on what is known of them, in the order of recording."""
    return current(SourceVersion, view_of(actor), **conditions)


def source_of(actor: Actor, key: str) -> Evidence[Source]:
    """One of them. Raises UnknownName, also for one that the person may not read."""
    held: list[Evidence[Source]] = current(SourceVersion, view_of(actor), key=key)
    if not held:
        raise UnknownName(
            "the register holds no source under this key that you may read", where=key, remedy="Look at the list"
        )
    return held[0]
