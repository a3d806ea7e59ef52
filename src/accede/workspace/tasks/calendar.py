"""One's calendar: the secret address of it is made, shown once, and ended."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.models import CalendarAddress
from accede.outreach.tasks.address import address_held, end_address, make_address
from accede.outreach.tasks.held import must_work
from accede.publishing import wording
from accede.workspace.asking import Asking
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Whether there is an address and when it was last read; `link` is it, on the page that answers its making and on no other."""

    title: str
    opening: str
    is_made: bool
    link: str


def calendar(request: Asking) -> HttpResponse:
    """The page; a form of it makes the address anew or ends it."""
    must_work(request.actor)
    link = ""
    if request.method == "POST":
        if request.POST.get("what") == "end":
            end_address(request.actor)
            messages.success(request, gettext("The address leads nowhere any more."))
            return see_other(reverse("workspace:tasks-calendar"))
        token = make_address(request.actor, tells_words=request.POST.get("words") == "yes")
        path = reverse("calendar-of", args=[token])
        link = f"{settings.ACCEDE_ADDRESS}{path}" if settings.ACCEDE_ADDRESS else request.build_absolute_uri(path)
    held = address_held(request.actor)
    page = CalendarPage(gettext("Calendar"), _opening(held), held is not None, link)
    return render(request, "tasks/calendar.html", page)


def _opening(held: CalendarAddress | None) -> str:
    if held is None:
        return gettext("You have no address. Make one, and give it to your calendar program.")
    told = gettext("Your address was made %(day)s.") % {"day": wording.instant(held.made_at)}
    if held.read_at:
        read = gettext("It was last read %(day)s.") % {"day": wording.instant(held.read_at)}
    else:
        read = gettext("Nobody has read it yet.")
    words = (
        gettext("It has the words of tasks and promises.")
        if held.tells_words
        else gettext("It says of tasks and promises that they are due, and nothing that was written.")
    )
    return f"{told} {read} {words}"
