"""With one click: the State said today that nothing changed; we looked today and found nothing new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from accede.evidence.note import note_check, note_confirmation
from accede.publishing import sentences
from accede.records.reference import Reference
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import see_other


def confirm(request: Asking, iso3: str) -> HttpResponse:
    """The State said today that nothing changed."""
    said = gettext("Noted: %(state)s said today that nothing changed.")
    return _noted(request, iso3, said, note_confirmation)


def check(request: Asking, iso3: str) -> HttpResponse:
    """We looked today and found nothing new."""
    said = gettext("Noted: looked today for news of %(state)s, and found none.")
    return _noted(request, iso3, said, note_check)


def _noted(request: Asking, iso3: str, said: str, note: Callable[..., Reference]) -> HttpResponse:
    register_of(request.actor).state(iso3)
    if request.method == "POST":
        made = note(request.actor, settings.ACCEDE_TREATY, iso3, on=datetime.now(UTC).date())
        undo = reverse("workspace:undo", args=[made.kind, made.key])
        # An address as tags of a message: the page that shows the message offers to undo it there.
        messages.success(request, said % {"state": sentences.state(iso3)}, extra_tags=undo)
    return see_other(back_or(request, reverse("workspace:state", args=[iso3])))


def back_or(request: Asking, otherwise: str) -> str:
    """The page that was left, if it is one of ours, else the other one."""
    given = request.POST.get("back", "")
    is_ours = given.startswith("/workspace/") and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if is_ours else otherwise
