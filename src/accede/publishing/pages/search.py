"""Search: States by any of their names, what was said, claimed and done, and the words of the field."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from accede.publishing.asked import Asked
from accede.publishing.facets import Facet, Narrowed, narrowed
from accede.publishing.pages.kind import PageKind
from accede.publishing.regions import regions
from accede.publishing.search.index import Hit, Index, Piece
from accede.publishing.search.texts import Kind, texts
from accede.publishing.wording import language

MOST = 50
"""How many results a page shows; narrowing shows the others."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was found, as the page prints it."""

    kind: str
    title: str
    address: str
    language: str
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything the template prints. `asked` is the question, "" before there is one."""

    title: str
    opening: str
    asked: str
    narrowed: Narrowed[Hit]
    results: tuple[Result, ...]
    number: int


def make(asked: Asked) -> SearchPage:
    """The results for `q` in the address."""
    register, question = asked.register, asked.filters.get("q", "")
    index = register.once(("search", language()), lambda: Index(texts(register)))
    found = index.search(question)
    kept = narrowed(found, _facets(found), asked)
    return SearchPage(
        title=gettext("Search"),
        opening=_opening(question, len(kept.rows)),
        asked=question,
        narrowed=kept,
        results=tuple(_result(asked, hit) for hit in kept.rows[:MOST]),
        number=len(kept.rows),
    )


def _result(asked: Asked, hit: Hit) -> Result:
    text = hit.text
    anchor = f"#{text.anchor}" if text.anchor else ""
    return Result(
        gettext(text.kind.label), text.title, asked.to(text.page, text.of) + anchor, text.language, hit.snippet
    )


def _opening(question: str, number: int) -> str:
    if not question:
        return gettext("Find a State by any of its names, and what was said, claimed and done.")
    if not number:
        return gettext("Nothing is found for “%(question)s”.") % {"question": question}
    told = ngettext("%(number)s result for “%(question)s”.", "%(number)s results for “%(question)s”.", number)
    return told % {"number": number, "question": question}


def _facets(found: tuple[Hit, ...]) -> tuple[Facet[Hit], ...]:
    years = sorted({hit.text.year for hit in found if hit.text.year}, reverse=True)
    return (
        Facet("kind", gettext("What"), {str(kind): gettext(kind.label) for kind in Kind}, lambda hit: (hit.text.kind,)),
        Facet("region", gettext("Region"), regions(), lambda hit: (hit.text.region,)),
        Facet("year", gettext("Year"), {year: year for year in years}, lambda hit: (hit.text.year,)),
    )


PAGE = PageKind(
    name="search",
    route="search/",
    make=make,
    has_days=False,
    filters=frozenset({"q", "kind", "region", "year"}),
)
