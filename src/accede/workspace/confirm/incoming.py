"""What States sent by their links and in Word forms: what waits, what was dealt with, and where a form that came back is added."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.confirm.files import files_of
from accede.outreach.confirm.send import BY_FORM
from accede.outreach.confirm.take_over import take_in_form, waiting
from accede.outreach.models import Submission
from accede.publishing import sentences, wording
from accede.vocabulary.errors import AccedeError, Unreadable
from accede.workspace.asking import Asking
from accede.workspace.desk.lines import Line, Tasks, tasks_with
from accede.workspace.intake.copies import too_large
from accede.workspace.screens import render, see_other
from accede.workspace.sources.streaming import was_too_large

MOST = 100


@dataclass(frozen=True, slots=True)
class Row:
    """Something that came in."""

    state: str
    told: str
    address: str
    source: str


@dataclass(frozen=True, slots=True)
class IncomingPage:
    """What waits, and what was dealt with; `error` says why a file was not taken."""

    title: str
    opening: str
    waits: tuple[Row, ...]
    done: tuple[Row, ...]
    links: str
    error: AccedeError | None


def incoming(request: Asking) -> HttpResponse:
    """The page; POST takes a Word form in that came back by mail or on paper of ours."""
    if request.method == "POST":
        try:
            return _taken_in(request)
        except Unreadable as error:
            return _page(request, error)
    return _page(request)


def part(request: Asking) -> Tasks:
    """What waits, for the overview of outreach."""
    waits = waiting(settings.ACCEDE_TREATY)
    lines = [Line(row.state, row.told, row.address) for row in map(_row, waits)]
    heading = ngettext("%(number)s State sent its entry", "%(number)s States sent their entries", len(lines))
    return tasks_with(heading % {"number": len(lines)}, reverse("workspace:confirm-incoming"), lines)


def _taken_in(request: Asking) -> HttpResponse:
    if was_too_large(request):
        raise too_large()
    file = request.FILES.get("file")
    if file is None:
        raise Unreadable(gettext("no file was chosen"), remedy=gettext("Choose one"))
    submission, read = take_in_form(request.actor, file.read(), name=file.name or "form.docx")
    if read.unread:
        number = len(read.unread)
        words = ngettext("%(number)s part of it was not read.", "%(number)s parts of it were not read.", number)
        messages.warning(request, words % {"number": number})
    return see_other(reverse("workspace:confirm-one", args=[submission.pk]))


def _page(request: Asking, error: AccedeError | None = None) -> HttpResponse:
    waits = waiting(settings.ACCEDE_TREATY)
    done = Submission.objects.filter(treaty=settings.ACCEDE_TREATY).exclude(dealt_with_at=None)
    opening = ngettext("%(number)s form waits.", "%(number)s forms wait.", len(waits))
    page = IncomingPage(
        title=gettext("Entries that States confirm"),
        opening=opening % {"number": len(waits)} if waits else gettext("Nothing waits."),
        waits=tuple(map(_row, waits)),
        done=tuple(map(_row, done.order_by("-dealt_with_at", "-pk")[:MOST])),
        links=reverse("workspace:confirm-links"),
        error=error,
    )
    return render(request, "confirm/incoming.html", page, status=400 if error else 200)


def _row(each: Submission) -> Row:
    way = gettext("in the Word form") if each.came_by == BY_FORM else gettext("by its link")
    said = [gettext("%(way)s, %(instant)s") % {"way": way, "instant": wording.instant(each.came_at)}]
    if number := len(files_of(each)) - (each.came_by == BY_FORM):
        said.append(ngettext("%(number)s file", "%(number)s files", number) % {"number": number})
    if each.dealt_with_at:
        told = gettext("dealt with by %(who)s on %(day)s")
        said.append(told % {"who": each.dealt_with_by, "day": wording.day(each.dealt_with_at.date())})
    return Row(
        state=sentences.name(each.state),
        told=wording.parted(said),
        address=reverse("workspace:confirm-one", args=[each.pk]),
        source=each.source,
    )
