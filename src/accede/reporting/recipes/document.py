"""The whole paper around its sections: clocks, footnotes, and the annex of what everything in it rests on. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date

from django.utils.translation import override

from accede.overview.register import Register
from accede.paper.tree import Document, Inline, Masthead, OverviewRow, Section
from accede.records.values import Source
from accede.reporting.recipes.matter import sources_of
from accede.reporting.recipes.prose import Pen
from accede.reporting.sources_annex import with_sources_annex

Annex = Callable[[Document, Mapping[str, str], Mapping[str, Source]], Document]


def document_of(
    register: Register,
    kind: str,
    *,
    masthead: Masthead,
    title: tuple[Inline, ...],
    subtitle: tuple[Inline, ...] = (),
    sections: Sequence[Section],
    pen: Pen,
    as_of: date | None = None,
    overview: tuple[OverviewRow, ...] = (),
    sources: Mapping[str, str] | None = None,
    annex: Annex = with_sources_annex,
    language: str = "en",
) -> Document:
    """A paper written from a register: `as_of` the day it speaks of (default: the view's).

    `sources` gives the source of evidence that a register does not carry with it, by its key; `annex` how the sources
    are listed.
    """
    document = Document(
        kind=kind,
        language=language,
        masthead=masthead,
        title=title,
        subtitle=subtitle,
        sections=tuple(sections),
        footnotes=tuple(pen.footnotes),
        as_of=(as_of or register.view.as_of).isoformat(),
        known_on=register.view.known_on.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        overview=overview,
    )
    with override(language):
        return annex(document, sources_of(register) | dict(sources or {}), register.sources)
