"""The page of one State: a dossier, not a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from accede.overview.dossier import Dossier, dossier
from accede.overview.gaps import gaps
from accede.overview.items import AttendanceItem, StatementItem, VoteItem
from accede.overview.register import Register
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.pages.kind import PageKind
from accede.publishing.pages.unknown import unknown
from accede.records.current import current
from accede.records.values import Source
from accede.register.models import TreatyVersion
from accede.vocabulary.ballots import Ballot, Body
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.statements import TextKind

BALLOTS = {
    Ballot.IN_FAVOUR: "●",
    Ballot.ABSTAINED: "◐",
    Ballot.AGAINST: "✕",
    Ballot.NOT_PRESENT: "○",
    Ballot.NOT_RECORDED: "?",
    Ballot.NOT_A_MEMBER: "–",
}
"""Shapes, so that ballots are told apart without colour."""

CLAIMS = {
    ParticipationClaim.TOOK_PART: "●",
    ParticipationClaim.LAST: "●",
    ParticipationClaim.DID_NOT: "○",
    ParticipationClaim.NEVER: "○",
}
"""Shapes for attendance."""


class _Sourced(Protocol):
    """Anything that names its source."""

    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the number of the source it rests on."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the page prints it. `paragraphs` are the State's words, reported speech or our summary, as `kind` says."""

    kind: TextKind
    paragraphs: tuple[str, ...]
    language: str
    translation: str
    citation: str
    confirmed: tuple[Line, ...]
    source: str

    @property
    def is_quotation(self) -> bool:
        """Whether these are the words of the State."""
        return self.kind is TextKind.QUOTATION


@dataclass(frozen=True, slots=True)
class Mark:
    """A small cell: its heading (a year, a meeting), a shape, what the shape means, and the sentence it stands for."""

    heading: str
    shape: str
    meaning: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Marks:
    """A row of marks, oldest first, and the key to its shapes."""

    label: str
    cells: tuple[Mark, ...]

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The shapes that occur, in order of their first occurrence."""
        return tuple(dict.fromkeys((cell.shape, cell.meaning) for cell in self.cells))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as the page lists it; the page cites it by its number."""

    number: str
    title: str
    details: str
    url: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the template prints, in its order."""

    title: str
    iso3: str
    name: str
    opening: str
    heard: str
    took_part: str
    said: tuple[Said, ...]
    actions: tuple[Line, ...]
    practices: tuple[Line, ...]
    votes: tuple[Marks, ...]
    attendance: Marks
    never: tuple[Line, ...]
    reports: tuple[Line, ...]
    activities: tuple[Line, ...]
    other_treaties: tuple[Line, ...]
    conflicts: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


def make(asked: Asked) -> DossierPage:
    """The dossier as of a day. Raises UnknownName for a State the register does not hold."""
    register, iso3 = asked.register, str(asked.of["iso3"])
    found = dossier(register, iso3)
    gap = next((gap for gap in gaps(register, who="all").states if gap.iso3 == found.answer.iso3), None)
    treaties = {held.key: held.fact.name for held in current(TreatyVersion, register.view)}
    answer = found.answer
    cite = {key: str(number) for number, key in enumerate(sorted(_used(answer)), 1)}
    return DossierPage(
        title=answer.name,
        iso3=answer.iso3,
        name=answer.name,
        opening=sentences.standing(found, register.view.as_of),
        heard=sentences.last_word(found),
        took_part=sentences.last_participation(found),
        said=tuple(_said(item, cite) for item in answer.statements),
        actions=tuple(Line(sentences.action(item), cite[item.source]) for item in answer.actions),
        practices=tuple(Line(sentences.practice(item), cite[item.source]) for item in answer.practices),
        votes=_votes(answer.votes, cite),
        attendance=_attendance(answer.attendance, cite),
        never=tuple(
            Line(sentences.attendance(item), cite[item.source]) for item in answer.attendance if not item.occasion
        ),
        reports=tuple(Line(sentences.report(item), cite[item.source]) for item in answer.reports),
        activities=tuple(Line(sentences.activity(item), cite[item.source]) for item in answer.activities),
        other_treaties=tuple(
            Line(sentences.other_treaty(item, treaties.get(item.treaty, item.treaty)), cite[item.source])
            for item in answer.other_treaties
        ),
        conflicts=tuple(
            sentences.conflict(item, lambda key: _cited(register.sources.get(key))) for item in answer.conflicts
        ),
        unknown=tuple(unknown(found, gap, register.view.as_of)) if gap else (),
        sources=tuple(_source(number, register.sources.get(key)) for key, number in cite.items()),
    )


def _said(item: StatementItem, cite: Mapping[str, str]) -> Said:
    text = item.text or item.summary
    return Said(
        kind=item.text_kind,
        paragraphs=tuple(part for part in text.split("\n") if part),
        language=item.language if item.text else "en",
        translation=item.translation,
        citation=item.citation,
        confirmed=tuple(
            Line(f"Unchanged, {each.on.wording()}: {each.citation}", cite[each.source]) for each in item.confirmed
        ),
        source=cite[item.source],
    )


def _votes(votes: Iterable[VoteItem], cite: Mapping[str, str]) -> tuple[Marks, ...]:
    rows: dict[Body, list[Mark]] = {}
    for item in votes:
        year = str(item.on.counts_from.year)
        cell = Mark(year, BALLOTS[item.ballot], item.ballot.label, sentences.vote(item), cite[item.source])
        rows.setdefault(item.body, []).insert(0, cell)
    return tuple(Marks(body.label, tuple(rows[body])) for body in Body if body in rows)


def _attendance(held: Iterable[AttendanceItem], cite: Mapping[str, str]) -> Marks:
    cells = [
        Mark(item.occasion, CLAIMS[item.claim], _meaning(item.claim), sentences.attendance(item), cite[item.source])
        for item in held
        if item.occasion
    ]
    return Marks("Meetings of the Convention", tuple(reversed(cells)))


def _meaning(claim: ParticipationClaim) -> str:
    return "took part" if CLAIMS[claim] == CLAIMS[ParticipationClaim.TOOK_PART] else "did not take part"


def _used(answer: Dossier) -> set[str]:
    items: tuple[_Sourced, ...] = (
        *answer.actions,
        *answer.statements,
        *answer.practices,
        *answer.votes,
        *answer.attendance,
        *answer.reports,
        *answer.activities,
        *answer.other_treaties,
        *(confirmed for item in answer.statements for confirmed in item.confirmed),
        *(side for conflict in answer.conflicts for side in conflict.claims),
    )
    return {item.source for item in items}


def _cited(source: Source | None) -> str:
    """A source in a sentence: its title and day."""
    if source is None:
        return "a source that is not public"
    dated = source.information_as_of or source.issued
    return f"{source.title}, {dated.wording()}" if dated else source.title


def _source(number: str, source: Source | None) -> SourceLine:
    if source is None:
        return SourceLine(number, _cited(None), "", "")
    dated = source.information_as_of or source.issued
    given = [source.publisher, source.symbol, dated.wording() if dated else ""]
    return SourceLine(number, source.title, ", ".join(part for part in given if part), source.url)


def every(register: Register) -> Iterable[Mapping[str, object]]:
    """Every State that the register holds."""
    return ({"iso3": each.fact.iso3} for each in register.states)


PAGE = PageKind(name="state", route="states/<iso3:iso3>/", make=make, every=every)
