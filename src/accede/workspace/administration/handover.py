"""The end of a presidency in one step: what was looked at is ticked off, terms end together, tasks go on, records stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext, gettext_lazy, gettext_noop, ngettext

from accede.accounts.address import address_of
from accede.accounts.models import Term
from accede.accounts.policy import Role
from accede.accounts.roster import presidencies
from accede.outreach.tasks.hand_over import hand_over, mark
from accede.outreach.tasks.held import workers
from accede.outreach.tasks.threads import open_threads
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
    ("threads", gettext_noop("What stands open (listed above) is known to the next presidency.")),
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
class Open:
    """Something that stands open: what, and how much of it. What it says is for those who work on it."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """What the page of a hand-over shows."""

    title: str
    opening: str
    presidency: str
    terms: tuple[Ending, ...]
    open: tuple[Open, ...]


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
    to = forms.ChoiceField(
        label=gettext_lazy("Who gets its open tasks"),
        required=False,
        help_text=gettext_lazy("Those of people who then work on letters no more. Nobody yet: they wait to be taken."),
    )
    seen = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, seen: str = "", **further: Any) -> None:
        super().__init__(data, initial={"seen": seen}, **further)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = [("", gettext("nobody yet")), *((name, name) for name in workers())]

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
    treaty = settings.ACCEDE_TREATY
    form = HandoverForm(request.POST if request.method == "POST" else None, seen=mark(treaty))
    if request.method == "POST" and form.is_valid():
        try:
            done = hand_over(
                request.actor,
                presidency,
                treaty=treaty,
                why=form.cleaned_data["why"],
                to=form.cleaned_data["to"],
                seen=form.cleaned_data["seen"] or None,
                address=address_of(request),
            )
        except Refused as error:
            form.refuse(error)
            form.data = _seen_now(request, treaty)
        else:
            ended = done.terms
            told = ngettext(
                "%(number)s term of office of the presidency is ended. Its records stay.",
                "%(number)s terms of office of the presidency are ended. Its records stay.",
                len(ended),
            )
            moved = ngettext("%(number)s task went on.", "%(number)s tasks went on.", done.tasks)
            messages.success(request, f"{told % {'number': len(ended)}} {moved % {'number': done.tasks}}")
            return back_to("people")
    page = _page(presidency, today)
    return shown(request, "handover.html", page, status=400 if request.method == "POST" else 200, form=form)


def _seen_now(request: Asking, treaty: str) -> QueryDict:
    """What was typed, with the list as it is now: who sends it again has looked at it."""
    data = request.POST.copy()
    data["seen"] = mark(treaty)
    return data


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
    counts = open_threads(settings.ACCEDE_TREATY).counts
    return HandoverPage(
        open=tuple(Open(gettext(each.label), number) for each, number in counts.items() if number),
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
