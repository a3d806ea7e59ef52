"""All accounts, invitations, and inviting somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.accounts import invite as inviting
from accede.accounts.address import address_of
from accede.accounts.letters import send_invitation
from accede.accounts.models import Invitation
from accede.accounts.policy import Role
from accede.accounts.roster import Account, open_invitations, presidencies, roster
from accede.publishing import wording
from accede.vocabulary.errors import Refused
from accede.workspace.administration.frame import AdministrationForm, back_to, shown
from accede.workspace.asking import Asking


@dataclass(frozen=True, slots=True)
class Person:
    """An account in the list. `roles` are those of today; `notes` what an administrator should know."""

    name: str
    email: str
    roles: str
    until: date | None
    notes: str
    last_sign_in: datetime | None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that can be accepted still."""

    id: int
    email: str
    roles: str
    presidency: str
    by: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """What the page of accounts shows. `presidencies` are those that could be handed over."""

    title: str
    opening: str
    people: tuple[Person, ...]
    invited: tuple[Invited, ...]
    presidencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitePage:
    """The form of an invitation; `link` is shown once, after it was made."""

    title: str
    link: str
    is_sent: bool
    email: str


def role_field(*, required: bool = True) -> forms.MultipleChoiceField:
    """Roles to tick, in the order of the policy."""
    return forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        required=required,
        choices=lambda: [(role.value, gettext(role.label)) for role in Role],
        widget=forms.CheckboxSelectMultiple,
    )


class InviteForm(AdministrationForm):
    """Whom to invite to what."""

    email = forms.EmailField(label=gettext_lazy("Address for mail"), max_length=254)
    roles = role_field()
    presidency = forms.CharField(
        label=gettext_lazy("Presidency that the roles belong to"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("As “Norway 2026”; its terms end together. Empty for those of the secretariat."),
    )
    until = forms.DateField(
        label=gettext_lazy("Last day of the term"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: until further notice."),
    )


def people(request: Asking) -> HttpResponse:
    """Who has an account, with which roles today."""
    now = datetime.now(UTC)
    accounts = roster(now.date())
    page = PeoplePage(
        title=gettext("Accounts"),
        opening=_opening(accounts),
        people=tuple(_person(one, now.date()) for one in accounts),
        invited=tuple(_invited(one) for one in open_invitations(now)),
        presidencies=presidencies(now.date()),
    )
    return shown(request, "people.html", page)


def invite(request: Asking) -> HttpResponse:
    """Invite somebody; the link is shown once, and sent where mail can be."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    title = gettext("Invite somebody")
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            invited = inviting.invite(
                request.actor,
                given["email"],
                [Role(role) for role in given["roles"]],
                presidency=given["presidency"],
                until=given["until"],
                address=address_of(request),
            )
        except Refused as error:
            form.refuse(error)
        else:
            link = _link(request, invited.token)
            return shown(
                request, "invited.html", InvitePage(title, link, _is_sent(request, invited, link), given["email"])
            )
    page = InvitePage(title, "", False, "")
    return shown(request, "invite.html", page, status=400 if request.method == "POST" else 200, form=form)


def withdraw_invitation(request: Asking, number: int) -> HttpResponse:
    """Let an invitation lead nowhere any more."""
    withdrawn = inviting.withdraw(request.actor, number, address=address_of(request))
    messages.success(request, gettext("The invitation of %(email)s is withdrawn.") % {"email": withdrawn.email})
    return back_to("people")


def _link(request: Asking, token: str) -> str:
    path = reverse("account_invitation", kwargs={"token": token})
    return f"{settings.ACCEDE_ADDRESS}{path}" if settings.ACCEDE_ADDRESS else request.build_absolute_uri(path)


def _is_sent(request: Asking, invited: inviting.Invited, link: str) -> bool:
    try:
        return send_invitation(invited, link)
    except OSError:
        messages.error(request, gettext("The mail server did not take the mail. Pass the link on yourself."))
        return False


def _opening(accounts: tuple[Account, ...]) -> str:
    working = sum(bool(one.roles) for one in accounts)
    told = ngettext("%(number)s account has a role today.", "%(number)s accounts have a role today.", working) % {
        "number": wording.in_thousands(working)
    }
    without = len(accounts) - working
    if without:
        more = ngettext("%(number)s has none.", "%(number)s have none.", without)
        told = f"{told} {more % {'number': wording.in_thousands(without)}}"
    return told


def _person(account: Account, today: date) -> Person:
    notes = []
    if account.is_locked:
        notes.append(gettext("locked"))
    if not account.has_second_factor:
        notes.append(gettext("no second factor yet"))
    running = [term.ends for term in account.terms if term.runs_on(today)]
    ends = [day for day in running if day]
    return Person(
        name=account.name,
        email=account.email,
        roles=wording.listed([gettext(role.label) for role in account.roles]),
        until=max(ends) if ends and len(ends) == len(running) else None,
        notes=wording.parted(notes),
        last_sign_in=account.last_sign_in,
    )


def _invited(one: Invitation) -> Invited:
    return Invited(
        id=one.pk,
        email=one.email,
        roles=wording.listed([gettext(role.label) for role in one.role_set]),
        presidency=one.presidency,
        by=one.invited_by,
        expires_at=one.expires_at,
    )
