"""What was done and what is to come, the newest first; from here everything is written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from accede.activities.values import Activity
from accede.outreach.done.threads import promises
from accede.records.values import Evidence
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.capital import capital
from accede.workspace.activities.held import stages_of
from accede.workspace.activities.kinds import KINDS
from accede.workspace.activities.told import line_of
from accede.workspace.asking import Asking, number_in, register_of
from accede.workspace.screens import render

A_PAGE = 60
"""Activities that one page shows."""


@dataclass(frozen=True, slots=True)
class Way:
    """A word, what it is for, and its address."""

    words: str
    detail: str
    address: str


@dataclass(frozen=True, slots=True)
class DoneLine:
    """An activity: what, more of it, what became of its record."""

    words: str
    detail: str
    stage: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind by which the list can be narrowed."""

    key: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything the template prints."""

    title: str
    opening: str
    ways: tuple[Way, ...]
    elsewhere: tuple[Way, ...]
    choices: tuple[Choice, ...]
    ahead: tuple[DoneLine, ...]
    done: tuple[DoneLine, ...]
    more: str


@require_safe
def activities(request: Asking) -> HttpResponse:
    """The list; `?kind=` one kind alone, `?page=` further back."""
    register = register_of(request.actor)
    asked = request.GET.get("kind", "")
    held = [each for each in register.activities if not asked or each.fact.kind == asked]
    held.sort(key=lambda each: (each.fact.on.counts_from, each.key), reverse=True)
    today = register.view.as_of
    ahead = [each for each in held if each.fact.on.earliest is not None and each.fact.on.earliest > today]
    done = [each for each in held if each not in ahead]
    page = max(number_in(request.GET.get("page", "")), 1)
    shown = done[(page - 1) * A_PAGE : page * A_PAGE]
    more = f"?kind={asked}&page={page + 1}" if len(done) > page * A_PAGE else ""
    number = ngettext("%(number)s activity is on record", "%(number)s activities are on record", len(held))
    open_ones = len(promises(request.actor, register.treaty.key, is_open=True))
    waiting = ngettext("%(number)s promise is open.", "%(number)s promises are open.", open_ones)
    kinds = {each.fact.kind for each in register.activities}
    found = ListPage(
        title=gettext("What was done"),
        opening=f"{number % {'number': len(held)}}; {waiting % {'number': open_ones}}",
        ways=tuple(
            Way(gettext(one.label), gettext(one.help), reverse("workspace:activity-new", args=[one.key]))
            for one in KINDS
        ),
        elsewhere=tuple(_elsewhere()),
        choices=tuple(Choice(kind, gettext(kind.label), kind == asked) for kind in ActivityKind if kind in kinds),
        ahead=tuple(lines(ahead[::-1])),
        done=tuple(lines(shown)),
        more=more,
    )
    return render(request, "activities/list.html", found)


def lines(held: list[Evidence[Activity]]) -> Iterator[DoneLine]:
    """Activities as lines, with what became of their records."""
    stages = stages_of(held)
    for each in held:
        yield DoneLine(
            words=capital(line_of(each)),
            detail=each.fact.summary or each.fact.title,
            stage=gettext(stages[each.key].label),
            address=reverse("workspace:activity", args=[each.key]),
        )


def _elsewhere() -> Iterator[Way]:
    yield Way(gettext("Promises"), gettext("What States and we promised"), reverse("workspace:promises"))
    yield Way(
        gettext("Who comes to a meeting"), gettext("Invited, registered, took part, spoke"), reverse("workspace:coming")
    )
    yield Way(gettext("Letters"), gettext("Rounds of letters have pages of their own"), reverse("workspace:rounds"))
