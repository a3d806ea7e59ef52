"""What a list can be narrowed by: a form that works without JavaScript, its choices counted, its address shareable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from django.utils.translation import gettext

from accede.publishing.asked import Asked
from accede.publishing.wording import headed, name, name_order, parted
from accede.vocabulary.label import Labelled

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Facet(Generic[Row]):
    """One thing to narrow by: its name in addresses, its label, its choices (key to words, in order), and a row's keys."""

    name: str
    label: str
    choices: Mapping[str, str]
    keys: Callable[[Row], Collection[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a facet, with the number of rows it would leave, all other choices standing."""

    key: str
    label: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """A facet as the form shows it."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed by, and the address of the list without it."""

    label: str
    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Row]):
    """The rows that are left, the form, what was chosen, and what was asked for and is no choice.

    `whole` is the address of the list without any of them. In a publication as plain files, where nobody narrows a list,
    there are no controls.
    """

    rows: tuple[Row, ...]
    controls: tuple[Control, ...]
    chosen: tuple[Chosen, ...]
    unknown: tuple[str, ...]
    whole: str

    @property
    def words(self) -> str:
        """What was chosen, as a sentence says it: Region: African States; Year: 2018."""
        return parted(headed(each.label, each.words) for each in self.chosen)


def by_state(states: Collection[str], key: Callable[[Row], str]) -> Facet[Row]:
    """To narrow by State: those given, in the order of their names."""
    choices = {iso3: name(iso3) for iso3 in sorted(states, key=name_order)}
    return Facet("state", gettext("State"), choices, lambda row: (key(row),))


def labels(of: type[Labelled]) -> dict[str, str]:
    """The members of a closed list as choices."""
    return {str(member): gettext(member.label) for member in of}


def narrowed(rows: Iterable[Row], facets: Collection[Facet[Row]], asked: Asked) -> Narrowed[Row]:
    """The rows that fit the address."""
    held = tuple(rows)
    given = {facet.name: asked.filters[facet.name] for facet in facets if facet.name in asked.filters}
    valid = {facet.name: given[facet.name] for facet in facets if given.get(facet.name) in facet.choices}
    return Narrowed(
        rows=tuple(row for row in held if _fits(row, facets, valid)),
        controls=() if asked.days is not None else tuple(_control(facet, held, facets, valid) for facet in facets),
        chosen=tuple(
            Chosen(facet.label, facet.choices[valid[facet.name]], without(asked, facet.name))
            for facet in facets
            if facet.name in valid
        ),
        unknown=tuple(value for name, value in given.items() if name not in valid),
        whole=without(asked, *given),
    )


def without(asked: Asked, *names: str) -> str:
    """The address of this page without these filters."""
    return replace(asked, filters={name: value for name, value in asked.filters.items() if name not in names}).here


def with_filter(asked: Asked, name: str, value: str) -> str:
    """The address of this page with a filter set."""
    return replace(asked, filters={**asked.filters, name: value}).here


def _fits(row: Row, facets: Collection[Facet[Row]], valid: Mapping[str, str]) -> bool:
    return all(valid[facet.name] in facet.keys(row) for facet in facets if facet.name in valid)


def _control(
    facet: Facet[Row], rows: Iterable[Row], facets: Collection[Facet[Row]], valid: Mapping[str, str]
) -> Control:
    others = [other for other in facets if other is not facet]
    number = Counter(key for row in rows if _fits(row, others, valid) for key in set(facet.keys(row)))
    chosen = valid.get(facet.name)
    choices = (Choice(key, words, number[key], key == chosen) for key, words in facet.choices.items())
    return Control(facet.name, facet.label, tuple(each for each in choices if each.number or each.is_chosen))
