"""The papers: those in work, and those that are sealed."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.publishing import wording
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages
from accede.records.values import Evidence
from accede.reporting.composition.held import IN_WORK, PaperStage, editions, plans, stages_of
from accede.reporting.models import EditionVersion
from accede.reporting.values import Edition, PaperPlan
from accede.workspace.asking import Asking, view_of
from accede.workspace.papers.naming import title_of
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A paper in work."""

    words: str
    detail: str
    stage: str
    address: str


@dataclass(frozen=True, slots=True)
class EditionLine:
    """A sealed edition."""

    words: str
    language: str
    detail: str
    stage: str
    address: str


@dataclass(frozen=True, slots=True)
class PapersPage:
    """Everything the template prints."""

    title: str
    opening: str
    may_plan: bool
    reads_work: bool
    work: tuple[WorkLine, ...]
    editions: tuple[EditionLine, ...]


def papers(request: Asking) -> HttpResponse:
    """What is in work and what is sealed, as far as the person may read it."""
    actor = request.actor
    held = plans(actor, settings.ACCEDE_TREATY)
    sealed = editions(view_of(actor), settings.ACCEDE_TREATY)
    come = stages_of(settings.ACCEDE_TREATY)
    found = stages(_reference(each) for each in sealed)
    number = {"work": wording.in_thousands(len(held)), "sealed": wording.in_thousands(len(sealed))}
    opening = ngettext("%(sealed)s paper is sealed.", "%(sealed)s papers are sealed.", len(sealed)) % number
    if actor.may(Verb.READ, IN_WORK):
        in_work = ngettext("%(work)s paper is in work.", "%(work)s papers are in work.", len(held)) % number
        opening = f"{in_work} {opening}"
    page = PapersPage(
        title=gettext("Papers"),
        opening=opening,
        may_plan=actor.may(Verb.RECORD, IN_WORK),
        reads_work=actor.may(Verb.READ, IN_WORK),
        work=tuple(_work(each, come.get(each.key, PaperStage.OPEN)) for each in held),
        editions=tuple(_edition(each, found[_reference(each)].stage) for each in sealed),
    )
    return render(request, "papers/list.html", page)


def _work(held: Evidence[PaperPlan], stage: PaperStage) -> WorkLine:
    said = {
        "day": wording.when(held.fact.as_of),
        "who": held.recorded_by,
        "instant": wording.instant(held.recorded_at),
    }
    return WorkLine(
        words=title_of(held.fact),
        detail=gettext("Information as of %(day)s; planned by %(who)s, %(instant)s") % said,
        stage=gettext(stage.label),
        address=reverse("workspace:paper", args=[held.key]),
    )


def _edition(held: Evidence[Edition], stage: Stage) -> EditionLine:
    said = {
        "day": wording.when(held.fact.as_of),
        "who": held.recorded_by,
        "instant": wording.instant(held.recorded_at),
    }
    detail = gettext("Information as of %(day)s; sealed by %(who)s, %(instant)s") % said
    return EditionLine(
        words=held.fact.title,
        language=held.fact.language,
        detail=f"{held.fact.symbol} · {detail}" if held.fact.symbol else detail,
        stage=gettext(stage.label),
        address=reverse("workspace:edition", args=[held.key]),
    )


def _reference(held: Evidence[Edition]) -> Reference:
    return Reference(EditionVersion.record_kind(), held.key, held.version)
