"""What changed in a paper: since it was cleared, since it was sealed; and how its words came to be."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.intake.working_copy import changes
from accede.publishing import wording
from accede.records.values import Evidence
from accede.reporting.composition.clear import cleared
from accede.reporting.composition.held import editions_of, history_of, plan_held
from accede.reporting.edition import rebuild
from accede.reporting.values import ProseBlock
from accede.workspace.asking import Asking
from accede.workspace.papers.changed import ChangeLine, change_line
from accede.workspace.papers.naming import title_of
from accede.workspace.papers.standing import standing
from accede.workspace.records.difference import Piece, difference
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an instant."""

    heading: str
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed in a paper."""

    title: str
    back: str
    since: tuple[Since, ...]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of the words for a place, compared with the one before."""

    told: str
    reason: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PlaceHistory:
    """The versions of a place, the newest first."""

    label: str
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """How the words of a paper came to be."""

    title: str
    back: str
    places: tuple[PlaceHistory, ...]


def changes_in(request: Asking, key: str) -> HttpResponse:
    """The changes since the clearance and since the last edition."""
    found = standing(request.actor, key)
    since: list[Since] = []
    clearance = cleared(found.composed)
    if clearance is not None:
        heading = gettext("Since it was cleared on %(instant)s")
        said = {"instant": wording.instant(clearance.clearance.recorded_at)}
        since.append(Since(heading % said, tuple(map(change_line, clearance.changes))))
    for edition in editions_of(key)[:1]:
        heading = gettext("Since it was sealed on %(instant)s") % {"instant": wording.instant(edition.recorded_at)}
        told = changes(rebuild(edition.fact), found.composed.document)
        since.append(Since(heading, tuple(map(change_line, told))))
    title = gettext("What changed: %(paper)s") % {"paper": title_of(found.composed.plan.fact)}
    page = ChangesPage(title, reverse("workspace:paper", args=[key]), tuple(since))
    return render(request, "papers/changes.html", page)


def history(request: Asking, key: str) -> HttpResponse:
    """Every version of the words of the paper."""
    plan = plan_held(request.actor, key)
    title = gettext("How the words came to be: %(paper)s") % {"paper": title_of(plan.fact)}
    places = tuple(
        PlaceHistory(gettext(place.label), tuple(_lines(versions))) for place, versions in history_of(key).items()
    )
    page = HistoryPage(title, reverse("workspace:paper", args=[key]), places)
    return render(request, "papers/history.html", page)


def _lines(versions: tuple[Evidence[ProseBlock], ...]) -> list[VersionLine]:
    earlier = [each.fact.text for each in versions[1:]] + [""]
    return [
        VersionLine(
            gettext("Version %(version)s, %(who)s, %(instant)s")
            % {"version": each.version, "who": each.recorded_by, "instant": wording.instant(each.recorded_at)},
            each.reason,
            difference(before, each.fact.text),
        )
        for each, before in zip(versions, earlier, strict=True)
    ]
