"""What is done with a task by a button: it is done, is to be done again, is taken, is deleted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.tasks.change import drop_task, finish_task, hand_on, reopen_task
from accede.vocabulary.errors import Unreadable
from accede.workspace.asking import Asking, number_in
from accede.workspace.screens import see_other


def do(request: Asking, number: int) -> HttpResponse:
    """What the button says, with the version of the task that was looked at. Raises UnknownName, Refused, Unreadable."""
    version = number_in(request.POST.get("version", ""))
    actor = request.actor
    match request.POST.get("what", ""):
        case "done":
            finish_task(actor, number, expected_version=version)
            told = gettext("It is done.")
        case "again":
            reopen_task(actor, number, expected_version=version)
            told = gettext("It is to be done again.")
        case "take":
            hand_on(actor, number, actor.name, expected_version=version)
            told = gettext("It is yours.")
        case "drop":
            drop_task(actor, number, expected_version=version)
            told = gettext("The task is deleted.")
        case _:
            raise Unreadable("it is not said what is done with the task", remedy="Use a button of the page")
    messages.success(request, told)
    return see_other(reverse("workspace:tasks"))
