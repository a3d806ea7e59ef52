"""The names that a draft may use: of treaties and of States, in six languages. Pure."""

import re
from collections.abc import Iterable

from accede.register.treaty import TreatyDefinition
from accede.reporting.checker.reading.bent_names import BentNames
from accede.reporting.checker.reading.treaties import TreatyNames
from accede.vocabulary.state_names import NameTable

PERSON = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Prof|H\.E|Amb|Ambassador|Prince|Princess|Lord|Sir|Michael)\.? (?:[A-Z][\w.-]+ )?$"
)

SUB_REGION = re.compile(r"\bregion,? (?:of |called )?$")
"""Micronesia is a sub-region as well."""


class Names:
    """The names of treaties and States; `treaty` is the key of the one that the draft is held against."""

    def __init__(self, treaty: str, definitions: Iterable[TreatyDefinition], states: NameTable) -> None:
        self.treaty = treaty
        self.treaties = TreatyNames(definitions)
        self.states = states
        self._bent: dict[str, BentNames] = {}

    def spot(self, text: str, language: str) -> list[tuple[int, int, str]]:
        """The States named in a text, each as (start, end, iso3); a person's name is none."""
        if language in ("ru", "zh", "ar"):
            if language not in self._bent:
                self._bent[language] = BentNames(self.states.texts(language), language)
            return self._bent[language].spotted(text)
        found = self.states.spot(text, language)
        return [one for one in found if not PERSON.search(text[: one[0]]) and not SUB_REGION.search(text[: one[0]])]
