"""The sources of a page: numbered as they are first cited, and listed at its end with the passages that were used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from accede.overview.register import Register
from accede.publishing.followed import followed
from accede.publishing.wording import held, language, when
from accede.records.values import Evidence, Source
from accede.vocabulary.punctuation import marks

_KEY = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
"""How the keys of sources are written."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as the page lists it; the page cites it by its number.

    `details` are its publisher, symbol and day, `kind` what sort of document it is and how near it stands to the fact,
    `passages` where in it the values of this page stand.
    """

    number: str
    title: str
    language: str
    details: str
    kind: str
    passages: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the number of the source it rests on."""

    text: str
    source: str


def _passages(register: Register, held: tuple[Evidence[Any], ...]) -> dict[str, str]:
    """By key where in its source each record stands, of those of which that is held; worked out once for all pages."""
    kind = type(held[0].fact) if held else None
    return register.once_of(held, ("passages", kind), lambda: {each.key: each.locator for each in held if each.locator})


class Citing:
    """Gives each source its number at its first citation."""

    def __init__(self, register: Register, *evidence: tuple[Evidence[Any], ...]) -> None:
        """`evidence` are the records of which the page names the passages."""
        self._sources = register.sources
        self._passages = [_passages(register, held) for held in evidence]
        self._numbers: dict[str, str] = {}
        self._used: dict[str, dict[str, None]] = {}

    def number(self, source: str, evidence: str = "") -> str:
        """The number of a source, as the page prints it beside what rests on it."""
        number = self._numbers.setdefault(source, str(len(self._numbers) + 1))
        passage = next((found[evidence] for found in self._passages if evidence in found), "")
        if (
            passage and told(passage, self._sources) == passage
        ):  # one that names another source is ours, no word for people
            self._used.setdefault(source, {})[passage] = None
        return number

    def listed(self) -> tuple[SourceLine, ...]:
        """All that were cited, in the order of their numbers."""
        return tuple(self._line(number, key) for key, number in self._numbers.items())

    def _line(self, number: str, key: str) -> SourceLine:
        source = self._sources.get(key)
        if source is None:
            return SourceLine(number, cited(None), "", "", "", (), "")
        given = [held(source.publisher), source.symbol, _dated(source)]
        return SourceLine(
            number=number,
            title=source.title,
            language=source.language,
            details=marks(language()).comma.join(part for part in given if part),
            kind=gettext("%(kind)s; %(grade)s")
            % {"kind": gettext(source.kind.label), "grade": gettext(source.grade.label)},
            passages=tuple(self._used.get(key, ())),
            url=followed(source.url),
        )


def told(note: str, sources: Mapping[str, Source]) -> str:
    """A remark of a record, with the title of a source where it names one by its key."""
    return _KEY.sub(lambda match: f"“{sources[match[0]].title}”" if match[0] in sources else match[0], note)


def cited(source: Source | None) -> str:
    """A source in a sentence: its title and day."""
    if source is None:
        return gettext("a source that is not public")
    dated = source.information_as_of or source.issued
    return f"{held(source.title)}, {when(dated)}" if dated else held(source.title)


def _dated(source: Source) -> str:
    if source.information_as_of:
        return gettext("information as of %(day)s") % {"day": when(source.information_as_of)}
    return when(source.issued) if source.issued else ""
