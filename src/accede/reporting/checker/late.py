"""A pattern that is compiled when a text first has its words: most drafts need few of many patterns. Pure."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from accede.reporting.checker.anchors import Anchors, anchors, folded, has


class Late:
    """A pattern, used as a compiled one is. A text without its anchors is not searched, which changes nothing but the time."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self._flags = flags
        self._folded: Callable[[str], str] | None = folded if flags & re.IGNORECASE else None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """It, compiled."""
        return re.compile(self.source, self._flags)

    def finditer(self, text: str, at: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As a compiled pattern does it."""
        return self.pattern.finditer(text, at, end) if self._may(text) else iter(())

    def search(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return self.pattern.search(text, at, end) if self._may(text) else None

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return self.pattern.match(text, at, end) if self._may(text) else None

    def sub(self, put: str, text: str, count: int = 0) -> str:
        """As a compiled pattern does it."""
        return self.pattern.sub(put, text, count) if self._may(text) else text

    @cached_property
    def _anchors(self) -> Anchors:
        return anchors(self.source, self._flags)

    def _may(self, text: str) -> bool:
        return has(self._folded(text) if self._folded else text, self._anchors)


class Parted(Late):
    """A pattern in parts, each of which stands in every match: long ones share theirs, and are rarely compiled whole."""

    def __init__(self, parts: Sequence[str], flags: int = 0) -> None:
        super().__init__("".join(parts), flags)
        self._parts = tuple(_part(part, flags) for part in parts)

    def _may(self, text: str) -> bool:
        return all(part.is_in(text) for part in self._parts) and super()._may(text)


class _Part(Late):
    """A part of patterns. One without anchors tells nothing, and is not looked for."""

    _asked = ""
    _is_in = False

    def is_in(self, text: str) -> bool:
        """Whether it is found in a text, which is asked for each of its patterns in turn."""
        if text != self._asked:
            self._asked, self._is_in = text, not self._anchors or bool(self.search(text))
        return self._is_in


@cache
def _part(source: str, flags: int) -> _Part:
    return _Part(source, flags)
