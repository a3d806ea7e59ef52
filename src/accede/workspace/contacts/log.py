"""The log of contacts: who did what when; what stood in a field is nowhere in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import gettext

from accede.outreach.contacts.log import entries
from accede.outreach.models import Contact, ContactHappening
from accede.publishing import wording
from accede.workspace.asking import Asking, number_in
from accede.workspace.contacts.told import WORDS, field_told
from accede.workspace.screens import render

MOST = 100


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry; `number` 0 where it is of many contacts or of one that is gone."""

    at: datetime
    what: str
    state: str
    details: str
    by: str
    number: int


@dataclass(frozen=True, slots=True)
class LogPage:
    """The newest entries; `older` is the address of those before."""

    title: str
    opening: str
    entries: tuple[LogLine, ...]
    older: str


def log(request: Asking) -> HttpResponse:
    """The entries, the newest first."""
    before = number_in(request.GET.get("before", "")) or None
    found = entries(request.actor, before=before, most=MOST + 1)
    held = set(Contact.objects.filter(pk__in=[one.contact for one in found]).values_list("pk", flat=True))
    page = LogPage(
        title=gettext("Log of contacts"),
        opening=gettext(
            "Who did what when. What stood in a field is not here, so that the log can stay when a contact goes."
        ),
        entries=tuple(
            LogLine(
                at=one.at,
                what=gettext(ContactHappening(one.happening).label),
                state=wording.name(one.state) if one.state else "",
                details=_details(one.details),
                by=one.actor,
                number=one.contact if one.contact in held else 0,
            )
            for one in found[:MOST]
        ),
        older=f"?before={found[MOST - 1].pk}" if len(found) > MOST else "",
    )
    return render(request, "contacts/log.html", page)


def _details(details: str) -> str:
    """Names of fields in words; a number with a format as it stands."""
    words = details.split()
    return wording.listed([field_told(name) for name in words]) if words and words[0] in WORDS else details
