"""One account: its terms of office, and what an administrator can do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.accounts.address import address_of
from accede.accounts.change_address import change_address
from accede.accounts.end_term import end_term
from accede.accounts.grant import grant
from accede.accounts.lock import lock, unlock
from accede.accounts.models import AccountEntry, Happening, Term, User
from accede.accounts.named import account_named
from accede.accounts.policy import Role
from accede.accounts.reset_second_factor import reset_second_factor
from accede.accounts.second_factor import is_set_up
from accede.accounts.sign_out import sign_out_everywhere
from accede.publishing import wording
from accede.vocabulary.errors import Refused
from accede.workspace.administration.frame import AdministrationForm, back_to, shown
from accede.workspace.administration.people import role_field
from accede.workspace.asking import Asking

LATEST = 20
"""Entries of the log that are shown."""


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of office; `can_end` where it runs or is to come."""

    id: int
    role: str
    presidency: str
    starts: date
    ends: date | None
    state: str
    detail: str
    can_end: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened to the account."""

    at: datetime
    what: str
    by: str
    details: str
    address: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the page of an account shows."""

    title: str
    opening: str
    name: str
    email: str
    is_locked: bool
    is_self: bool
    has_second_factor: bool
    terms: tuple[TermLine, ...]
    entries: tuple[Entry, ...]


class GrantForm(AdministrationForm):
    """A term of office to grant."""

    roles = role_field()
    presidency = forms.CharField(
        label=gettext_lazy("Presidency that the roles belong to"), required=False, max_length=100
    )
    starts = forms.DateField(
        label=gettext_lazy("First day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: today."),
    )
    ends = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: until further notice."),
    )


def person(request: Asking, name: str) -> HttpResponse:
    """The account; when a term is granted, the page again."""
    user = account_named(name)
    form = GrantForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            granted = grant(
                request.actor,
                user,
                [Role(role) for role in given["roles"]],
                presidency=given["presidency"],
                starts=given["starts"],
                ends=given["ends"],
                address=address_of(request),
            )
        except Refused as error:
            form.refuse(error)
        else:
            told = ngettext(
                "%(number)s term of office is granted.", "%(number)s terms of office are granted.", len(granted)
            )
            messages.success(request, told % {"number": len(granted)})
            return back_to("person", name)
    page = _page(request, user)
    return shown(request, "person.html", page, status=400 if request.method == "POST" else 200, form=form)


def end(request: Asking, name: str, number: int) -> HttpResponse:
    """End a term of office, with a reason."""
    if not Term.objects.filter(pk=number, user__username=name).exists():
        raise Refused("this account has no such term of office", where=name, remedy="Look at it again")
    end_term(request.actor, number, why=request.POST.get("why", ""), address=address_of(request))
    return _done(request, name, gettext("The term of office is ended."))


def lock_out(request: Asking, name: str) -> HttpResponse:
    """Lock the account, with a reason."""
    lock(request.actor, account_named(name), why=request.POST.get("why", ""), address=address_of(request))
    return _done(request, name, gettext("The account is locked, and its sessions are ended."))


def let_in(request: Asking, name: str) -> HttpResponse:
    """Unlock the account."""
    unlock(request.actor, account_named(name), address=address_of(request))
    return _done(request, name, gettext("The account can sign in again."))


def reset_factor(request: Asking, name: str) -> HttpResponse:
    """Take away a second factor that was lost."""
    reset_second_factor(request.actor, account_named(name), address=address_of(request))
    return _done(request, name, gettext("A new second factor is set up at the next sign-in; sessions are ended."))


def readdress(request: Asking, name: str) -> HttpResponse:
    """Give the account another address for mail."""
    change_address(request.actor, account_named(name), request.POST.get("email", ""), address=address_of(request))
    return _done(request, name, gettext("The address for mail is kept."))


def end_sessions(request: Asking, name: str) -> HttpResponse:
    """End all sessions of the account."""
    sign_out_everywhere(request.actor, account_named(name), address=address_of(request))
    return _done(request, name, gettext("All sessions of the account are ended."))


def _done(request: Asking, name: str, said: str) -> HttpResponse:
    messages.success(request, said)
    return back_to("person", name)


def _page(request: Asking, user: User) -> PersonPage:
    today = datetime.now(UTC).date()
    terms = tuple(user.terms.all())
    running = [gettext(Role(term.role).label) for term in terms if term.runs_on(today) and user.is_active]
    opening = (
        gettext("%(name)s is %(roles)s today.") % {"name": user.username, "roles": wording.listed(running)}
        if running
        else gettext("%(name)s has no role today.") % {"name": user.username}
    )
    return PersonPage(
        title=user.username,
        opening=opening,
        name=user.username,
        email=user.email,
        is_locked=not user.is_active,
        is_self=user.username == request.actor.name,
        has_second_factor=is_set_up(user),
        terms=tuple(_term(term, today) for term in terms),
        entries=tuple(
            Entry(one.at, gettext(Happening(one.happening).label), one.actor, one.details, one.address or "")
            for one in AccountEntry.objects.filter(account=user.username)[:LATEST]
        ),
    )


def _term(term: Term, today: date) -> TermLine:
    runs = term.runs_on(today)
    is_to_come = not term.is_over and term.starts > today
    return TermLine(
        id=term.pk,
        role=gettext(Role(term.role).label),
        presidency=term.presidency,
        starts=term.starts,
        ends=term.ended_at.date() if term.ended_at else term.ends,
        state=gettext("runs") if runs else gettext("to come") if is_to_come else gettext("over"),
        detail=gettext("ended by %(who)s: %(why)s") % {"who": term.ended_by, "why": term.why} if term.is_over else "",
        can_end=runs or is_to_come,
    )
