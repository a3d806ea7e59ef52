"""The desk: what waits, the next best thing first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.overview.register import Register
from accede.publishing.wording import in_thousands
from accede.workspace.asking import Asking, register_of
from accede.workspace.desk.tasks import Line, Tasks, tasks_of, waits_for
from accede.workspace.screens import render


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What the desk shows. `next` is the next best thing, None where nothing waits."""

    title: str
    treaty: str
    opening: str
    next: Line | None
    tasks: tuple[Tasks, ...]


def desk(request: Asking) -> HttpResponse:
    """What waits for the person who looks."""
    register = register_of(request.actor)
    tasks = tasks_of(request.actor, register, waits_for(request.actor))
    return render(
        request,
        "desk/desk.html",
        _page(register, tasks, has_roles=bool(request.actor.roles), works=request.actor.reads_unreleased),
    )


def _page(register: Register, tasks: tuple[Tasks, ...], *, has_roles: bool, works: bool) -> DeskPage:
    if not has_roles:
        opening = gettext("Your term of office has ended, or has not begun. Ask an administrator.")
    elif tasks:
        number = sum(each.number for each in tasks)
        told = ngettext("%(number)s thing waits for you.", "%(number)s things wait for you.", number)
        opening = told % {"number": in_thousands(number)}
    elif works:
        opening = gettext("Nothing waits for you. What others record for review, release or reply appears here.")
    else:
        opening = gettext("Nothing waits for you. What has been released to you is under States, Sources and Papers.")
    first = tasks[0].lines[0] if tasks else None
    return DeskPage(gettext("Desk"), register.treaty.name(), opening, first, tasks)
