"""What a form offers to choose from: treaties, occasions, sources, as the person may read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.records.current import current, selected
from accede.records.models import SourceVersion
from accede.register.models import OccasionVersion, TreatyVersion
from accede.register.values import Occasion
from accede.vocabulary.sources import Classification
from accede.vocabulary.state_names import shipped_names
from accede.workspace.asking import register_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Keys with what they are called; `classifications` are those the person may record in, `treaty` the one meant."""

    treaty: str
    treaties: tuple[str, ...]
    occasions: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    classifications: tuple[Classification, ...] = ()


def offered(actor: Actor, *, treaty: str = "") -> Offered:
    """What this person may choose from. Raises UnknownName for a treaty that is not held."""
    register = register_of(actor, treaty=treaty)
    view = register.view
    may = actor.classes(Verb.RECORD)
    return Offered(
        treaty=register.treaty.key,
        treaties=tuple(TreatyVersion.objects.order_by("key").values_list("key", flat=True).distinct()),
        # Every one, and not the treaty's alone: a paper about one treaty may tell of another.
        occasions={one.key: _called(one.fact) for one in current(OccasionVersion, view)},
        sources=dict(selected(SourceVersion, view).order_by("id").values_list("key", "title")),  # type: ignore[misc]  # a column of the fact
        classifications=tuple(one for one in Classification if one in may),
    )


def states() -> list[tuple[str, str]]:
    """Every State by key and name, in the order of the names in the language that is written in."""
    return _states_in(get_language() or "en")


_named: dict[str, list[tuple[str, str]]] = {}


def _states_in(language: str) -> list[tuple[str, str]]:
    if language not in _named:
        _named[language] = [
            (iso3, wording.name(iso3)) for iso3 in sorted(shipped_names().states, key=wording.name_order)
        ]
    return _named[language]


def _called(occasion: Occasion) -> str:
    """The title of an occasion and when it began."""
    day = occasion.starts.edtf if occasion.starts else ""
    return ", ".join(part for part in (occasion.title, day) if part)
