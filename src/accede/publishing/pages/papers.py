"""Papers: the editions that are released, each with its hash, the day it speaks of, its files, and how it is verified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import gettext, gettext_noop, ngettext

from accede.publishing.asked import Asked
from accede.publishing.editions import FORMATS, path_of
from accede.publishing.languages import OFFICIAL
from accede.publishing.pages.kind import PageKind
from accede.publishing.wording import day, in_thousands, instant, when
from accede.records.values import Evidence
from accede.reporting.values import Edition


@dataclass(frozen=True, slots=True)
class Download:
    """A file of an edition: its format and its address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Paper:
    """An edition as the page prints it; `anchor` is its place on the page."""

    anchor: str
    title: str
    language: str
    language_name: str
    symbol: str
    as_of: str
    known_on: str
    sha256: str
    downloads: tuple[Download, ...]
    sealed: str


@dataclass(frozen=True, slots=True)
class PapersPage:
    """Everything the template prints."""

    title: str
    opening: str
    papers: tuple[Paper, ...]


def make(asked: Asked) -> PapersPage:
    """The editions that speak of the page's day or one before, the newest first."""
    told = [each for each in asked.register.editions if each.fact.as_of.counts_from <= asked.as_of]
    newest = sorted(told, key=lambda each: (each.fact.as_of.counts_from, each.fact.known_on, each.key), reverse=True)
    number = len(newest)
    said = {"number": in_thousands(number), "day": day(asked.as_of)}
    opening = (
        ngettext(
            "%(number)s paper is sealed and released that speaks of %(day)s or a day before.",
            "%(number)s papers are sealed and released that speak of %(day)s or a day before.",
            number,
        )
        if number
        else gettext("No paper is sealed and released that speaks of %(day)s or a day before.")
    )
    return PapersPage(
        title=gettext("Papers"),
        opening=opening % said,
        papers=tuple(_paper(each) for each in newest),
    )


def _paper(held: Evidence[Edition]) -> Paper:
    edition = held.fact
    return Paper(
        anchor=edition.tree_sha256[:16],
        title=edition.title,
        language=edition.language,
        language_name=OFFICIAL.get(edition.language, edition.language),
        symbol=edition.symbol,
        as_of=when(edition.as_of),
        known_on=instant(datetime.fromisoformat(edition.known_on).astimezone(UTC)),
        sha256=edition.tree_sha256,
        downloads=tuple(Download(label, f"/{path_of(edition, suffix)}") for suffix, (label, _) in FORMATS.items()),
        sealed=day(held.recorded_at.date()),
    )


PAGE = PageKind(name="papers", route="papers/", make=make, menu=gettext_noop("Papers"))
