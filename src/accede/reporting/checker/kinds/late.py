"""A pattern that is compiled when a text first has one of its words: most drafts need few of many patterns. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Late:
    """`needs` are words of which a text must have one for the pattern to be tried at all; without any, every text may match."""

    def __init__(self, source: str, *needs: str, flags: int = 0) -> None:
        self.source = source
        self.needs = needs
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """It, compiled."""
        return re.compile(self.source, self._flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As a compiled pattern does it."""
        return self.pattern.finditer(text) if self._may(text) else iter(())

    def search(self, text: str, at: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        if not self._may(text):
            return None
        return self.pattern.search(text, at) if end is None else self.pattern.search(text, at, end)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return self.pattern.match(text, at) if self._may(text) else None

    def _may(self, text: str) -> bool:
        return not self.needs or any(word in text for word in self.needs)
