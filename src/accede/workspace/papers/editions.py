"""A sealed edition: what it is, its files, what changed since the one before, and the way to its release."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.policy import Verb
from accede.intake.working_copy import changes
from accede.publishing import wording
from accede.publishing.editions import FORMATS
from accede.records.reference import Reference
from accede.records.reviewing import Stage, stages
from accede.records.values import Evidence
from accede.reporting.composition.held import edition_before, edition_held
from accede.reporting.edition import rebuild
from accede.reporting.models import EditionVersion
from accede.reporting.values import Edition
from accede.vocabulary.sources import Classification
from accede.workspace.asking import Asking, view_of
from accede.workspace.papers.changed import ChangeLine, change_line
from accede.workspace.release.chosen import Chosen, keep
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class EditionPage:
    """Everything the template prints; `changes` since the edition `before` (empty: none was sealed before)."""

    title: str
    language: str
    key: str
    opening: str
    told: tuple[tuple[str, str], ...]
    stage: str
    formats: tuple[tuple[str, str], ...]
    before: str
    changes: tuple[ChangeLine, ...]
    may_release: bool
    public: str


def edition(request: Asking, key: str) -> HttpResponse:
    """The edition. Raises UnknownName for one that this person may not read."""
    view = view_of(request.actor)
    held = edition_held(view, key)
    before = edition_before(view, held)
    changed = changes(rebuild(before.fact), rebuild(held.fact)) if before else ()
    reference = Reference(EditionVersion.record_kind(), held.key, held.version)
    standing = stages([reference])[reference]
    is_releasable = standing.stage in (Stage.ACCEPTED, Stage.WITHDRAWN)
    page = EditionPage(
        title=held.fact.title,
        language=held.fact.language,
        key=held.key,
        opening=_opening(held, standing.stage),
        told=tuple(_told(held)),
        stage=gettext(standing.stage.label),
        formats=tuple((suffix, label) for suffix, (label, _) in FORMATS.items()),
        before=wording.instant(before.recorded_at) if before else "",
        changes=tuple(map(change_line, changed)),
        may_release=is_releasable and request.actor.may(Verb.RELEASE, held.classification),
        public="/papers/" if standing.stage is Stage.RELEASED and held.classification is Classification.PUBLIC else "",
    )
    return render(request, "papers/edition.html", page)


def release_edition(request: Asking, key: str) -> HttpResponse:
    """Choose the edition for release: what would be seen is looked at before, as for every release."""
    held = edition_held(view_of(request.actor), key)
    reference = Reference(EditionVersion.record_kind(), held.key, held.version)
    mark = keep(request, Chosen((reference,)))
    return see_other(reverse("workspace:release-look", args=[mark]))


def _opening(held: Evidence[Edition], stage: Stage) -> str:
    said = {
        "who": held.recorded_by,
        "instant": wording.instant(held.recorded_at),
        "readers": gettext(held.classification.label),
        "stage": gettext(stage.label),
    }
    return gettext("Sealed by %(who)s on %(instant)s, for: %(readers)s. It is %(stage)s.") % said


def _told(held: Evidence[Edition]) -> list[tuple[str, str]]:
    fact = held.fact
    told = [
        (gettext("Symbol"), fact.symbol),
        (gettext("Information as of"), wording.when(fact.as_of)),
        (gettext("As known on"), fact.known_on),
        (gettext("SHA-256"), fact.tree_sha256),
    ]
    return [(label, text) for label, text in told if text]
