"""The end of a presidency in one step: what was looked at is ticked off, its terms end together, its records stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext, gettext_lazy, gettext_noop, ngettext

from accede.accounts.address import address_of
from accede.accounts.end_term import end_presidency
from accede.accounts.models import Term
from accede.accounts.policy import Role
from accede.accounts.roster import presidencies
from accede.publishing import wording
from accede.records.reviewing import Stage, waiting
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.administration.frame import AdministrationForm, back_to, shown
from accede.workspace.asking import Asking

CHECKED = (
    ("drafts", gettext_noop("What its people recorded was reviewed, or is known to wait (listed above).")),
    ("letters", gettext_noop("Letters sent in its name, and the replies, are recorded.")),
    ("papers", gettext_noop("Papers that it cleared are sealed, or handed over as drafts.")),
    ("handover", gettext_noop("The hand-over note was written for the next presidency.")),
    ("next", gettext_noop("The next presidency's people are invited, or it is known who will be.")),
)
"""What is looked at before a presidency ends."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A term of office that ends with the presidency; `waits` is how many records of the person wait for review."""

    name: str
    role: str
    ends: date | None
    waits: int
    keeps: str


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """What the page of a hand-over shows."""

    title: str
    opening: str
    presidency: str
    terms: tuple[Ending, ...]


class HandoverForm(AdministrationForm):
    """What was looked at, and why the presidency ends."""

    checked = forms.MultipleChoiceField(
        label=gettext_lazy("Before it ends"),
        choices=lambda: [(key, gettext(words)) for key, words in CHECKED],
        widget=forms.CheckboxSelectMultiple,
    )
    why = forms.CharField(
        label=gettext_lazy("Why it ends"),
        max_length=500,
        help_text=gettext_lazy("Kept in the log of accounts, as “Hand-over at the 24MSP”."),
    )

    def clean_checked(self) -> list[str]:
        """Everything is ticked."""
        ticked: list[str] = self.cleaned_data["checked"]
        if set(ticked) != {key for key, _ in CHECKED}:
            raise forms.ValidationError(gettext("Tick each point when it is done; nothing was ended."))
        return ticked


def handover(request: Asking, presidency: str) -> HttpResponse:
    """Look at everything, then end all its terms."""
    today = datetime.now(UTC).date()
    if presidency not in presidencies(today):
        raise UnknownName("no term of office of this presidency runs", where=presidency, remedy="Look at the accounts")
    form = HandoverForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ended = end_presidency(request.actor, presidency, why=form.cleaned_data["why"], address=address_of(request))
        except Refused as error:
            form.refuse(error)
        else:
            told = ngettext(
                "%(number)s term of office of the presidency is ended. Its records stay.",
                "%(number)s terms of office of the presidency are ended. Its records stay.",
                len(ended),
            )
            messages.success(request, told % {"number": len(ended)})
            return back_to("people")
    page = _page(presidency, today)
    return shown(request, "handover.html", page, status=400 if request.method == "POST" else 200, form=form)


def _page(presidency: str, today: date) -> HandoverPage:
    open_ended = Q(ends=None) | Q(ends__gte=today)
    terms = list(
        Term.objects.filter(open_ended, presidency=presidency, ended_at=None)
        .select_related("user")
        .order_by("user__username", "role")
    )
    pending = [one.row.recorded_by for one in waiting(Stage.PENDING)]
    others: dict[int, list[str]] = {}
    for other in Term.objects.filter(user__in=[term.user_id for term in terms]).exclude(presidency=presidency):
        if other.runs_on(today):
            others.setdefault(other.user_id, []).append(gettext(Role(other.role).label))
    people = len({term.user_id for term in terms})
    opening = ngettext(
        "%(number)s person of this presidency has a term of office. All terms end at once; records and entries stay as they are.",
        "%(number)s persons of this presidency have terms of office. All end at once; records and entries stay as they are.",
        people,
    )
    return HandoverPage(
        title=gettext("End of the presidency %(name)s") % {"name": presidency},
        opening=opening % {"number": people},
        presidency=presidency,
        terms=tuple(
            Ending(
                term.user.username,
                gettext(Role(term.role).label),
                term.ends,
                pending.count(term.user.username),
                wording.listed(others.get(term.user_id, [])),
            )
            for term in terms
        ),
    )
