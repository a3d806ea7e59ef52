"""What waits, as one person may read it, narrowed to what is sought: by kind, State, recorder and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.current import fact_of
from accede.records.models import Version
from accede.records.reviewing import Stage, Waiting, waiting
from accede.records.values import Source
from accede.vocabulary.sources import Classification
from accede.workspace.records.told import kinds, states_of

STAGES = {"pending": Stage.PENDING, "returned": Stage.RETURNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What of the queue is looked at; "" for all."""

    kind: str = ""
    state: str = ""
    by: str = ""
    source: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Sought:
        """As an address tells it."""
        return cls(**{name: asked.get(name, "") for name in ("kind", "state", "by", "source")})

    @property
    def query(self) -> str:
        """As it stands in an address, with its question mark; "" for all."""
        told = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode(told)}" if told else ""


@dataclass(frozen=True, slots=True)
class Waits:
    """One version that waits, with what it says."""

    waiting: Waiting
    fact: Any
    states: tuple[str, ...]

    @property
    def row(self) -> Version:
        """The version as it is held."""
        return self.waiting.row

    def fits(self, sought: Sought, *, but: str = "") -> bool:
        """Whether it is among what is sought, whatever is sought by the name `but`."""
        held = {
            "kind": (self.waiting.reference.kind,),
            "state": self.states,
            "by": (self.row.recorded_by,),
            "source": (self.row.source,),
        }
        return all(
            not (value := getattr(sought, name)) or name == but or value in values for name, values in held.items()
        )


def waits(actor: Actor, stage: Stage = Stage.PENDING) -> tuple[Waits, ...]:
    """All that waits at a stage and that the person may read, the oldest first; queries by kind alone.

    A source is accepted with what is taken from it: it waits for itself only where nothing of it does.
    """
    if not actor.reads_unreleased:
        return ()
    classes = actor.classes(Verb.READ)
    found = []
    for each in waiting(stage, *kinds()):
        if Classification(each.row.classification) in classes:
            fact = fact_of(each.row)
            found.append(Waits(each, fact, states_of(fact)))
    with_facts = {each.row.source for each in found}
    return tuple(each for each in found if not isinstance(each.fact, Source) or each.row.key not in with_facts)


def after(actor: Actor, queue: Sequence[Waits], key: tuple[str, str]) -> Waits | None:
    """The next that somebody else recorded, behind the record of this kind and key, else from the beginning."""
    places = {(each.waiting.reference.kind, each.waiting.reference.key): at for at, each in enumerate(queue)}
    at = places.get(key, -1)
    for each in (*queue[at + 1 :], *queue[: max(at, 0)]):
        if each.row.recorded_by != actor.name:
            return each
    return None


def counted(queue: Sequence[Waits], of: Callable[[Waits], Sequence[str]]) -> Counter[str]:
    """How many there are of each."""
    return Counter(value for each in queue for value in of(each))
