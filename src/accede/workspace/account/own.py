"""One's own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from accede.accounts.choose_digest import choose_digest
from accede.accounts.models import AccountEntry, Happening
from accede.accounts.policy import Role
from accede.publishing.languages import LANGUAGES
from accede.workspace.asking import Asking
from accede.workspace.screens import render, see_other

LATEST = 10
"""Entries of the log that are shown."""


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term of office in words; `state` tells whether it runs."""

    role: str
    presidency: str
    starts: date
    ends: date | None
    state: str


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """Something that happened to the account."""

    at: datetime
    what: str
    by: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A language by its own name."""

    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What the account page shows."""

    title: str
    name: str
    email: str
    terms: tuple[OwnTerm, ...]
    languages: tuple[Choice, ...]
    wants_digest: bool
    entries: tuple[OwnEntry, ...]


def own(request: Asking) -> HttpResponse:
    """The account, its terms of office and what happened to it."""
    user, today = request.user, datetime.now(UTC).date()
    entries = AccountEntry.objects.filter(account=user.username)[:LATEST]
    page = OwnPage(
        title=gettext("Your account"),
        name=user.username,
        email=user.email,
        terms=tuple(
            OwnTerm(
                role=gettext(Role(term.role).label),
                presidency=term.presidency,
                starts=term.starts,
                ends=term.ended_at.date() if term.ended_at else term.ends,
                state=_state(term.runs_on(today), is_to_come=term.starts > today and not term.is_over),
            )
            for term in user.terms.all()
        ),
        languages=tuple(Choice(key, name, key == user.language) for key, name in LANGUAGES.items()),
        wants_digest=user.wants_digest,
        entries=tuple(
            OwnEntry(
                at=entry.at,
                what=gettext(Happening(entry.happening).label),
                by="" if entry.actor == user.username else entry.actor,
                address=entry.address or "",
            )
            for entry in entries
        ),
    )
    return render(request, "account/own.html", page)


def language(request: Asking) -> HttpResponse:
    """Keep the language of the workspace."""
    chosen = request.POST.get("language", "")
    if chosen in ("", *LANGUAGES):
        request.user.language = chosen
        request.user.save(update_fields=["language"])
        messages.success(request, gettext("The language is kept; it is used from this page on."))
    return see_other(reverse("account"))


def digest(request: Asking) -> HttpResponse:
    """Keep whether a daily mail is wanted."""
    wanted = bool(request.POST.get("wanted"))
    choose_digest(request.user, wanted)
    said = gettext("The mail comes once a day while something waits.") if wanted else gettext("No daily mail comes.")
    messages.success(request, said)
    return see_other(reverse("account"))


def _state(runs: bool, *, is_to_come: bool) -> str:
    if runs:
        return gettext("runs")
    return gettext("to come") if is_to_come else gettext("over")
