"""One State as the people at work see it: each value leads to its record, with the stage it is at; unknowns stand first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.overview.about import about
from accede.overview.dossier import DossierFound, dossier
from accede.overview.gaps import gap
from accede.overview.items import StatementItem
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.publishing.codes import code_words
from accede.publishing.pages.unknown import unknown
from accede.records.models import MODEL_OF_FACT
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages
from accede.records.values import Evidence
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record in a sentence; where it is kept, from which source; its stage where that is not "released"."""

    words: str
    detail: str
    address: str
    stage: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement with its words."""

    line: RecordLine
    paragraphs: tuple[str, ...]
    language: str
    is_quotation: bool
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one kind; `empty` says what would fill it."""

    heading: str
    lines: tuple[RecordLine, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class StatePage:
    """Everything the template prints, in its order."""

    title: str
    iso3: str
    opening: str
    heard: str
    unknown: tuple[str, ...]
    conflicts: tuple[str, ...]
    statements: tuple[StatementLine, ...]
    sections: tuple[Section, ...]
    may_record: bool


def state(request: Asking, iso3: str) -> HttpResponse:
    """The dossier of a State as of today. Raises UnknownName."""
    whole = register_of(request.actor)
    whole.state(iso3)
    register = about(whole, iso3)
    found = dossier(register, iso3)
    lines = _Lines(register)
    answer = found.answer
    page = StatePage(
        title=sentences.name(iso3),
        iso3=iso3,
        opening=sentences.standing(found, register.view.as_of),
        heard=sentences.last_word(found),
        unknown=tuple(unknown(found, gap(register, iso3), register.view.as_of)),
        conflicts=tuple(sentences.conflict(conflict) for conflict in answer.conflicts),
        statements=tuple(_statement(item, lines) for item in answer.statements),
        sections=tuple(_sections(found, lines)),
        may_record=bool(request.actor.classes(Verb.RECORD)),
    )
    return render(request, "states/one.html", page)


class _Lines:
    """Lines of records, with the stage of each: two queries a kind, asked once for the State."""

    def __init__(self, register: Register) -> None:
        held: tuple[Iterable[Evidence[object]], ...] = (
            register.actions,
            register.statements,
            register.practices,
            register.roll_calls,
            register.attendance,
            register.reports,
            register.activities,
            register.confirmations,
            register.checks,
        )
        self.references = {
            each.key: Reference(MODEL_OF_FACT[type(each.fact)].record_kind(), each.key, each.version)
            for evidence in held
            for each in evidence
        }
        self.stages = stages(self.references.values())
        self.sources = register.sources

    def line(self, key: str, words: str, source: str = "") -> RecordLine:
        """The line of a record."""
        reference = self.references.get(key)
        held = self.sources.get(source)
        detail = (held.symbol or held.title) if held else source
        if reference is None:
            return RecordLine(words, detail, "", "")
        stage = self.stages[reference].stage
        # What came with the programme or is released needs no word: what differs from that does.
        shown = "" if stage in (Stage.RELEASED, Stage.ACCEPTED) else gettext(stage.label)
        address = reverse("workspace:record", args=[reference.kind, reference.key])
        return RecordLine(words, detail, address, shown)

    def of(self, items: Iterable[Item], say: Callable[[Item], str]) -> tuple[RecordLine, ...]:
        """The lines of items that know their evidence and source."""
        return tuple(self.line(item.evidence, say(item), item.source) for item in items)  # type: ignore[attr-defined]


def _statement(item: StatementItem, lines: _Lines) -> StatementLine:
    text = item.text or item.summary
    told = f"{wording.when(item.said_on)}, {item.citation}"
    return StatementLine(
        lines.line(item.evidence, told, item.source),
        tuple(part for part in text.split("\n") if part.strip()),
        item.language if item.text else "en",
        bool(item.text),
        tuple(code_words(code) for code in item.codes),
    )


def _sections(found: DossierFound, lines: _Lines) -> Iterator[Section]:
    answer = found.answer
    yield Section(gettext("Treaty actions"), lines.of(answer.actions, sentences.action), gettext("No treaty action."))
    yield Section(
        gettext("Practices"),
        lines.of(answer.practices, sentences.practice),
        gettext("What the State or others say of use, production, transfer or stockpiles goes here."),
    )
    yield Section(
        gettext("Reports"), lines.of(answer.reports, sentences.report), gettext("No transparency report is recorded.")
    )
    yield Section(gettext("Votes"), lines.of(answer.votes, sentences.vote), gettext("No roll call is recorded."))
    yield Section(
        gettext("Attendance"),
        lines.of(answer.attendance, sentences.attendance),
        gettext("Lists of participants would fill this."),
    )
    yield Section(
        gettext("Activities"),
        lines.of(answer.activities, sentences.activity),
        gettext("Letters, meetings and visits would fill this."),
    )
