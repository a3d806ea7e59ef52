"""What stands where: rounds that are under way, what came in, what was promised, what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from accede.workspace.activities.tasks import offers_open
from accede.workspace.asking import Asking
from accede.workspace.confirm.incoming import part as confirmed_part
from accede.workspace.contacts.tasks import to_look_at, unreached
from accede.workspace.desk.lines import Tasks
from accede.workspace.replies.listing import part as replies_part
from accede.workspace.rounds.listing import things_to_do as letters_under_way
from accede.workspace.screens import render
from accede.workspace.sending.overview import things_to_do as sending_part
from accede.workspace.tasks.lines import free_part, own_part, promises_part


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Things that stand where they stand, the next best first."""

    title: str
    tasks: tuple[Tasks, ...]


PARTS: tuple[Callable[[Asking], Tasks], ...] = (
    unreached,
    to_look_at,
    letters_under_way,
    confirmed_part,
    sending_part,
    replies_part,
    own_part,
    promises_part,
    offers_open,
    free_part,
)
"""What each part of outreach tells here."""


@require_safe
def overview(request: Asking) -> HttpResponse:
    """The first page of outreach."""
    tasks = tuple(found for part in PARTS if (found := part(request)).number)
    return render(request, "outreach/overview.html", OverviewPage(gettext("Outreach"), tasks))
