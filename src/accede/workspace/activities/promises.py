"""Everything that States and we promised, what is due first; each is settled here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from accede.activities.threads import Promise
from accede.outreach.done.promise import settle_promise
from accede.outreach.done.threads import promises as promises_held
from accede.publishing import wording
from accede.publishing.told import state_told
from accede.records.values import Evidence
from accede.vocabulary.activities import PromiseStanding
from accede.vocabulary.errors import UnknownName
from accede.workspace.activities.told import actor_told
from accede.workspace.asking import Asking, number_in
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise: who promised what, when it is due, how it stands; `made_in` leads to where it was made.

    `settle` is where it is settled, `task` the query of the form that makes a task of it.
    """

    key: str
    words: str
    detail: str
    standing: str
    is_open: bool
    is_late: bool
    version: int
    made_in: str
    settle: str
    task: str


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """What is open, and what is settled."""

    title: str
    opening: str
    open: tuple[PromiseLine, ...]
    settled: tuple[PromiseLine, ...]


@require_safe
def promises(request: Asking) -> HttpResponse:
    """The page."""
    held = [promise_line(each) for each in promises_held(request.actor, settings.ACCEDE_TREATY)]
    waiting = tuple(each for each in held if each.is_open)
    late = sum(each.is_late for each in waiting)
    told = ngettext("%(number)s promise is open", "%(number)s promises are open", len(waiting)) % {
        "number": len(waiting)
    }
    told += gettext("; %(late)s of them should have been kept by now.") % {"late": late} if late else "."
    page = PromisesPage(gettext("Promises"), told, waiting, tuple(each for each in held if not each.is_open))
    return render(request, "activities/promises.html", page)


@require_POST
def settle(request: Asking, key: str) -> HttpResponse:
    """Say what became of a promise. Raises UnknownName, Refused where somebody else was faster."""
    asked = request.POST.get("standing", "")
    if asked not in {each.value for each in PromiseStanding}:
        raise UnknownName("a promise cannot stand so", where=asked, remedy="Say whether it is kept or given up")
    settle_promise(
        request.actor,
        key,
        PromiseStanding(asked),
        expected_version=number_in(request.POST.get("version", "")),
        note=request.POST.get("note", ""),
    )
    messages.success(request, gettext("It is settled."))
    made_in = request.POST.get("made_in", "")
    back = reverse("workspace:activity", args=[made_in]) + "#promises" if made_in else reverse("workspace:promises")
    return see_other(back)


def promise_line(held: Evidence[Promise]) -> PromiseLine:
    """A promise in words."""
    fact = held.fact
    due = fact.due.latest if fact.due else None
    is_open = fact.standing is PromiseStanding.OPEN
    told = [gettext("promised %(day)s") % {"day": wording.when(fact.promised)}]
    if fact.due:
        told.append(gettext("due %(day)s") % {"day": wording.when(fact.due)})
    if fact.state and fact.state != fact.by:
        told.append(state_told(fact.state))
    if fact.note:
        told.append(wording.held(fact.note))
    return PromiseLine(
        key=held.key,
        words=wording.headed(actor_told(fact.by), wording.held(fact.what)),
        detail=" · ".join(told),
        standing=gettext(fact.standing.label),
        is_open=is_open,
        is_late=is_open and due is not None and due < datetime.now(UTC).date(),
        version=held.version,
        made_in=fact.made_in,
        settle=reverse("workspace:promise-settle", args=[held.key]),
        task=urlencode({"about": held.key, "state": fact.state}),
    )
