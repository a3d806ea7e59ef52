"""Where taking in begins: a file, a source whose copy is kept, or text pasted from a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.intake.documents import BY_SUFFIX
from accede.vocabulary.errors import Unreadable
from accede.workspace.asking import Asking
from accede.workspace.intake.copies import Copy, copy_of_source, keep_upload, sources_with_copies, ticket_of, too_large
from accede.workspace.intake.paste_kinds import KINDS
from accede.workspace.intake.read import intake_of_copy
from accede.workspace.screens import render, see_other
from accede.workspace.sources.streaming import was_too_large


@dataclass(frozen=True, slots=True)
class Choice:
    """A source with a kept copy."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind of text that can be pasted: its heading, what it needs, its address."""

    title: str
    opening: str
    address: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """What can be taken in; `error` says why a file was not."""

    title: str
    opening: str
    accepts: str
    sources: tuple[Choice, ...]
    entries: tuple[Entry, ...]
    error: Unreadable | None = None


def start(request: Asking) -> HttpResponse:
    """The page; POST keeps the file and goes on to what it holds."""
    if request.method == "POST":
        if was_too_large(request):
            return _page(request, too_large())
        file = request.FILES.get("file")
        if file is None:
            missing = Unreadable(gettext("no file was chosen"), remedy=gettext("Choose one"))
            return _page(request, missing)
        try:
            copy = keep_upload(file)
            intake_of_copy(request, copy)
            return _to_proposals(request, copy)
        except Unreadable as error:
            return _page(request, error)
    if key := request.GET.get("source", ""):
        return _to_proposals(request, copy_of_source(request, key))
    return _page(request)


def of_source(request: Asking, key: str) -> HttpResponse:
    """On to what the kept copy of a source holds. Raises UnknownName."""
    return _to_proposals(request, copy_of_source(request, key))


def _to_proposals(request: Asking, copy: Copy) -> HttpResponse:
    return see_other(reverse("workspace:intake-read", args=(ticket_of(request, copy),)))


def _page(request: Asking, error: Unreadable | None = None) -> HttpResponse:
    page = StartPage(
        title=gettext("Take in"),
        opening=gettext("A paper, message or table is read into proposals; nothing is recorded before you choose."),
        accepts=",".join(BY_SUFFIX),
        sources=tuple(Choice(one.key, one.fact.title) for one in sources_with_copies(request)),
        entries=tuple(
            Entry(str(kind.title), str(kind.opening), reverse("workspace:intake-paste", args=(name,)))
            for name, kind in KINDS.items()
        ),
        error=error,
    )
    return render(request, "intake/start.html", page, status=400 if error else 200)
