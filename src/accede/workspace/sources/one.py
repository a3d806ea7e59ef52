"""One source: its text, what is known of it, what was recorded from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.evidence.values import Statement
from accede.intake.copies import copy_of, file_name
from accede.publishing import wording
from accede.publishing.told import kind_told, told
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT
from accede.records.values import SHIPPED, Evidence, Source
from accede.vocabulary.errors import AccedeError
from accede.workspace.asking import Asking, number_in, view_of
from accede.workspace.screens import render
from accede.workspace.sources.pane import Pane, pane_of
from accede.workspace.sources.readable import source_of

MOST_RECORDS = 200


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record that rests on the source."""

    kind: str
    words: str
    locator: str
    address: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything the template prints; `unread` says why there is no text."""

    title: str
    key: str
    title_language: str
    details: tuple[tuple[str, str], ...]
    url: str
    sha256: str
    file: str
    pane: Pane | None
    unread: str
    recorded: tuple[Recorded, ...]
    more: int
    may_record: bool
    may_correct: bool


def source(request: Asking, key: str) -> HttpResponse:
    """The page of a source. Raises UnknownName."""
    held = source_of(request.actor, key)
    records = list(recorded_from(request.actor, key))
    pane, unread = None, ""
    try:
        if held.fact.kept_sha256:
            texts = [one.fact.text for one in records if isinstance(one.fact, Statement) and one.fact.text]
            pane = pane_of(
                copy_of(held.fact),
                language=held.fact.language or "en",
                part=number_in(request.GET.get("part", "")) or 1,
                recorded=texts,
            )
    except AccedeError as error:
        unread = error.sentence
    may = request.actor.classes(Verb.RECORD)
    page = SourcePage(
        title=held.fact.title or key,
        title_language=held.fact.language or "en",
        key=key,
        details=tuple(_details(held)),
        url=held.fact.url,
        sha256=held.fact.kept_sha256,
        file=file_name(held.fact) if held.fact.kept_sha256 else "",
        pane=pane,
        unread=unread,
        recorded=tuple(_line(one) for one in records[:MOST_RECORDS]),
        more=max(0, len(records) - MOST_RECORDS),
        may_record=bool(may),
        may_correct=held.classification in may,
    )
    return render(request, "sources/source.html", page)


def recorded_from(actor: Actor, key: str) -> Iterator[Evidence[Any]]:
    """What the person may read of what rests on a source; one query a kind."""
    view = view_of(actor)
    for model in MODEL_OF_FACT.values():
        if model.fact is not Source and not model.fact.__module__.startswith("accede.reporting."):
            yield from current(model, view, source=key)


def _details(held: Evidence[Source]) -> Iterator[tuple[str, str]]:
    fact = held.fact
    told_of: tuple[tuple[str, str], ...] = (
        (gettext("Kind"), gettext(fact.kind.label)),
        (gettext("How near to the fact"), gettext(fact.grade.label)),
        (gettext("Symbol"), fact.symbol),
        (gettext("Publisher"), fact.publisher),
        (gettext("Occasion"), fact.occasion),
        (gettext("Issued on"), wording.when(fact.issued) if fact.issued else ""),
        (gettext("Information as of"), wording.when(fact.information_as_of) if fact.information_as_of else ""),
        (gettext("Language"), fact.language),
        (gettext("Who may see it"), gettext(held.classification.label)),
        (gettext("Note"), fact.note),
        (gettext("Recorded by"), gettext("the programme") if held.recorded_by == SHIPPED else held.recorded_by),
        (gettext("Recorded at"), wording.instant(held.recorded_at)),
    )
    yield from ((label, value) for label, value in told_of if value)


def _line(one: Evidence[Any]) -> Recorded:
    kind = MODEL_OF_FACT[type(one.fact)].record_kind()
    return Recorded(kind_told(kind), told(one), one.locator, reverse("workspace:record", args=[kind, one.key]))
