"""The annex of a paper: each source that a figure or a cell of it rests on, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

from django.utils.translation import gettext, gettext_noop

from accede.paper.tree import Cell, Document, Figure, Paragraph, Row, Run, Section, Table
from accede.records.values import Source
from accede.reporting.pictures.wording import language
from accede.reporting.recipes.prose import words

HEADINGS = (gettext_noop("Source"), gettext_noop("Kind"), gettext_noop("Information as of, or dated"))


def with_sources_annex(document: Document, source_of: Mapping[str, str], sources: Mapping[str, Source]) -> Document:
    """The paper with an annex of its sources, in the order of their titles.

    `source_of` gives the key of the source of each key of evidence. A key without a source (a fact that follows from
    none) is in no row; a source that the register does not describe is listed by its key.
    """
    resting: dict[str, list[str]] = {}
    for key in evidence_in(document):
        if source := source_of.get(key):
            resting.setdefault(source, []).append(key)
    if not resting:
        return document
    ordered = sorted(resting, key=lambda key: (_title(key, sources).casefold(), key))
    table = Table(
        "sources",
        (),
        (Row(tuple(Cell((Paragraph(words(gettext(heading))),)) for heading in HEADINGS)),),
        tuple(_row(key, sources.get(key), tuple(resting[key]), document.as_of) for key in ordered),
        (64, 18, 18),
    )
    opening = Paragraph(words(gettext("Every figure, name and date in this paper rests on one of these sources.")))
    annex = Section("", words(gettext("Annex: sources")), (opening, table))
    return replace(document, sections=(*document.sections, annex))


def with_source_lines(document: Document, source_of: Mapping[str, str], sources: Mapping[str, Source]) -> Document:
    """The paper with its sources at its end, a line each, for a paper with little room.

    Several of one kind and publisher share a line, which gives how many they are and of which years.
    """
    resting: dict[tuple[str, str], dict[str, list[str]]] = {}
    for key in evidence_in(document):
        if source := source_of.get(key):
            held = sources.get(source)
            of = (held.publisher, held.kind.label) if held and held.publisher else (source, "")
            resting.setdefault(of, {}).setdefault(source, []).append(key)
    if not resting:
        return document
    lines = sorted((_line(of, tuple(group), sources), tuple(group), group) for of, group in resting.items())
    rows = tuple(
        Row((Cell((Paragraph(words(text)),), tuple(key for keys in group.values() for key in keys)),), first[0])
        for text, first, group in lines
    )
    annex = Section("", words("Sources"), (Table("sources", (), (), rows),))
    return replace(document, sections=(*document.sections, annex))


def _line(of: tuple[str, str], group: tuple[str, ...], sources: Mapping[str, Source]) -> str:
    """ "Landmine and Cluster Munition Monitor: 3 reports, 2017 to 2025", or the title of a single one."""
    held = [sources[key] for key in group if key in sources]
    publisher, kind = of
    if len(group) == 1:
        given = held[0].information_as_of or held[0].issued if held else None
        title = _title(group[0], sources)
        by = f" ({publisher})" if kind and publisher not in title else ""
        return f"{title}{by}, {given.wording()}" if given else f"{title}{by}"
    years = sorted(day.latest.year for each in held if (day := each.information_as_of or each.issued) and day.latest)
    time = f", {years[0]} to {years[-1]}" if years and years[0] != years[-1] else f", {years[0]}" if years else ""
    return f"{publisher}: {len(group)} {kind}s{time}"


def evidence_in(document: Document) -> tuple[str, ...]:
    """The keys of evidence that the paper rests on, each once, in reading order."""
    return tuple(dict.fromkeys(key for section in document.sections for key in _keys(section)))


def _keys(node: object) -> Iterator[str]:
    if isinstance(node, tuple):
        for one in node:
            yield from _keys(one)
    elif isinstance(node, Figure):
        yield from node.evidence
    elif is_dataclass(node) and not isinstance(node, type):
        for name in _names(type(node)):
            value = getattr(node, name)
            if name == "evidence":
                yield from value
            elif not isinstance(value, str):
                yield from _keys(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _row(key: str, source: Source | None, evidence: tuple[str, ...], as_of: str) -> Row:
    spoken = source.language if source and language() not in ("en", source.language) else ""
    paragraphs = [Paragraph((Run(_title(key, {key: source} if source else {}), language=spoken),))]
    if source is not None:
        told = ", ".join(part for part in (source.publisher, source.symbol, source.url) if part)
        paragraphs += (
            [Paragraph((Run(told, language="" if language() == "en" else "en"),), kind="note")] if told else []
        )
    return Row(
        (
            Cell(tuple(paragraphs), evidence),
            Cell((Paragraph(words(gettext(source.kind.label) if source else gettext("not described"))),)),
            Cell((Paragraph(words(_day(source, as_of))),)),
        ),
        key,
    )


def _day(source: Source | None, as_of: str) -> str:
    """The day of a source; one that came after the day of the paper records later what was so by then."""
    if source is None or not (source.information_as_of or source.issued):
        return gettext("undated")
    if source.information_as_of is not None:
        given, told = source.information_as_of, source.information_as_of.wording(language())
    else:
        assert source.issued is not None
        given, told = source.issued, gettext("dated %(day)s") % {"day": source.issued.wording(language())}
    is_later = given.earliest is not None and given.earliest.isoformat() > as_of
    return gettext("%(day)s; published later") % {"day": told} if is_later else told


def _title(key: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(key)
    return source.title if source and source.title else key
