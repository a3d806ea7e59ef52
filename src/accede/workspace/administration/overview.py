"""The first page of administration: what needs attention, and where everything is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.roster import open_invitations, presidencies, roster
from accede.publishing import wording
from accede.records.lock import head
from accede.records.models import Job, JobState
from accede.workspace.administration.frame import shown
from accede.workspace.administration.health import Finding, findings, opening
from accede.workspace.asking import Asking


@dataclass(frozen=True, slots=True)
class Part:
    """A part of administration: its name, its address, and what there is."""

    name: str
    address: str
    detail: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the first page shows; `unwell` are the findings that need somebody."""

    title: str
    opening: str
    unwell: tuple[Finding, ...]
    parts: tuple[Part, ...]


def overview(request: Asking) -> HttpResponse:
    """What needs attention first."""
    found = tuple(findings())
    page = OverviewPage(
        title=gettext("Administration"),
        opening=opening(found),
        unwell=tuple(each for each in found if not each.is_well),
        parts=_parts(),
    )
    return shown(request, "overview.html", page)


def _parts() -> tuple[Part, ...]:
    now = datetime.now(UTC)
    accounts, invited, newest = len(roster(now.date())), len(open_invitations(now)), head()
    running = Job.objects.filter(state__in=[state.value for state in JobState if state.is_open]).count()
    people = ngettext("%(number)s account", "%(number)s accounts", accounts) % {"number": accounts}
    if invited:
        more = ngettext("%(number)s invitation is open", "%(number)s invitations are open", invited)
        people = wording.parted((people, more % {"number": invited}))
    if named := presidencies(now.date()):
        people = wording.parted((people, wording.listed(named)))
    return (
        Part(gettext("Accounts"), reverse("workspace:people"), people),
        Part(gettext("Names of States"), reverse("workspace:names"), gettext("names, other spellings, with dates")),
        Part(gettext("Occasions"), reverse("workspace:occasions"), gettext("meetings, sessions, other forums")),
        Part(gettext("Treaties"), reverse("workspace:treaties"), gettext("the file of each, and what it would change")),
        Part(
            gettext("Audit trail"),
            reverse("workspace:audit"),
            gettext("up to entry %(number)s") % {"number": newest.number if newest else 0},
        ),
        Part(gettext("Log of accounts"), reverse("workspace:accounts-log"), gettext("sign-ins, terms, factors")),
        Part(
            gettext("Jobs"),
            reverse("workspace:jobs"),
            ngettext("%(number)s is open", "%(number)s are open", running) % {"number": running},
        ),
        Part(gettext("Backups"), reverse("workspace:backups"), gettext("made now, taken away")),
        Part(gettext("Health"), reverse("workspace:health"), gettext("what is well, and how it is set up")),
    )
