"""One that came in, and beside it what is recorded of it: that nothing changed in one click, its words, a file of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.models import Incoming
from accede.outreach.replies.assign import assign, set_aside, take_up
from accede.outreach.replies.citing import sender_of
from accede.outreach.replies.erase import erase
from accede.outreach.replies.held import OPEN, incoming
from accede.outreach.replies.record_reply import (
    Answer,
    Recorded,
    acknowledge,
    cited,
    record_file,
    record_unchanged,
    record_words,
)
from accede.outreach.rounds.held import letter_held
from accede.publishing.sentences import name
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName, Unreadable
from accede.workspace.asking import Asking, number_in
from accede.workspace.replies.answer_form import AnswerForm, Found, form_of, found_of
from accede.workspace.replies.page import page_of
from accede.workspace.screens import see_other


def one(request: Asking, number: int) -> HttpResponse:
    """The page, and what its buttons do. Raises UnknownName."""
    row = incoming(request.actor, number)
    if request.method != "POST":
        return page_of(request, row, form_of(request, row, found_of(row)))
    doing = request.POST.get("do", "")
    try:
        if doing in ("aside", "again", "erase"):
            _moved(request, row, doing)
            return see_other(reverse("workspace:reply", args=[number]))
    except (Refused, NotAllowed, UnknownName) as error:
        form = form_of(request, row, found_of(row))
        return page_of(request, row, form, refusal=error, status=409)
    return _recorded(request, row, doing)


def _moved(request: Asking, row: Incoming, doing: str) -> None:
    version = number_in(request.POST.get("version", ""))
    match doing:
        case "aside":
            set_aside(request.actor, row.pk, note=request.POST.get("note", ""), expected_version=version)
            messages.success(request, gettext("It is set aside."))
        case "again":
            take_up(request.actor, row.pk, expected_version=version)
        case _:
            erase(request.actor, row.pk, expected_version=version)
            messages.success(request, gettext("It is erased. That it came, and what was recorded, stays."))


def _recorded(request: Asking, row: Incoming, doing: str) -> HttpResponse:
    """Match or record it, and go on; what is wrong is told beside what was typed."""
    found = found_of(row)
    form = form_of(request, row, found, request.POST)
    is_whole = form.is_valid()
    if doing == "assign":
        is_whole = not form.errors.keys() & {"state", "letter"}
    status = 400
    if is_whole:
        try:
            return _done(request, row, found, form, doing)
        except (Refused, UnknownName, Unreadable, NotAllowed) as error:
            status = 403 if isinstance(error, NotAllowed) else 409
            row = incoming(request.actor, row.pk)
            if row.state not in OPEN:
                return page_of(request, row, form, refusal=error, status=status)
            form.refuse(error)
    return page_of(request, row, form, status=status)


def _done(request: Asking, row: Incoming, found: Found, form: AnswerForm, doing: str) -> HttpResponse:
    """What a button does. Raises Refused, UnknownName, Unreadable, NotAllowed."""
    told, version = form.cleaned_data, number_in(request.POST.get("version", ""))
    here = reverse("workspace:reply", args=[row.pk])
    kind, _, which = doing.partition(":")
    if kind == "assign":
        assign(request.actor, row.pk, state=told["state"], letter=told.get("letter", ""), expected_version=version)
        return see_other(here)
    if kind == "acknowledged":
        if not told["letter"]:
            raise Refused("it is not said which letter was acknowledged", remedy="Choose the letter")
        acknowledge(request.actor, row.pk, letter=told["letter"], on=told["on"], expected_version=version)
        messages.success(request, gettext("The letter is marked as acknowledged."))
        return see_other(here)
    _refuse_another(request, told["state"])
    answer = _answer(row, found, told)
    if kind == "unchanged":
        record_unchanged(request.actor, row.pk, answer, expected_version=version)
        said = gettext("Recorded, and waiting for review: %(state)s says that nothing has changed.")
        messages.success(request, said % {"state": name(answer.state)})
        return see_other(here)
    if kind == "words":
        done = record_words(request.actor, row.pk, answer, told["words"], expected_version=version)
        return _onward(request, done, has_proposals=bool(found.message.citation))
    if kind == "file":
        at = number_in(which) - 1 if which else None
        done = record_file(request.actor, row.pk, answer, at, expected_version=version)
        return _onward(request, done, has_proposals=False)
    raise Refused("there is no such button", remedy="Look at the page again")


def _refuse_another(request: Asking, state: str) -> None:
    """Raises Refused where the button that was pressed named another State than was chosen: it is shown again with that one."""
    shown = request.POST.get("shown", "")
    if shown and shown != state:
        raise Refused(
            f"the button was about {name(shown)}, and {name(state)} is chosen",
            remedy="Look at it again, and press it then",
        )


def _onward(request: Asking, done: Recorded, *, has_proposals: bool) -> HttpResponse:
    """On to what is proposed from the words, or to recording passage by passage."""
    messages.success(request, gettext("The reply is recorded. Now what it says."))
    where = "workspace:intake-source" if has_proposals else "workspace:record-from"
    return see_other(reverse(where, args=[done.source]))


def _answer(row: Incoming, found: Found, told: dict[str, Any]) -> Answer:
    letter = told["letter"]
    usual = cited(told["way"], sender_of(row, found.message, told["state"]), told["on"])
    return Answer(
        treaty=letter_held(letter).fact.treaty if letter else settings.ACCEDE_TREATY,
        state=told["state"],
        letter=letter,
        on=told["on"],
        way=told["way"],
        citation=told["citation"] or usual,
        classification=told["classification"],
    )
