"""What is handed over: what stands open, as the hand-over paper tells it; tasks are given on here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.outreach.tasks.change import hand_on_all
from accede.outreach.tasks.held import must_work, tasks, workers
from accede.outreach.tasks.paper import told_in_paper
from accede.outreach.tasks.threads import OpenThread, open_threads
from accede.reporting.recipes.handover import Thread
from accede.vocabulary.errors import Refused
from accede.vocabulary.papers import PaperKind
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Count:
    """A line of the list to go through: how much of it is open, and where that is worked on."""

    number: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class HandedPage:
    """Everything the template prints; `owners` have open tasks ("": nobody), `people` can be given them."""

    title: str
    opening: str
    counts: tuple[Count, ...]
    threads: tuple[Thread, ...]
    owners: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    paper: str
    refusal: str


_WHERE: Mapping[OpenThread, str] = {
    OpenThread.UNSENT: "rounds",
    OpenThread.UNCERTAIN: "sending",
    OpenThread.UNANSWERED: "rounds",
    OpenThread.MESSAGES: "replies",
    OpenThread.FORMS: "confirm-incoming",
    OpenThread.PROMISES: "promises",
    OpenThread.OFFERS: "working-group",
    OpenThread.TASKS: "tasks",
    OpenThread.CONTACTS: "contacts-due",
}
"""Where each is worked on."""


def handed(request: Asking) -> HttpResponse:
    """The list, the threads, and a form that gives tasks on."""
    must_work(request.actor)
    register = register_of(request.actor)
    treaty, refusal = register.treaty.key, ""
    if request.method == "POST":
        try:
            moved = hand_on_all(request.actor, treaty, request.POST.get("whose", ""), request.POST.get("to", ""))
        except Refused as error:
            refusal = error.told
        else:
            told = ngettext("%(number)s task is given on.", "%(number)s tasks are given on.", moved)
            messages.success(request, told % {"number": moved})
            return see_other(reverse("workspace:outreach-handover"))
    found = {each: number for each, number in open_threads(treaty).counts.items() if number}
    total = sum(found.values())
    opening = ngettext("%(number)s thing stands open.", "%(number)s things stand open.", total) % {"number": total}
    owners: dict[str, str] = {}
    for each in tasks(request.actor, treaty):
        owners.setdefault(each.whose, each.whose or gettext("nobody"))
    page = HandedPage(
        title=gettext("Hand-over"),
        opening=opening if total else gettext("Nothing stands open."),
        counts=tuple(
            Count(number, gettext(each.label), reverse(f"workspace:{_WHERE[each]}")) for each, number in found.items()
        ),
        threads=told_in_paper(register, request.language),
        owners=tuple(sorted(owners.items())),
        people=workers(),
        paper=reverse("workspace:paper-plan", args=[PaperKind.HANDOVER]),
        refusal=refusal,
    )
    return render(request, "tasks/handed.html", page, status=409 if refusal else 200)
