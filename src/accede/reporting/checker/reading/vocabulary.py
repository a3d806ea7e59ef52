"""The names that a draft may use: of treaties and of States, in six languages. Pure."""

import re
from collections.abc import Iterable
from functools import cached_property

from accede.register.treaty import TreatyDefinition
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

    def spot(self, text: str, language: str) -> list[tuple[int, int, str]]:
        """The States named in a text, each as (start, end, iso3); a person's name is none."""
        if language == "zh":
            return [
                (match.start(), match.end(), self._chinese[match[0]]) for match in self._chinese_pattern.finditer(text)
            ]
        found = self.states.spot(text, language)
        return [one for one in found if not PERSON.search(text[: one[0]]) and not SUB_REGION.search(text[: one[0]])]

    @cached_property
    def _chinese(self) -> dict[str, str]:
        held: dict[str, set[str]] = {}
        for iso3 in self.states.states:
            for text in (self.states.short(iso3, "zh"), self.states.formal(iso3, "zh")):
                if not text.isascii() and len(text) > 1:
                    held.setdefault(text, set()).add(iso3)
        return {text: states.pop() for text, states in held.items() if len(states) == 1}

    @cached_property
    def _chinese_pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._chinese, key=len, reverse=True))))
