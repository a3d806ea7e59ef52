"""Plan a paper, and change its plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.reporting.composition.held import plan_held
from accede.reporting.composition.plan import begin, change
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.papers import PaperKind
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.papers.kinds import FOR
from accede.workspace.papers.plan_form import PlanForm
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of paper that can be planned."""

    words: str
    purpose: str
    address: str


@dataclass(frozen=True, slots=True)
class KindsPage:
    """Which paper it is to be."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The form of a plan; `version` is the one that is changed, 0 of a new paper; `refusal` why it was not done."""

    title: str
    purpose: str
    form: PlanForm
    version: int
    back: str
    refusal: str


def kinds(request: Asking) -> HttpResponse:
    """The kinds of paper."""
    choices = tuple(
        Choice(gettext(kind.label), str(FOR[kind]), reverse("workspace:paper-plan", args=[kind])) for kind in PaperKind
    )
    return render(request, "papers/kinds.html", KindsPage(gettext("Write a paper"), choices))


def plan(request: Asking, kind: str) -> HttpResponse:
    """Plan a paper of a kind: the form, and what is done with it. Raises UnknownName for a kind that is not there."""
    if kind not in {each.value for each in PaperKind}:
        raise UnknownName("there is no such paper", where=kind, remedy="Choose one from the list")
    asked = PaperKind(kind)
    form = PlanForm(asked, register_of(request.actor), request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            key = begin(request.actor, form.planned())
        except (Refused, UnknownName) as error:
            refusal = str(error)
        else:
            messages.success(request, gettext("The paper is planned. Write its words beside it."))
            return see_other(reverse("workspace:paper", args=[key]))
    page = PlanPage(gettext(asked.label), str(FOR[asked]), form, 0, reverse("workspace:papers"), refusal)
    return render(request, "papers/plan.html", page, status=_status(request))


def replan(request: Asking, key: str) -> HttpResponse:
    """Change the plan of a paper; who was slower sees what is held by now, with what was typed."""
    held = plan_held(request.actor, key)
    form = PlanForm(held.fact.paper, register_of(request.actor), request.POST or None, held=held.fact)
    refusal = ""
    back = reverse("workspace:paper", args=[key])
    if request.method == "POST" and form.is_valid():
        expected = number_in(request.POST.get("expected_version", ""))
        try:
            change(request.actor, key, form.planned(), expected_version=expected)
        except Refused as error:
            refusal = str(error)
        else:
            messages.success(request, gettext("The plan is changed."))
            return see_other(back)
    title = gettext("Plan of %(paper)s") % {"paper": key}
    page = PlanPage(title, str(FOR[held.fact.paper]), form, held.version, back, refusal)
    return render(request, "papers/plan.html", page, status=_status(request))


def _status(request: Asking) -> int:
    return 409 if request.method == "POST" else 200
