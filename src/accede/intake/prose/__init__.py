"""The reader of prose: statements, press releases, notices, minutes, pages. One part a module; each part reads what it knows.

What a sentence says may be understood by several parts. What none understands is listed with its place; what would have
to be guessed is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accede.activities.values import Activity
from accede.evidence.values import RollCall, Statement
from accede.intake.documents.cut import SAID as CUT
from accede.intake.findings import DocumentKind, Findings, Proposal
from accede.intake.ground import Ground
from accede.intake.prose import (
    attending,
    ballots,
    engagement,
    figures,
    gathering,
    joining,
    outside,
    practice,
    press,
    saying,
)
from accede.intake.prose.days import impossible
from accede.intake.prose.framing import is_framing
from accede.intake.prose.kinds import kind_of as kind_of_page
from accede.intake.prose.kinds import occasion_of, speaker_of, subject_of
from accede.intake.prose.passages import Page, Passage, Readings, page_of
from accede.intake.prose.people import People, people_of
from accede.paper.tree import Document
from accede.vocabulary.activities import ActivityKind

__all__ = ["kind_of", "read"]


def kind_of(document: Document, ground: Ground) -> DocumentKind | None:
    """What kind of prose the document is; None where it is of none that is read."""
    return kind_of_page(page_of(document, ground))


def read(document: Document, ground: Ground, kind: DocumentKind) -> Findings:
    """Everything that a page of prose says. Never raises for what stands in it."""
    page = page_of(document, ground)
    page.subject = subject_of(page) if kind is DocumentKind.PROFILE else ""
    people = people_of(page)
    page.speaker, page.occasion = speaker_of(page, kind), occasion_of(page, kind)
    if page.occasion and page.day is None:
        page.dated(page.occasions.days(page.occasion))
    proposals: list[Proposal] = []
    match kind:
        case DocumentKind.PRESS_RELEASE:
            proposals += press.released(page, people)
        case DocumentKind.MINUTES:
            proposals += engagement.held(page, people)
        case DocumentKind.WORK_PLAN:
            proposals += engagement.issued(page)
    explained = dict(ballots.explanations(page))
    for passage in page.passages:
        wrong = next(impossible(passage.text), None)
        if wrong:
            page.puzzled(passage.where, passage.text, wrong[1])
            continue
        readings = [explained.get(passage), *_read(passage, page, people, kind)]
        proposals += [one for reading in readings if reading for one in reading]
        is_cut = bool(CUT.search(passage.text))
        if is_cut or (all(reading is None for reading in readings) and not is_framing(passage)):
            page.puzzled(passage.where, passage.text)
    return Findings(
        kind=kind,
        title=page.title,
        as_of=page.day,
        proposals=tuple(_once(proposals)),
        not_understood=tuple(page.not_understood),
        cut_off=page.cut_off,
        treaty=page.treaty,
        issued=page.day,
        occasion=page.occasion,
        url=page.addresses[0] if page.addresses else "",
    )


def _read(passage: Passage, page: Page, people: People, kind: DocumentKind) -> Iterator[Readings | None]:
    """What each part reads in a sentence; None of one that does not understand it."""
    yield joining.understood(gathering.on_first_day(passage), page, people)
    if kind is DocumentKind.PRESS_RELEASE:
        yield press.understood(passage, page, people)
    yield ballots.understood(passage, page)
    yield gathering.first_day(passage, page) or figures.understood(passage, page)
    yield gathering.understood(passage, page)
    yield attending.understood(passage, page)
    yield engagement.understood(passage, page, people)
    yield outside.understood(passage, page)
    yield practice.understood(passage, page)
    yield saying.understood(passage, page, people)


def _once(proposals: list[Proposal]) -> list[Proposal]:
    """Each value once, where the page says it first; ballots of one vote together, statements of one State in order."""
    found = list({(one.fact, one.certainty): one for one in reversed(proposals)}.values())[::-1]
    found = _votes_together(found)
    titles = {
        one.fact.title for one in found if isinstance(one.fact, Activity) and one.fact.kind is not ActivityKind.MEETING
    }
    places: dict[str, int] = {}
    placed: list[Proposal] = []
    for one in found:
        fact = one.fact
        if isinstance(fact, Activity) and fact.kind is ActivityKind.MEETING and fact.title in titles:
            continue
        if isinstance(fact, Statement):
            places[fact.state] = places.get(fact.state, 0) + 1
            placed.append(replace(one, fact=replace(fact, place=places[fact.state])))
        else:
            placed.append(one)
    return placed


def _votes_together(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals with the roll calls of one body and session as one, unless they contradict each other."""
    found: list[Proposal] = []
    for one in proposals:
        at = next((at for at, other in enumerate(found) if _is_same_vote(one.fact, other.fact)), None)
        if at is None:
            found.append(one)
            continue
        first, fact = found[at].fact, one.fact
        assert isinstance(first, RollCall)
        assert isinstance(fact, RollCall)
        told = {
            name: getattr(first, name) if getattr(first, name) not in (None, "") else getattr(fact, name)
            for name in ("symbol", "draft", "stated_in_favour", "stated_against", "stated_abstained")
        }
        ballots = tuple(sorted(dict(first.ballots + fact.ballots).items()))
        passage = f"{found[at].passage}\n{one.passage}" if one.passage not in found[at].passage else found[at].passage
        found[at] = replace(found[at], fact=replace(first, ballots=ballots, **told), passage=passage)
    return found


def _is_same_vote(one: object, other: object) -> bool:
    if not isinstance(one, RollCall) or not isinstance(other, RollCall):
        return False
    cast = dict(other.ballots)
    agrees = all(cast.get(state, ballot) is ballot for state, ballot in one.ballots)
    return agrees and (one.treaty, one.body, one.session) == (other.treaty, other.body, other.session)
