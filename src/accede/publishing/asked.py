"""What a page is asked: its language, its day, its filters, and the register it answers from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from accede.publishing import wording
from accede.publishing.addresses import address
from accede.publishing.languages import LANGUAGES, direction
from accede.publishing.register import PublicRegister
from accede.vocabulary.languages import Language

if TYPE_CHECKING:
    from accede.publishing.pages.kind import PageKind


MENU = ("states", "votes", "attendance", "statements", "changes", "papers", "data", "method")
"""The order of the menu; what else has a word in it follows."""


def _place(name: str) -> int:
    return MENU.index(name) if name in MENU else len(MENU)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question to the public site.

    `day` is the day in the address, None for today; `of` what the address names (a State, a roll call); `filters` what the
    page's query may hold, only names that the page knows. `register` is folded for the day, public alone. `days` are those
    on which the page is there beside today in a publication as plain files, each with its occasion; None where a server
    answers any day. `is_there_today` is False for a page of a publication that tells of a past day alone.
    """

    page: PageKind
    register: PublicRegister
    today: date
    language: str
    day: date | None = None
    of: Mapping[str, object] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[date, str] | None = None
    is_there_today: bool = True

    @property
    def as_of(self) -> date:
        """The day that is answered."""
        return self.register.view.as_of

    @property
    def direction(self) -> str:
        """How the page is written, as HTML's `dir` has it."""
        return direction(self.language)

    @property
    def here(self) -> str:
        """This page's own address, filters and all."""
        return self._here(self.language, self.day)

    @property
    def treaty(self) -> str:
        """The treaty's name in the page's language."""
        return self.register.treaty.name(Language(self.language))

    @property
    def known_on(self) -> str:
        """The instant of the last public change, as it is printed."""
        return wording.instant(self.register.view.known_on)

    @property
    def menu(self) -> tuple[tuple[str, str, str], ...]:
        """Name and word of each page in the menu, and where the reader is, as HTML's `aria-current` has it: on it or below."""
        from accede.publishing.pages import PAGES

        listed = sorted((kind for kind in PAGES.values() if kind.menu), key=lambda kind: _place(kind.name))
        return tuple((kind.name, gettext(kind.menu), self._current(kind)) for kind in listed)

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """Name and word of the pages about the register itself."""
        from accede.publishing.pages import PAGES

        words = {
            "data": gettext("Data"),
            "api": gettext("The open API"),
            "method": gettext("Method"),
            "glossary": gettext("Glossary"),
            "corrections": gettext("Corrections"),
        }
        return tuple((name, word) for name, word in words.items() if name in PAGES)

    @property
    def languages(self) -> tuple[tuple[str, str, str], ...]:
        """Key, own name and address of this page in each language."""
        return tuple((key, name, self._here(key, self.day)) for key, name in LANGUAGES.items())

    @property
    def other_days(self) -> tuple[tuple[str, str], ...]:
        """In a publication: each of its days, in words, with its occasion and this page's address on it, newest first."""
        days = sorted((self.days or {}).items(), reverse=True)
        return tuple((f"{occasion}, {wording.day(on)}", self._here(self.language, on)) for on, occasion in days)

    @property
    def here_today(self) -> str:
        """This page's address without its day; where it is not there today, the address of those of its kind."""
        if not self.is_there_today:
            return address(self.page.route.partition("<")[0], {}, language=self.language, as_of=None)
        return self._here(self.language, None)

    def _here(self, language: str, day: date | None) -> str:
        """This page's address in a language and on a day."""
        on = day if self.page.has_days else None
        return address(self.page.route, self.of, language=language, as_of=on, query=self.filters)

    def state(self, iso3: str) -> str:
        """The address of a State's dossier."""
        return self.to("state", {"iso3": iso3})

    def _current(self, kind: PageKind) -> str:
        if kind is self.page:
            return "page"
        return "true" if kind.route and self.page.route.startswith(kind.route) else ""

    def to(
        self, page: str, of: Mapping[str, object] | None = None, *, day: date | None = None, today: bool = False
    ) -> str:
        """The address of a page in the same language, on the same day (`day`: on another; `today`: without one)."""
        from accede.publishing.pages import PAGES

        kind, named = PAGES[page], of or {}
        on = None if today or not kind.has_days else day or self.day
        is_here = kind is self.page and dict(named) == dict(self.of)
        return address(kind.route, named, language=self.language, as_of=on, query=self.filters if is_here else None)
