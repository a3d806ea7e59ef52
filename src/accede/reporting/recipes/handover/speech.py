"""The hand-over pack in the language it is written in: names, days, numbers, and sentences with figures in their places.

In English as the other papers have it; in the other languages a State stands as a heading, which no grammar touches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from django.utils.translation import gettext

from accede.paper.tree import Figure, Inline, Run
from accede.register.values import Occasion
from accede.reporting.pictures import wording
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.matter import Keys, Matter, meeting_words
from accede.reporting.recipes.prose import Part, spelled, typographic, words
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.punctuation import marks
from accede.vocabulary.state_names import shipped_names

_PLACE = re.compile(r"%\((\w+)\)s")


def phrase(template: str, **parts: Part) -> tuple[Inline, ...]:
    """A sentence with its parts in their places: each %(name)s is one of them."""
    said = _PLACE.split(template)
    return words(*(parts[text] if place % 2 else typographic(text) for place, text in enumerate(said)))


def is_english() -> bool:
    """Whether the paper is written in English."""
    return language() == "en"


def state(matter: Matter, iso3: str) -> str:
    """A State within a sentence."""
    return matter.in_sentence(iso3) if is_english() else in_table(matter, iso3)


def in_table(matter: Matter, iso3: str) -> str:
    """A State as a table lists it."""
    return typographic(shipped_names().in_table(iso3, language(), on=matter.as_of))


def states(matter: Matter, of: Iterable[str], evidence: Callable[[str], Keys] = lambda iso3: ()) -> tuple[Inline, ...]:
    """States in a sentence, in the order in which papers list them."""
    if is_english():
        return matter.listed(of, evidence)
    figures = [Figure(state(matter, iso3), evidence(iso3)) for iso3 in matter.by_name(of)]
    if len(figures) < 2:
        return tuple(figures)
    first: list[Part] = []
    for figure in figures[:-1]:
        first += [marks(language()).enumeration, figure] if first else [figure]
    return phrase(gettext("%(first)s and %(last)s"), first=words(*first), last=figures[-1])


def when(on: PartialDate) -> str:
    """A date."""
    return on.wording(language())


def number(of: int) -> str:
    """A number within a sentence: in English up to nine in words."""
    return spelled(of) if is_english() else str(of)


def meeting(held: Occasion) -> str:
    """A meeting within a sentence."""
    return meeting_words(held) if is_english() else wording.meeting(held)


def held(text: str, evidence: Keys = ()) -> Inline:
    """A text that the register holds in English: marked as such in a paper of another language."""
    return Figure(typographic(text), evidence) if is_english() else Run(typographic(text), language="en")
