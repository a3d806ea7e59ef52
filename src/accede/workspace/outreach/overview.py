"""What stands where: rounds that are under way, what came in, what was promised, what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from django.http import HttpResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accede.publishing.wording import in_thousands
from accede.workspace.activities.tasks import offers_open
from accede.workspace.asking import Asking, register_of
from accede.workspace.confirm.incoming import part as confirmed_part
from accede.workspace.contacts.tasks import to_look_at, unreached
from accede.workspace.desk.lines import Tasks
from accede.workspace.replies.listing import part as replies_part
from accede.workspace.rounds.listing import things_to_do as letters_under_way
from accede.workspace.screens import render
from accede.workspace.sending.overview import things_to_do as sending_part
from accede.workspace.tasks.lines import free_part, own_part, promises_part
from accede.workspace.tasks.listing import DueLine, coming

NEXT = 6
"""So much of what comes by itself is shown."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Things that stand where they stand, the next best first."""

    title: str
    opening: str
    tasks: tuple[Tasks, ...]
    coming: tuple[DueLine, ...]


PARTS: tuple[Callable[[Asking], Tasks], ...] = (
    own_part,
    replies_part,
    confirmed_part,
    sending_part,
    letters_under_way,
    promises_part,
    free_part,
    offers_open,
    unreached,
    to_look_at,
)
"""What each part of outreach tells here, the next best thing first."""


@require_safe
def overview(request: Asking) -> HttpResponse:
    """The first page of outreach."""
    tasks = tuple(found for part in PARTS if (found := part(request)).number)
    number = sum(each.number for each in tasks)
    told = ngettext("%(number)s thing is to be looked at.", "%(number)s things are to be looked at.", number)
    page = OverviewPage(
        title=gettext("Outreach"),
        opening=told % {"number": in_thousands(number)} if number else "",
        tasks=tasks,
        coming=tuple(islice(coming(request.actor, register_of(request.actor)), NEXT)),
    )
    return render(request, "outreach/overview.html", page)
