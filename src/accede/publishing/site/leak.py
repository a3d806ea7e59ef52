"""What the public will see that it did not see before, and who alone could see it until then: to be confirmed by a person.

Records that are not public are looked at here to say from which classification something came; only counts and keys of what
is public now are told.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.conf import settings

from accede.overview.corrections import Correction, corrections_in
from accede.records.current import selected
from accede.records.models import MODEL_OF_FACT, Version
from accede.records.reference import Reference
from accede.records.values import View
from accede.vocabulary.sources import Classification

NUMBER = 8
"""Characters of the number by which a release is confirmed."""
PARTIES = frozenset({Classification.PUBLIC, Classification.STATES_PARTIES})


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


@dataclass(frozen=True, slots=True)
class Leak:
    """What a release would show: to everybody, and to the States Parties alone (who see what is for everybody too).

    `corrections` are the lines that the page of corrections would get, each with the reason that becomes public. `at` is the
    instant at which it would be seen, None for at once.
    """

    at: datetime | None
    everybody: tuple[Appearing, ...]
    states_parties: tuple[Appearing, ...]
    corrections: tuple[Correction, ...]

    @property
    def all(self) -> tuple[Appearing, ...]:
        """What anybody would see that they did not see."""
        return (*self.everybody, *self.states_parties)

    @property
    def number(self) -> str:
        """The number by which a person confirms exactly this: another for anything else, or for another instant."""
        told = [self.at.isoformat() if self.at else "", *map(repr, self.all), *map(_line, self.corrections)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:NUMBER]


def would_appear(references: Iterable[Reference], at: datetime | None = None) -> Leak:
    """What would be seen that is not seen else, if these versions were released at an instant (None: now).

    Give it what `to_release` gives: the sources that go along are among them.
    """
    now = seen_with(references, at)
    kinds = frozenset(kind for kind, _, _ in now.also_released)
    public = appearing(now, now.known_on, kinds)
    parties = appearing(replace(now, readers=PARTIES), now.known_on, kinds)
    before = set(corrections_in(replace(now, also_released=frozenset()), settings.ACCEDE_TREATY))
    return Leak(
        at=at,
        everybody=public,
        states_parties=tuple(each for each in parties if each not in public),
        corrections=tuple(each for each in corrections_in(now, settings.ACCEDE_TREATY) if each not in before),
    )


def seen_with(references: Iterable[Reference], at: datetime | None = None) -> View:
    """The public view of an instant (None: now) in which these versions count as released."""
    known_on = at or datetime.now(UTC)
    also = frozenset((each.kind, each.key, each.version) for each in references)
    return View(as_of=known_on.date(), known_on=known_on, public=True, also_released=also)


def appearing(now: View, before: datetime | None, kinds: frozenset[str] | None = None) -> tuple[Appearing, ...]:
    """What is public at `now` and was not at `before` (None: nothing was), by kind and key; three queries a kind.

    `kinds` are those that are looked at; None: all.
    """
    models = [model for model in _kinds() if kinds is None or model.record_kind() in kinds]
    return tuple(found for model in models for found in _of_kind(model, now, before))


def summary(found: tuple[Appearing, ...]) -> list[tuple[str, str, int]]:
    """How many records of each kind came from where: (kind, words, number)."""
    counts = Counter((each.kind, _words(each)) for each in found)
    return [(kind, words, number) for (kind, words), number in sorted(counts.items())]


def _line(each: Correction) -> str:
    return repr((each.kind, each.record, each.key, each.reason, each.before and each.before.version))


def _words(each: Appearing) -> str:
    if each.came_from is None:
        return "new"
    return f"until now for {each.came_from.label} only" if each.was_restricted else "a later version"


def _kinds() -> list[type[Version]]:
    return sorted(MODEL_OF_FACT.values(), key=lambda model: model.record_kind())


def _of_kind(model: type[Version], now: View, before: datetime | None) -> Iterator[Appearing]:
    seen: set[tuple[str, int]] = set()
    if before is not None:
        then = replace(now, known_on=before, also_released=frozenset())
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
