"""The log of accounts: who did what to which account. For administrators alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.accounts.models import AccountEntry, Happening
from accede.publishing import wording
from accede.workspace.administration.frame import MOST, AdministrationForm, shown
from accede.workspace.asking import Asking


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry of the log."""

    at: datetime
    account: str
    what: str
    by: str
    details: str
    address: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """What was found; `older` is the address of what was before."""

    title: str
    opening: str
    entries: tuple[LogLine, ...]
    older: str


class LogSearchForm(AdministrationForm):
    """What to look for."""

    account = forms.CharField(label=gettext_lazy("Account"), required=False, max_length=254)
    what = forms.ChoiceField(
        label=gettext_lazy("What happened"),
        required=False,
        choices=lambda: [("", gettext("anything")), *((one.value, gettext(one.label)) for one in Happening)],
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)


def log(request: Asking) -> HttpResponse:
    """The entries, the newest first."""
    form = LogSearchForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    found = AccountEntry.objects.order_by("-pk")
    if asked.get("account"):
        found = found.filter(account__icontains=asked["account"].strip())
    if asked.get("what"):
        found = found.filter(happening=asked["what"])
    number = found.count()
    if asked.get("before"):
        found = found.filter(pk__lt=asked["before"])
    entries = list(found[: MOST + 1])
    older = request.GET.copy()
    if len(entries) > MOST:
        older["before"] = str(entries[MOST - 1].pk)
    page = LogPage(
        title=gettext("Log of accounts"),
        opening=ngettext(
            "%(number)s entry, outside the audit trail, since it is about a person.",
            "%(number)s entries. They are outside the audit trail, since they are about persons.",
            number,
        )
        % {"number": wording.in_thousands(number)},
        entries=tuple(
            LogLine(
                one.at, one.account, gettext(Happening(one.happening).label), one.actor, one.details, one.address or ""
            )
            for one in entries[:MOST]
        ),
        older=f"?{older.urlencode()}" if len(entries) > MOST else "",
    )
    return shown(request, "accounts_log.html", page, form=form)
