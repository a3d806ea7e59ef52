"""Remind those that have not answered a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.outreach.rounds.held import IN_WORK, letters_of, round_held
from accede.outreach.rounds.remind import remind, reminder_of, silent
from accede.publishing import wording
from accede.vocabulary.errors import Refused
from accede.workspace.asking import Asking
from accede.workspace.facts.day import day_in
from accede.workspace.rounds.listing import title_of
from accede.workspace.rounds.round_form import USUALLY_WITHIN
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class SilentLine:
    """A State that has not answered."""

    iso3: str
    name: str
    is_overdue: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RemindPage:
    """Whom to remind, by when."""

    title: str
    subject: str
    on: str
    due: str
    states: tuple[SilentLine, ...]
    back: str
    refusal: str


def reminder(request: Asking, key: str) -> HttpResponse:
    """The form of a reminder, and what is done with it."""
    request.actor.must(Verb.READ, IN_WORK, where=key)
    round_ = round_held(key).fact
    today = datetime.now(UTC).date()
    subject = request.POST.get("title", gettext("Reminder: %(title)s") % {"title": round_.title}).strip()
    on, due = request.POST.get("on", today.isoformat()), request.POST.get("due", (today + USUALLY_WITHIN).isoformat())
    quiet = {each.fact.state for each in silent(key)}
    overdue = {each.fact.state for each in silent(key, overdue_only=True)}
    chosen = set(request.POST.getlist("state")) if request.method == "POST" else overdue or quiet
    refusal = ""
    if request.method == "POST":
        try:
            if not chosen:
                raise Refused("no State is chosen", remedy="Choose at least one")
            plan = reminder_of(key, on=day_in(on) or today, due=day_in(due), title=subject)
            made = remind(request.actor, plan, chosen)
        except Refused as error:
            refusal = error.told
        else:
            number = len(letters_of(made))
            told = ngettext("%(number)s reminder is drafted.", "%(number)s reminders are drafted.", number)
            messages.success(request, told % {"number": number})
            return see_other(reverse("workspace:round", args=[made]))
    page = RemindPage(
        title=gettext("Remind: %(round)s") % {"round": title_of(round_)},
        subject=subject,
        on=on,
        due=due,
        states=tuple(
            SilentLine(iso3, wording.name(iso3), iso3 in overdue, iso3 in chosen)
            for iso3 in letters_of(key)
            if iso3 in quiet
        ),
        back=reverse("workspace:round", args=[key]),
        refusal=refusal,
    )
    return render(request, "rounds/remind.html", page, status=409 if refusal else 200)
