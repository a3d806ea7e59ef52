"""Retention: contacts that are to be looked at again, kept longer or erased; erasing one, and somebody who is no contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.outreach.contacts.erase import Erased, due, erase, erase_due, erase_person
from accede.outreach.contacts.keep import keep_longer
from accede.outreach.contacts.queries import contact_held, must_work_with, today
from accede.outreach.contacts.traces import Traces, traces_by, traces_of
from accede.publishing import wording
from accede.vocabulary.errors import Refused, Unreadable
from accede.workspace.asking import Asking, number_in
from accede.workspace.contacts.told import ContactLine, called, line_of
from accede.workspace.facts.words import WordsField
from accede.workspace.screens import render, see_other

YEAR = timedelta(days=365)
FILES = "files"


@dataclass(frozen=True, slots=True)
class DueLine:
    """A contact that is due."""

    line: ContactLine
    state: str
    keep_until: date


@dataclass(frozen=True, slots=True)
class DuePage:
    """Those that are due; `later` is the day that is offered."""

    title: str
    opening: str
    due: tuple[DueLine, ...]
    later: date


@dataclass(frozen=True, slots=True)
class ErasePage:
    """What goes if somebody is erased, what stays, and what is in the way."""

    title: str
    opening: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    waiting: tuple[str, ...]
    files: int
    number: int
    version: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody looked for by address or name; `found` None before it is asked."""

    title: str
    opening: str
    found: ErasePage | None
    contacts: tuple[ContactLine, ...]


