"""All claims of a draft, in its order. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from accede.paper.tree import Document
from accede.reporting.checker import headed, tables
from accede.reporting.checker.context import Context, PaperDay, main_treaty, paper_day
from accede.reporting.checker.kinds import KINDS, dates
from accede.reporting.checker.passages import Passage, PlacedTable, pieces, sentences
from accede.reporting.checker.reading.asides import aside_at
from accede.reporting.checker.reading.days import leading_day
from accede.reporting.checker.reading.languages import language_of
from accede.reporting.checker.reading.openings import body_at, is_mail_head
from accede.reporting.checker.reading.restated import restated
from accede.reporting.checker.reading.sentence import Sentence, analysed
from accede.reporting.checker.reading.speech import Said, said_of
from accede.reporting.checker.reading.vocabulary import Names
from accede.reporting.checker.values import Claim, ClaimKind

CITED_WORDS = (ClaimKind.MEETING, ClaimKind.DATE)
"""What a paper says itself within what it quotes: when and where it was said."""

UNREAL_TOO = (ClaimKind.DATE, ClaimKind.RULE, ClaimKind.SOURCE)
"""What is claimed even of a case that is only imagined: a day that cannot be, what would follow by the rule."""


Seen = MutableMapping[tuple[object, ...], tuple[Claim, ...]]
"""What was found in passages that were read before, for a draft that is read again and again while it is written."""


def claims_of(
    document: Document, names: Names, as_of: date, *, is_asked: bool, seen: Seen | None = None
) -> Iterator[Claim]:
    """The claims of a draft. `as_of` is its day where it says none; `is_asked` whether somebody named that day.

    With `seen`, a passage that stands where it stood is not read again; it is for one set of names, and filled here.
    """
    found = list(pieces(document))
    passages = [piece for piece in found if isinstance(piece, Passage)]
    paper = paper_day(document, passages, as_of, is_asked=is_asked)
    main = main_treaty(document, passages, names)
    headings: dict[tuple[str, ...], list[Sentence]] = {}
    told_by_others, titles = _of_overviews(found), _of_sources(found)
    runs = headed.item_runs(found)
    leads = {run.lead.number for run in runs.values() if run.lead is not None}
    for piece in found:
        if isinstance(piece, PlacedTable):
            context = _context(names, paper, main, passages[0], headings.get(piece.section, []))
            yield from tables.find_in_table(piece, context)
            continue
        if piece.number in titles:
            continue
        if piece.section not in headings:
            headings[piece.section] = [_analysed(text, names, paper, document.language) for text in piece.section]
        context = _context(names, paper, main, piece, headings[piece.section])
        context.leads_list = piece.number in leads
        for claim in _in_passage_or_seen(piece, context, document.language, None if piece.number in runs else seen):
            if piece.number in told_by_others and claim.kind not in CITED_WORDS:
                claim = replace(claim, is_by_others=True)
            yield claim
        if piece.number in runs:
            yield from headed.over_items(runs[piece.number], context)


def _in_passage_or_seen(passage: Passage, context: Context, language: str, seen: Seen | None) -> Iterable[Claim]:
    """The claims of a passage, read once for each place, day and treaty of the paper that they may depend on."""
    if seen is None:
        return _in_passage(passage, context, language)
    key = (passage, language, context.paper, context.main_treaty, context.leads_list)
    if key not in seen:
        seen[key] = tuple(_in_passage(passage, context, language))
    return seen[key]


def _in_passage(passage: Passage, context: Context, language: str) -> Iterator[Claim]:
    """The claims of one passage, sentence by sentence; each knows those before it."""
    context.lead_day = leading_day(passage.text)
    if passage.lead:
        context.earlier.append(_analysed(passage.lead, context.names, context.paper, language))
    told = language_of(passage.text, language or "en")
    for start, end in sentences(passage.text):
        for first, last, is_aside in _parts(passage.text, start, end, context):
            sentence = analysed(
                passage.text[first:last],
                context.names,
                language=told,
                at=first,
                paragraph=passage.text,
                paper_day=context.paper.told,
            )
            sentence = restated(sentence, context.earlier)
            is_head = passage.role == "head" or is_mail_head(sentence.text)
            for kind in _kinds_for(sentence, is_head=is_head):
                yield from _as_said(kind.find(sentence, context), sentence)
            if not is_aside and not is_head:
                context.earlier.append(sentence)


def _kinds_for(sentence: Sentence, *, is_head: bool) -> Sequence[Any]:
    """The kinds of claim that a sentence may make: none where nothing stands in it that one could be made of."""
    if "⟦" not in sentence.outline:
        return ()
    return (dates,) if is_head else KINDS


def _parts(text: str, start: int, end: int, context: Context) -> Iterator[tuple[int, int, bool]]:
    """A sentence without what leads it in, and what it adds at its end about something else: (start, end, is added)."""
    start += body_at(text[start:end])
    body = text[start:end]
    aside = aside_at(body, context.names.treaties, context.treaty)
    if aside is None:
        yield start, end, False
        return
    yield start, start + aside, False
    yield start + aside, end, True


def _as_said(claims: Iterable[Claim], sentence: Sentence) -> Iterator[Claim]:
    """The claims without those that the sentence denies or only imagines; what it doubts is marked as said by others."""
    for claim in claims:
        said = said_of(sentence, min((spot.start for spot in claim.spots), default=0) - sentence.at)
        if said is Said.UNREAL and claim.kind not in UNREAL_TOO:
            continue
        yield replace(claim, is_by_others=True) if said is Said.DOUBTED else claim


def _context(names: Names, paper: PaperDay, main: str | None, passage: Passage, headings: list[Sentence]) -> Context:
    return Context(names=names, treaty=names.treaty, paper=paper, main_treaty=main, passage=passage, headings=headings)


def _analysed(text: str, names: Names, paper: PaperDay, language: str) -> Sentence:
    return analysed(text, names, language=language_of(text, language or "en"), paper_day=paper.told)


def _of_overviews(found: list[Passage | PlacedTable]) -> frozenset[int]:
    """The passages in which States speak: the middle column of an overview."""
    numbers: set[int] = set()
    for piece in found:
        if isinstance(piece, PlacedTable) and piece.table.kind == "overview":
            heads = len(piece.table.header)
            for (row, column), first in piece.passages.items():
                if row >= heads and column == 1:
                    cell = piece.table.rows[row - heads].cells[1]
                    numbers.update(range(first, first + len(cell.paragraphs)))
    return frozenset(numbers)


def _of_sources(found: list[Passage | PlacedTable]) -> frozenset[int]:
    """The passages of an annex of sources: what they are called is not what the paper says."""
    return frozenset(
        number
        for piece in found
        if isinstance(piece, PlacedTable) and piece.table.kind == "sources" and piece.passages
        for number in range(min(piece.passages.values()), max(piece.passages.values()) + 1)
    )
