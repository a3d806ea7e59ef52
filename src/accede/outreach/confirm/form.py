"""The form of one State: what is on record about it, what is asked, which meetings lie ahead. Pure, one typed thing.

The page, the Word form and the reading of both go by it, so that they cannot differ.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from accede.evidence.rules import is_older_than
from accede.overview.about import about
from accede.overview.ahead import meetings_ahead
from accede.overview.dossier import DossierFound, dossier
from accede.overview.gaps import DEFAULT_YEARS, gap
from accede.overview.items import PracticeItem, ReportItem, StatementItem
from accede.overview.occasions import key_of
from accede.overview.register import Register
from accede.register.values import Occasion
from accede.vocabulary.errors import Refused
from accede.vocabulary.languages import Language
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Question
from accede.vocabulary.sources import Classification

MOST_MEETINGS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on record."""

    item: StatementItem | PracticeItem

    @property
    def key(self) -> str:
        """The key of the evidence."""
        return self.item.evidence

    @property
    def sign(self) -> str:
        """What stands for its key in the names of fields."""
        return sign_of(self.key)


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is asked of every State; `last` is the day on which this one answered it last, None for never.

    It `is_open` where it was never answered, or more than five years ago.
    """

    question: Question
    last: PartialDate | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting that lies ahead, by its key."""

    key: str
    fact: Occasion

    @property
    def sign(self) -> str:
        """What stands for its key in the names of fields."""
        return sign_of(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything that is shown to a State and asked of it, as of a day, as the register was at an instant.

    Only what is public is in it: notes, records that are not released and other States have no place here. `treaty_names` are
    the treaty's name by language.
    """

    treaty: str
    treaty_names: tuple[tuple[str, str], ...]
    state: str
    as_of: date
    known_on: datetime
    found: DossierFound
    statements: tuple[Entry, ...]
    practices: tuple[Entry, ...]
    reports: tuple[ReportItem, ...]
    questions: tuple[Open, ...]
    meetings: tuple[Ahead, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that can be confirmed or corrected."""
        return self.statements + self.practices

    @property
    def last_said(self) -> Entry | None:
        """The statement that a confirmation renews: the newest."""
        return self.statements[0] if self.statements else None

    def treaty_name(self, language: str) -> str:
        """The treaty's name in a language."""
        return dict(self.treaty_names)[language]


def form_of(register: Register, iso3: str) -> Form:
    """The form of a State. Raises UnknownName for a State that is not held, and Refused for a register that is not public.

    What is asked comes with what is open first.
    """
    view = register.view
    if not view.public or view.readers - {Classification.PUBLIC} or view.also_released:
        raise Refused(
            "the form of a State is made from what is public, and this register holds more",
            where=iso3,
            remedy="Give the public register",
        )
    narrowed = about(register, iso3)
    found = dossier(narrowed, iso3)
    own = gap(narrowed, iso3)
    asked = tuple(
        Open(question, last, last is None or is_older_than(DEFAULT_YEARS, last.counts_from, register.view.as_of))
        for question, last in own.questions.items()
        if question is not Question.REASONS or not _has_joined(found)
    )
    return Form(
        treaty=register.treaty.key,
        treaty_names=tuple((str(each), register.treaty.name(each)) for each in Language),
        state=iso3,
        as_of=register.view.as_of,
        known_on=register.view.known_on,
        found=found,
        statements=tuple(map(Entry, found.answer.statements)),
        practices=tuple(map(Entry, found.answer.practices)),
        reports=found.answer.reports,
        questions=tuple(sorted(asked, key=lambda each: not each.is_open)),
        meetings=tuple(_ahead(register)),
    )


def _ahead(register: Register) -> Iterator[Ahead]:
    for each in meetings_ahead(register)[:MOST_MEETINGS]:
        yield Ahead(key_of(each), each.fact)


def _has_joined(found: DossierFound) -> bool:
    return found.standing is not None and found.standing.standing.has_joined


def sign_of(key: str) -> str:
    """Eight hexadecimal digits that stand for a key in the name of a field; Word has no room for the key."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
