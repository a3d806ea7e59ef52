"""The words that the pages use in one sense each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.publishing.asked import Asked
from accede.publishing.glossary import TERMS
from accede.publishing.pages.kind import PageKind

_SET_OFF = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its meaning, in parts of which those that are set off are marked."""

    anchor: str
    word: str
    meaning: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Everything the template prints."""

    title: str
    opening: str
    entries: tuple[Entry, ...]


def make(asked: Asked) -> GlossaryPage:
    """The words in the order of the reader's alphabet."""
    entries = sorted(
        (Entry(term.anchor, gettext(term.word), _parts(gettext(term.meaning))) for term in TERMS),
        key=lambda entry: entry.word.casefold(),
    )
    return GlossaryPage(
        title=gettext("Glossary"),
        opening=ngettext(
            "%(number)s word has one meaning on these pages, and no other.",
            "%(number)s words have one meaning each on these pages, and no other.",
            len(entries),
        )
        % {"number": len(entries)},
        entries=tuple(entries),
    )


def _parts(meaning: str) -> tuple[tuple[str, bool], ...]:
    """Every second part stands between the marks."""
    return tuple((part, place % 2 == 1) for place, part in enumerate(_SET_OFF.split(meaning)) if part)


PAGE = PageKind(name="glossary", route="glossary/", make=make, has_days=False)
