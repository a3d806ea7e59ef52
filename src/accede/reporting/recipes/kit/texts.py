"""The steps and models of a treaty's accession kit, from `data/accession_kit.toml`. Pure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from accede.paper.tree import Figure, Inline, Run
from accede.reporting.recipes.prose import Part, typographic, words
from accede.vocabulary.errors import Damaged, Refused

Act = Literal["accession", "ratification"]
"""By what a State joins: accession, or ratification (acceptance, approval) of what it has signed."""

FILE = "accession_kit.toml"
_PLACE = re.compile(r"\{(\w+)\}|(\[[^\]]+\])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing a State does, with the rule behind it. Empty `acts`: whatever it joins by."""

    heading: str
    text: str
    basis: str
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model text, one paragraph an item of `text`, known by its letter."""

    letter: str
    title: str
    text: tuple[str, ...]
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KitTexts:
    """The texts of one treaty.

    `adopted` is how its instruments name when and where it was made, `deposit` the article about depositing.
    """

    adopted: str
    deposit: str
    steps: tuple[Step, ...]
    models: tuple[Model, ...]


def kit_texts(treaty: str) -> KitTexts:
    """The texts for a treaty. Raises Refused where none are held for it."""
    held = _held()
    if treaty not in held:
        raise Refused(
            f"no accession kit is held for {treaty}", where=FILE, remedy=f"There is one for {', '.join(sorted(held))}"
        )
    return held[treaty]


def filled(text: str, given: Mapping[str, Part]) -> tuple[Inline, ...]:
    """A text with its places filled; what a State fills in itself is set in italics, in its square brackets.

    Raises Damaged for a place that nothing is given for.
    """
    parts: list[Part] = []
    at = 0
    for place in _PLACE.finditer(text):
        parts.append(typographic(text[at : place.start()]))
        name, blank = place.groups()
        if blank:
            parts.append(Run(blank, "italic"))
        elif name in given:
            parts.append(given[name])
        else:
            raise Damaged(
                f"nothing fills the place {{{name}}}", where=FILE, remedy="Name one of the places it describes"
            )
        at = place.end()
    return words(*parts, typographic(text[at:]))


def blank(what: str) -> Figure:
    """A name that is not held: its place is left open and says so."""
    return Figure(f"[{what}: not held in the register]")


@cache
def _held() -> dict[str, KitTexts]:
    content = tomllib.loads((files("accede") / "data" / FILE).read_text(encoding="utf-8"))
    return {treaty: _texts(given) for treaty, given in content.items()}


def _texts(given: dict[str, Any]) -> KitTexts:
    return KitTexts(
        adopted=given["adopted"],
        deposit=given["deposit"],
        steps=tuple(
            Step(heading=each["heading"], text=each["text"], basis=each["basis"], acts=tuple(each.get("for", ())))
            for each in given["steps"]
        ),
        models=tuple(
            Model(letter=each["letter"], title=each["title"], text=tuple(each["text"]), acts=tuple(each.get("for", ())))
            for each in given["models"]
        ),
    )
