"""One contact: added, changed, its term ended, put together with another, erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.outreach.contacts.details import details_of
from accede.outreach.contacts.doubles import put_together
from accede.outreach.contacts.keep import add, change, new_batch, set_until
from accede.outreach.contacts.log import entries
from accede.outreach.contacts.organization import organization_in
from accede.outreach.contacts.queries import contact_held, contacts_of, letters_to, must_work_with, today
from accede.outreach.models import Contact, ContactHappening, DeliveryState
from accede.publishing import wording
from accede.publishing.languages import OFFICIAL, direction
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import Post
from accede.vocabulary.state_names import shipped_names
from accede.workspace.asking import Asking, number_in
from accede.workspace.contacts.form import ContactForm, initial_of
from accede.workspace.contacts.told import ContactLine, called, field_told, line_of
from accede.workspace.facts.day import day_in
from accede.workspace.records.renew import back_or
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Called:
    """How a contact is called on a letter in a language."""

    language: str
    name: str
    direction: str
    text: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of the log of this contact."""

    at: datetime
    what: str
    by: str
    details: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter to this contact, with the day of what it stands at."""

    key: str
    address: str
    state: str
    on: date


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form of a new contact."""

    title: str


@dataclass(frozen=True, slots=True)
class ContactPage:
    """A contact with its form. `version` is the one that was read; `ends` the day that is offered for the end of its term."""

    title: str
    opening: str
    number: int
    version: int
    is_over: bool
    has_term: bool
    ends: date
    others: tuple[ContactLine, ...]
    called: tuple[Called, ...]
    letters: tuple[LetterLine, ...]
    entries: tuple[EntryLine, ...]


def new(request: Asking) -> HttpResponse:
    """The form of a new contact, filled with what the address says; POST keeps it."""
    must_work_with(request.actor)
    if request.method != "POST":
        given = request.GET
        known = {
            "state": given.get("state", ""),
            "post": given.get("post", ""),
            "language": given.get("language", "en"),
        }
        usual = {"post": Post.GENEVA.value, "is_addressee": True}
        return _new(request, ContactForm(initial={**usual, **{name: text for name, text in known.items() if text}}))
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _new(request, form, status=400)
    batch = new_batch()
    try:
        made = add(request.actor, form.details, batch=batch)
    except Refused as error:
        form.refuse(error)
        return _new(request, form, status=400)
    said = gettext("Kept: a contact of %(state)s.") if made.state else gettext("Kept: a contact that is no State's.")
    messages.success(
        request,
        said % {"state": wording.name(made.state)} if made.state else said,
        extra_tags=reverse("workspace:contacts-take-back", args=[batch]),
    )
    if request.POST.get("do") == "another":
        return see_other(f"{reverse('workspace:contact-add')}?state={made.state}&language={made.language}")
    return _to_list(made)


def one(request: Asking, number: int) -> HttpResponse:
    """A contact; POST changes it. Raises UnknownName."""
    held = contact_held(request.actor, number)
    if request.method != "POST":
        return _one(request, held, ContactForm(initial=initial_of(details_of(held))))
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _one(request, held, form, status=400)
    try:
        kept = change(request.actor, number, form.details, expected_version=_version(request))
    except Refused as error:
        form.refuse(error)
        return _one(request, contact_held(request.actor, number), form, status=409)
    messages.success(request, gettext("The contact is changed."))
    return _to_list(kept)


def end(request: Asking, number: int) -> HttpResponse:
    """Say that the term ended, or take that back. Raises UnknownName, Refused."""
    before = contact_held(request.actor, number)
    given = request.POST.get("until", request.GET.get("until", ""))
    version = number_in(request.POST.get("version", request.GET.get("version", "")))
    kept = set_until(request.actor, number, day_in(given), expected_version=version)
    again = reverse("workspace:contact-end", args=[number])
    undo = f"{again}?until={before.until or ''}&version={kept.version}"
    if kept.until is None:
        messages.success(request, gettext("The term runs again."))
    else:
        said = gettext("The term ends on %(day)s: letters after it go to somebody else.")
        messages.success(request, said % {"day": wording.day(kept.until)}, extra_tags=undo)
    return see_other(back_or(request, reverse("workspace:contact", args=[number])))


def merge(request: Asking, number: int) -> HttpResponse:
    """Put another contact together with this one. Raises UnknownName, Refused."""
    gone = number_in(request.POST.get("gone", ""))
    versions = (_version(request), number_in(request.POST.get("gone_version", "")))
    put_together(request.actor, number, gone, versions=versions)
    messages.success(request, gettext("The two are one contact now; what only the other had was filled in."))
    return see_other(back_or(request, reverse("workspace:contact", args=[number])))


def _version(request: Asking) -> int:
    return number_in(request.POST.get("version", ""))


def _to_list(contact: Contact) -> HttpResponse:
    """Back to the State's place in the list."""
    group = "" if contact.state else "?who=other"
    return see_other(f"{reverse('workspace:contacts')}{group}#{contact.state}")


def _new(request: Asking, form: ContactForm, *, status: int = 200) -> HttpResponse:
    return render(request, "contacts/add.html", AddPage(gettext("Add a contact")), status=status, form=form)


def _one(request: Asking, held: Contact, form: ContactForm, *, status: int = 200) -> HttpResponse:
    day = today()
    others = [other for other in contacts_of(request.actor, held.state) if other.pk != held.pk] if held.state else []
    page = ContactPage(
        title=called(held),
        opening=_opening(held, day),
        number=held.pk,
        version=held.version,
        is_over=held.until is not None and held.until < day,
        has_term=bool(held.person),
        ends=day - timedelta(days=1),
        others=tuple(line_of(other, day) for other in others),
        called=tuple(Called(key, name, direction(key), organization_in(held, key)) for key, name in OFFICIAL.items()),
        letters=tuple(
            LetterLine(
                each.letter,
                reverse("workspace:letter", args=[each.letter]),
                gettext(DeliveryState(each.state).label),
                (each.ended_at or each.queued_at).date(),
            )
            for each in letters_to(request.actor, held)
        ),
        entries=tuple(
            EntryLine(
                each.at,
                gettext(ContactHappening(each.happening).label),
                each.actor,
                wording.listed([field_told(name) for name in each.details.split()]),
            )
            for each in entries(request.actor, contact=held.pk)
        ),
    )
    return render(request, "contacts/one.html", page, status=status, form=form)


def _opening(held: Contact, day: date) -> str:
    line = line_of(held, day)
    name = shipped_names().in_sentence(held.state, wording.language()) if held.state else ""
    return wording.parted([*([name] if name else []), line.detail, *line.marks])