class PersonForm(forms.Form):
    """Whom to look for."""

    template_name = "workspace/facts/form.html"

    email = forms.EmailField(
        label=gettext_lazy("Address for mail"),
        required=False,
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    person = WordsField(label=gettext_lazy("Or the whole name"), required=False, max_length=200)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.template_name = "workspace/facts/field.html"  # type: ignore[attr-defined]  # not in the stubs


def looking_again(request: Asking) -> HttpResponse:
    """The contacts that are due; POST keeps one longer, or erases those that are ticked."""
    if request.method == "POST":
        return _keep(request) if "keep" in request.POST else _erase_ticked(request)
    day = today()
    found = due(request.actor)
    told = ngettext(
        "%(number)s contact is to be looked at again: keep it where it is needed, else erase it.",
        "%(number)s contacts are to be looked at again: keep those that are needed, and erase the others.",
        len(found),
    )
    page = DuePage(
        title=gettext("To be looked at again"),
        opening=told % {"number": len(found)} if found else gettext("No contact is due."),
        due=tuple(
            DueLine(line_of(each, day), wording.name(each.state) if each.state else "", each.keep_until or day)
            for each in found
        ),
        later=day + YEAR,
    )
    return render(request, "contacts/due.html", page)


def erasing(request: Asking, number: int) -> HttpResponse:
    """What goes with a contact; POST erases it. Raises UnknownName, Refused."""
    held = contact_held(request.actor, number)
    if request.method == "POST":
        version = number_in(request.POST.get("version", ""))
        gone = erase(request.actor, number, expected_version=version, with_files=FILES in request.POST)
        messages.success(request, told_of(gone))
        return see_other(reverse("workspace:contacts"))
    page = _page(
        gettext("Erase %(contact)s") % {"contact": called(held)}, traces_of(request.actor, held), number, held.version
    )
    return render(request, "contacts/erase.html", page)


def person(request: Asking) -> HttpResponse:
    """Somebody by address or name, contact or not: what is held, and erasing it. By POST, so that no server logs the address."""
    must_work_with(request.actor)
    form = PersonForm(request.POST if request.method == "POST" else None)
    title = gettext("What is held of a person")
    opening = gettext(
        "Somebody may ask what is held of them, or that it be erased. Contacts, letters that went out and mail that came in are "
        "looked through."
    )
    found: ErasePage | None = None
    contacts: tuple[ContactLine, ...] = ()
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if request.POST.get("do") == "erase":
                gone = erase_person(
                    request.actor, email=given["email"], person=given["person"], with_files=FILES in request.POST
                )
                messages.success(request, told_of(gone))
                return see_other(reverse("workspace:contacts"))
            traces = traces_by(request.actor, email=given["email"], person=given["person"])
        except Refused as error:
            form.add_error(None, error.told)
            status = 400
        else:
            found = _page("", traces, 0, 0)
            contacts = tuple(line_of(contact_held(request.actor, each), today()) for each in traces.contacts)
    elif request.method == "POST":
        status = 400
    return render(
        request, "contacts/person.html", PersonPage(title, opening, found, contacts), status=status, form=form
    )


def told_of(gone: Erased) -> str:
    """What went, in a sentence."""
    parts = [
        ngettext("%(number)s contact", "%(number)s contacts", gone.contacts) % {"number": gone.contacts},
        ngettext("the address of %(number)s letter", "the addresses of %(number)s letters", gone.deliveries)
        % {"number": gone.deliveries},
        ngettext("the sender of %(number)s message", "the senders of %(number)s messages", gone.messages)
        % {"number": gone.messages},
        ngettext("the file of %(number)s message", "the files of %(number)s messages", gone.files)
        % {"number": gone.files},
        ngettext("the name under %(number)s form", "the names under %(number)s forms", gone.submissions)
        % {"number": gone.submissions},
    ]
    numbers = (gone.contacts, gone.deliveries, gone.messages, gone.files, gone.submissions)
    told = [part for part, number in zip(parts, numbers, strict=True) if number]
    return gettext("Erased: %(what)s.") % {"what": wording.listed(told) or gettext("nothing")}


def _keep(request: Asking) -> HttpResponse:
    number, _, version = request.POST["keep"].partition(":")
    try:
        until = date.fromisoformat(request.POST.get("until", ""))
    except ValueError as error:
        raise Unreadable(gettext("this is not a day"), remedy=gettext("Write it as 2026-03-31")) from error
    keep_longer(request.actor, number_in(number), until, expected_version=number_in(version))
    messages.success(request, gettext("It is kept until %(day)s.") % {"day": wording.day(until)})
    return see_other(reverse("workspace:contacts-due"))


def _erase_ticked(request: Asking) -> HttpResponse:
    """Raises Refused where nothing is ticked."""
    parted = [each.partition(":") for each in request.POST.getlist("take")]
    chosen = [(number_in(number), number_in(version)) for number, _, version in parted]
    if not chosen:
        raise Refused(gettext("nothing is ticked"), remedy=gettext("Tick those that are to be erased"))
    gone, stay = erase_due(request.actor, chosen)
    messages.success(request, told_of(gone))
    if stay:
        told = ngettext(
            "%(number)s stays: it was changed meanwhile, or a letter waits to be sent there.",
            "%(number)s stay: they were changed meanwhile, or a letter waits to be sent there.",
            len(stay),
        )
        messages.warning(request, told % {"number": len(stay)})
    return see_other(reverse("workspace:contacts-due"))


def _page(title: str, found: Traces, number: int, version: int) -> ErasePage:
    goes = _lines(
        (len(found.contacts), ngettext("%(number)s contact", "%(number)s contacts", len(found.contacts))),
        (
            len(found.deliveries),
            ngettext(
                "The address of %(number)s letter, and what the mail server said of it",
                "The addresses of %(number)s letters, and what the mail server said of them",
                len(found.deliveries),
            ),
        ),
        (
            len(found.messages),
            ngettext("The sender of %(number)s message", "The senders of %(number)s messages", len(found.messages)),
        ),
        (
            len(found.submissions),
            ngettext("The name under %(number)s form", "The names under %(number)s forms", len(found.submissions)),
        ),
    )
    stays = _lines(
        (
            len(found.deliveries),
            gettext(
                "A salted digest of each address: who shows the address can be told whether the letter went there."
            ),
        ),
        (
            len(found.resting),
            ngettext(
                "The file of %(number)s message that is in work or became a source",
                "The files of %(number)s messages that are in work or became sources",
                len(found.resting),
            ),
        ),
        (1, gettext("In the log: that it was erased, by whom and when.")),
        (1, gettext("Backups that were made before, until they are let go of.")),
    )
    files = len(found.messages) - len(found.resting)
    return ErasePage(title, gettext("There is no way back."), goes, stays, tuple(found.waiting), files, number, version)


def _lines(*told: tuple[int, str]) -> tuple[str, ...]:
    return tuple(text % {"number": number} if "%(" in text else text for number, text in told if number)
