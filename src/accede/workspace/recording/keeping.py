"""Keep a draft while somebody types, and throw it away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext

from accede.publishing import wording
from accede.workspace.asking import Asking
from accede.workspace.recording import drafts
from accede.workspace.recording.kinds import kind_of
from accede.workspace.recording.writing import texts
from accede.workspace.screens import see_other

LONGEST = 500


def keep(request: Asking, kind: str) -> HttpResponse:
    """Keep what is typed in the form of a kind, beside the source `?source=`; answers with a sentence."""
    found, source = kind_of(kind), request.GET.get("source", "")[:LONGEST]
    if request.method != "POST":
        return redirect("workspace:recording")
    draft = drafts.keep(request.user, found.key, source, texts(request.POST))
    if not request.is_htmx:
        return see_other(_back(kind, source))
    said = gettext("Kept as a draft on %(when)s.") % {"when": wording.instant(draft.kept_at)}
    return HttpResponse(escape(said))


def discard(request: Asking, kind: str) -> HttpResponse:
    """Throw a draft away."""
    found, source = kind_of(kind), request.GET.get("source", "")[:LONGEST]
    if request.method != "POST":
        return redirect("workspace:recording")
    drafts.discard(request.user, found.key, source)
    messages.info(request, gettext("The draft was thrown away."))
    return see_other(_back(kind, source))


def _back(kind: str, source: str) -> str:
    if source:
        return f"{reverse('workspace:record-from', args=[source])}?{urlencode({'kind': kind})}"
    return reverse("workspace:record-kind", args=[kind])
