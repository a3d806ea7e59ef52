"""What the public will see that it did not see before, and who alone could see it until then: to be confirmed by a person.

Records that are not public are looked at here to say from which classification something came; only counts and keys of what
is public now are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from accede.records.current import selected
from accede.records.models import MODEL_OF_FACT, Version
from accede.records.values import View
from accede.vocabulary.sources import Classification


@dataclass(frozen=True, slots=True)
class Appearing:
    """A record that the public did not see at the last publication, or not in this version.

    `came_from` is how the version before it was classed, the same class where it was public already; None for one that is new.
    `reason` is why it was corrected, which the page of corrections tells everybody.
    """

    kind: str
    key: str
    version: int
    source: str
    came_from: Classification | None
    reason: str = ""

    @property
    def was_restricted(self) -> bool:
        """Whether it was for fewer readers before."""
        return self.came_from not in (None, Classification.PUBLIC)


def appearing(now: View, before: datetime | None) -> tuple[Appearing, ...]:
    """What is public at `now` and was not at `before` (None: nothing was), by kind and key; three queries a kind."""
    return tuple(found for model in _kinds() for found in _of_kind(model, now, before))


def summary(found: tuple[Appearing, ...]) -> list[tuple[str, str, int]]:
    """How many records of each kind came from where: (kind, words, number)."""
    counts = Counter((each.kind, _words(each)) for each in found)
    return [(kind, words, number) for (kind, words), number in sorted(counts.items())]


def _words(each: Appearing) -> str:
    if each.came_from is None:
        return "new"
    return f"until now for {each.came_from.label} only" if each.was_restricted else "a later version"


def _kinds() -> list[type[Version]]:
    return sorted(MODEL_OF_FACT.values(), key=lambda model: model.record_kind())


def _of_kind(model: type[Version], now: View, before: datetime | None) -> Iterator[Appearing]:
    seen: set[tuple[str, int]] = set()
    if before is not None:
        then = View(as_of=now.as_of, known_on=before, public=True)
        seen = set(selected(model, then).values_list("key", "version"))
    shown = selected(model, now).order_by("key").values_list("key", "version", "source", "reason")
    fresh = [row for row in shown if row[:2] not in seen]
    if not fresh:
        return
    earlier: dict[str, list[tuple[int, str]]] = {}
    if any(row[1] > 1 for row in fresh):
        held = model.objects.order_by("version").values_list("key", "version", "classification")  # type: ignore[attr-defined]  # each kind has its manager
        for key, version, classification in held:
            earlier.setdefault(key, []).append((version, classification))
    for key, version, source, reason in fresh:
        classes = [classification for number, classification in earlier.get(key, ()) if number < version]
        came_from = Classification(classes[-1]) if classes else None
        yield Appearing(model.record_kind(), key, version, source, came_from, reason if version > 1 else "")
