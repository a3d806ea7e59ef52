"""Which treaty a text is about, by the names and aliases that the treaties' files give. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from accede.register.treaty import TreatyDefinition
from accede.vocabulary.languages import Language

HEAD = 600
"""Characters at the beginning of a text, where a name weighs more."""
WEIGHT_OF_HEAD = 3
PARTS = {"ccw-apii": "ccw", "ccw-pv": "ccw"}


@dataclass(frozen=True)
class Treaties:
    """The treaties of a register by what they are called."""

    definitions: Mapping[str, TreatyDefinition]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._keys, key=len, reverse=True)
        return re.compile(rf"(?<![\w])(?:{'|'.join(map(_as_pattern, names))})(?![\w])", re.IGNORECASE)

    @cached_property
    def _keys(self) -> dict[str, str]:
        """Every English name in small letters, to its treaty's key."""
        found: dict[str, str] = {}
        for key, definition in self.definitions.items():
            names = definition.names.get(Language.ENGLISH)
            for name in (names.formal, names.short, *names.aliases) if names else ():
                if name:
                    found.setdefault(name.lower(), key)
        return found

    def named(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text names treaties: start, end, key. An abbreviation counts in capitals only."""
        if not self._keys:
            return
        for match in self._pattern.finditer(text):
            name = re.sub(r"\W+", " ", match[0]).strip()
            if len(name) <= 6 and " " not in name and not name.isupper():
                continue
            key = next(
                (one for told, one in self._keys.items() if re.sub(r"\W+", " ", told).strip() == name.lower()), ""
            )
            if key:
                yield match.start(), match.end(), key

    def about(self, text: str, otherwise: str, addresses: str = "") -> str:
        """The treaty that the text names most, its beginning above all; `otherwise` where it names none.

        `addresses` are those the page came from: the words in them may name the treaty as well.
        """
        counts: dict[str, int] = {}
        for start, _, key in self.named(text):
            counts[key] = counts.get(key, 0) + (WEIGHT_OF_HEAD if start < HEAD else 1)
        for _, _, key in self.named(re.sub(r"[-_/.+]", " ", addresses)):
            counts[key] = counts.get(key, 0) + WEIGHT_OF_HEAD
        if not counts:
            return otherwise
        most = max(counts.values())
        if counts.get(otherwise, 0) == most:
            return otherwise
        return next(key for key, count in counts.items() if count == most)


def _as_pattern(name: str) -> str:
    """A name with any spaces and dashes between its words."""
    return r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", name))
