"""What is to be done: one's own, nobody's, others'; and what follows by itself, by days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.outreach.models import Task
from accede.outreach.tasks.due import Due, DueKind, due
from accede.outreach.tasks.held import tasks as tasks_held
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.workspace.asking import Asking, register_of
from accede.workspace.screens import render

LATELY = 10
"""So many of those that were done are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task: what, what is known of it, where it is changed; `stage` says that it is overdue or whose it is."""

    number: int
    version: int
    words: str
    detail: str
    address: str
    stage: str
    is_done: bool = False
    is_nobodys: bool = False


@dataclass(frozen=True, slots=True)
class TaskSection:
    """Tasks of one kind of owner; `empty` says what would fill it."""

    heading: str
    lines: tuple[TaskLine, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something that follows by itself."""

    day: str
    words: str
    detail: str
    address: str
    kind: str
    stage: str


@dataclass(frozen=True, slots=True)
class TasksPage:
    """Everything the template prints."""

    title: str
    opening: str
    sections: tuple[TaskSection, ...]
    coming: tuple[DueLine, ...]


def tasks(request: Asking) -> HttpResponse:
    """All that is open."""
    actor, register = request.actor, register_of(request.actor)
    today, treaty = register.view.as_of, register.treaty.key
    held = tasks_held(actor, treaty)
    mine = [each for each in held if each.whose == actor.name]
    nobodys = [each for each in held if not each.whose]
    others = [each for each in held if each.whose not in ("", actor.name)]
    done = tasks_held(actor, treaty, is_open=False)[:LATELY]
    sections = [
        TaskSection(
            gettext("Yours"), _lines(mine, today), gettext("Nothing is given to you. Make a task, or take one.")
        ),
        TaskSection(gettext("Nobody's yet"), _lines(nobodys, today), ""),
        TaskSection(gettext("Others'"), _lines(others, today), ""),
        TaskSection(gettext("Done lately"), _lines(done, today), ""),
    ]
    page = TasksPage(
        title=gettext("Tasks and calendar"),
        opening=_opening(actor, held, today),
        sections=tuple(each for each in sections if each.lines or each.empty),
        coming=tuple(coming(actor, register)),
    )
    return render(request, "tasks/tasks.html", page)


def coming(actor: Actor, register: Register) -> Iterable[DueLine]:
    """What follows by itself, the next first."""
    today = register.view.as_of
    for each in due(actor, register, tuple(kind for kind in DueKind if kind is not DueKind.TASK)):
        yield DueLine(
            day=wording.day(each.on) if each.on else gettext("no day given"),
            words=f"{each.title}: {each.words}" if each.words else each.title,
            detail=each.detail,
            address=address_of(each),
            kind=gettext(each.kind.label),
            stage=gettext("overdue") if each.is_overdue(today) else "",
        )


def address_of(each: Due) -> str:
    """Where one goes on from what is due."""
    match each.kind:
        case DueKind.TASK:
            return reverse("workspace:task", args=[int(each.key.rpartition("/")[2])])
        case DueKind.MEETING:
            return f"/meetings/#{each.key.partition('/')[2] or each.key}"
        case DueKind.REPORT:
            return "/reports/"
        case DueKind.PROMISE:
            return reverse("workspace:promises")
        case DueKind.REPLY:
            return reverse("workspace:round", args=[each.about])
        case DueKind.WITHDRAWAL:
            return reverse("workspace:state", args=each.states)


def _lines(held: Iterable[Task], today: date) -> tuple[TaskLine, ...]:
    return tuple(_line(each, today) for each in held)


def _line(task: Task, today: date) -> TaskLine:
    parts = []
    if task.until:
        parts.append(gettext("due %(day)s") % {"day": wording.day(task.until)})
    if task.state:
        parts.append(sentences.name(task.state))
    if task.whose:
        parts.append(task.whose)
    if task.done_at:
        parts.append(
            gettext("done by %(who)s, %(day)s") % {"who": task.done_by, "day": wording.day(task.done_at.date())}
        )
    is_late = task.until is not None and task.until < today and task.done_at is None
    return TaskLine(
        number=task.pk,
        version=task.version,
        words=task.what,
        detail=wording.parted(parts),
        address=reverse("workspace:task", args=[task.pk]),
        stage=gettext("overdue") if is_late else "",
        is_done=task.done_at is not None,
        is_nobodys=not task.whose,
    )


def _opening(actor: Actor, held: tuple[Task, ...], today: date) -> str:
    mine = sum(each.whose == actor.name for each in held)
    yours = ngettext("%(number)s task is yours.", "%(number)s tasks are yours.", mine) % {"number": mine}
    told = [yours if mine else gettext("No task is yours.")]
    nobodys = sum(not each.whose for each in held)
    if nobodys:
        free = ngettext("%(number)s is nobody's yet.", "%(number)s are nobody's yet.", nobodys)
        told.append(free % {"number": nobodys})
    late = sum(each.until is not None and each.until < today for each in held)
    if late:
        over = ngettext("%(number)s is overdue.", "%(number)s are overdue.", late)
        told.append(over % {"number": late})
    return " ".join(told)
