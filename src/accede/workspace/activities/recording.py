"""Write down something that was done."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.done.record_done import record_done
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from accede.workspace.activities.form import DoneForm, Lines, initial_of
from accede.workspace.activities.kinds import kind_of
from accede.workspace.asking import Asking, register_of
from accede.workspace.facts.offered import offered
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class NewPage:
    """The form of a kind."""

    title: str
    opening: str
    lines: Lines
    back: str


def new(request: Asking, kind: str) -> HttpResponse:
    """The form, and what is done with it; `?state=`, `?on=`, `?follows=`, `?occasion=` fill in a field. Raises UnknownName."""
    what = kind_of(kind)
    data = request.POST if request.method == "POST" else None
    asked = {name: str(value) for name, value in request.GET.items()}
    form = DoneForm(what, register_of(request.actor), offered(request.actor), data, initial=initial_of(what, asked))
    status = 200
    if data is not None:
        status = 400
        if form.is_valid():
            try:
                return _done(request, record_done(request.actor, form.fact, **form.around()))
            except (NotAllowed, Refused, UnknownName) as error:
                form.refuse(error)
                status = 409
    page = NewPage(gettext(what.label), gettext(what.help), form.lines(), reverse("workspace:activities"))
    return render(request, "activities/new.html", page, status=status)


def _done(request: Asking, keys: tuple[str, ...]) -> HttpResponse:
    said = ngettext(
        "Recorded; another person accepts it before papers count it.",
        "%(number)s activities are recorded, one for each State; another person accepts them before papers count them.",
        len(keys),
    )
    messages.success(request, said % {"number": len(keys)})
    return see_other(reverse("workspace:activity", args=[keys[0]]))
