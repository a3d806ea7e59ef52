"""What is due, as the desk, the daily mail and the overview of outreach list it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.actor import Actor
from accede.outreach.tasks.due import Due, DueKind, due
from accede.overview.register import Register
from accede.publishing import wording
from accede.workspace.asking import Asking, register_of
from accede.workspace.desk.lines import Line, Tasks, tasks_with
from accede.workspace.tasks.listing import address_of

SOON = timedelta(days=30)
"""What is due within so long, or overdue, is told; a task of one's own always."""


def own_tasks(actor: Actor, register: Register) -> Tasks:
    """The person's own tasks, the next due first."""
    mine = [each for each in due(actor, register, (DueKind.TASK,)) if each.whose == actor.name]
    heading = ngettext("%(number)s task is yours", "%(number)s tasks are yours", len(mine))
    return tasks_with(heading % {"number": len(mine)}, reverse("workspace:tasks"), _lines(mine, register))


def promises_due(actor: Actor, register: Register) -> Tasks:
    """Promises that are due soon or overdue."""
    last = register.view.as_of + SOON
    soon = [each for each in due(actor, register, (DueKind.PROMISE,)) if each.on is not None and each.on <= last]
    heading = ngettext("%(number)s promise is due or overdue", "%(number)s promises are due or overdue", len(soon))
    return tasks_with(heading % {"number": len(soon)}, reverse("workspace:tasks"), _lines(soon, register))


def own_part(request: Asking) -> Tasks:
    """One's own tasks, for the overview."""
    return own_tasks(request.actor, register_of(request.actor))


def free_part(request: Asking) -> Tasks:
    """Tasks that nobody has taken, for the overview."""
    register = register_of(request.actor)
    free = [each for each in due(request.actor, register, (DueKind.TASK,)) if not each.whose]
    heading = ngettext("%(number)s task is nobody's yet", "%(number)s tasks are nobody's yet", len(free))
    return tasks_with(heading % {"number": len(free)}, reverse("workspace:tasks"), _lines(free, register))


def promises_part(request: Asking) -> Tasks:
    """Promises that are due, for the overview."""
    return promises_due(request.actor, register_of(request.actor))


def _lines(found: Iterable[Due], register: Register) -> list[Line]:
    today = register.view.as_of
    lines = []
    for each in found:
        when = gettext("due %(day)s") % {"day": wording.day(each.on)} if each.on else gettext("no day given")
        late = gettext("overdue") if each.is_overdue(today) else ""
        # The title names no more than kind and State: a mail is read on its way.
        key = wording.parted([each.title, when])
        lines.append(
            Line(each.words or each.title, wording.parted([when, late] if late else [when]), address_of(each), key)
        )
    return lines
