"""Make a task, look at one, change it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.tasks.change import change_task
from accede.outreach.tasks.held import must_work, task_held
from accede.outreach.tasks.make import make_task
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render, see_other
from accede.workspace.tasks.form import TaskForm


@dataclass(frozen=True, slots=True)
class TaskPage:
    """The form; `number` is 0 of a new task, `made` says who made it; `about` is the key of what it follows from."""

    title: str
    form: TaskForm
    number: int
    version: int
    made: str
    about: str
    is_done: bool


def new(request: Asking) -> HttpResponse:
    """Make one. `about` and `state` of the address say what it follows from."""
    must_work(request.actor)
    register = register_of(request.actor)
    known = {each.fact.iso3 for each in register.states}
    state = request.GET.get("state", "")
    form = TaskForm(
        register,
        request.POST if request.method == "POST" else None,
        about=request.GET.get("about", "")[:300],
        state=state if state in known else "",
        whose=request.actor.name,
    )
    if request.method == "POST" and form.is_valid():
        try:
            make_task(request.actor, register.treaty.key, form.wanted())
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, gettext("The task is made."))
            return see_other(reverse("workspace:tasks"))
    page = TaskPage(gettext("Make a task"), form, 0, 0, "", str(form["about"].value() or ""), is_done=False)
    return render(request, "tasks/task.html", page, status=409 if request.method == "POST" else 200)


def change(request: Asking, number: int) -> HttpResponse:
    """Look at one and change it; who was slower sees why, with what was typed. Raises UnknownName."""
    task = task_held(request.actor, number)
    form = TaskForm(register_of(request.actor), request.POST if request.method == "POST" else None, task=task)
    if request.method == "POST" and form.is_valid():
        expected = form.cleaned_data["expected_version"] or 0
        try:
            change_task(request.actor, number, form.wanted(), expected_version=expected)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, gettext("The task is changed."))
            return see_other(reverse("workspace:tasks"))
    page = TaskPage(
        title=task.what,
        form=form,
        number=number,
        version=task.version,
        made=task.made_by,
        about=task.about,
        is_done=task.done_at is not None,
    )
    return render(request, "tasks/task.html", page, status=409 if request.method == "POST" else 200)
