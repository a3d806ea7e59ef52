"""Keep a source: its bytes under their SHA-256, and what we know of it as a record. The same bytes are one source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records import kept
from accede.records.current import current
from accede.records.models import SourceVersion
from accede.records.values import Evidence, Source, View
from accede.records.write import Write, writing
from accede.vocabulary.errors import Refused
from accede.vocabulary.sources import Classification

LARGEST = 50 * 1024 * 1024
"""Bytes of a copy."""


@dataclass(frozen=True, slots=True)
class KeptSource:
    """The key of the source that holds the bytes, and whether it was recorded now."""

    key: str
    is_new: bool


def keep_source(
    actor: Actor,
    key: str,
    source: Source,
    content: bytes,
    *,
    classification: Classification = Classification.PUBLIC,
    completes: bool = False,
) -> KeptSource:
    """Keep the bytes and record the source under `key`, or under one like it where that is taken.

    Bytes that a source holds already, which the actor may read, lead to that source, and nothing is written. `completes`:
    `key` is a source that is held without a copy, and these are its bytes. Raises NotAllowed; Refused for too many bytes,
    none at all, and a source to complete that has a copy.
    """
    actor.must(Verb.RECORD, classification, where=key)
    if not content.strip():
        raise Refused("it is empty", where=source.title, remedy="Check that it is the file you mean")
    if len(content) > LARGEST:
        raise Refused(
            f"it has more than the {LARGEST // (1024 * 1024)} MB that a source may have",
            where=source.title,
            remedy="Give the part you mean",
        )
    copy = hashlib.sha256(content).hexdigest()
    with writing(actor.name, "keep source") as write:
        held = found_again(actor, copy, at=write.at)
        if held is not None:
            return KeptSource(held.key, is_new=False)
        kept.keep("sources", content)
        if completes:
            _complete(write, actor, key, copy)
            return KeptSource(key, is_new=False)
        free = _free(key, write.keys_of(Source))
        write.record(free, replace(source, kept_sha256=copy), source="", classification=classification)
    return KeptSource(free, is_new=True)


def found_again(actor: Actor, copy: str, *, at: datetime | None = None) -> Evidence[Source] | None:
    """The source that holds the bytes with this SHA-256, if the actor may read it."""
    now = at or datetime.now(UTC)
    view = View(as_of=date.max, known_on=now, classes=actor.classes(Verb.READ))
    held: list[Evidence[Source]] = current(SourceVersion, view, kept_sha256=copy)
    return held[0] if held else None


def _complete(write: Write, actor: Actor, key: str, copy: str) -> None:
    view = View(as_of=date.max, known_on=write.at, classes=actor.classes(Verb.READ))
    held: list[Evidence[Source]] = current(SourceVersion, view, key=key)
    if not held or held[0].fact.kept_sha256:
        raise Refused(
            "there is no source under this key that waits for its copy",
            where=key,
            remedy="Keep the file as a source of its own",
        )
    actor.must(Verb.RECORD, held[0].classification, where=key)
    completed = replace(held[0].fact, kept_sha256=copy)
    write.record(
        key, completed, source=held[0].source, classification=held[0].classification, reason="its copy was kept"
    )


def _free(wanted: str, taken: set[str]) -> str:
    """The key itself, or with a number behind it."""
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key
