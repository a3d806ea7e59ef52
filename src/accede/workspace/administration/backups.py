"""Backups of the machine: listed, made, taken away."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.address import address_of
from accede.accounts.entries import note
from accede.accounts.models import Happening
from accede.publishing import wording
from accede.workspace.administration.frame import shown
from accede.workspace.administration.jobs import workers_are_there
from accede.workspace.asking import Asking
from accede.workspace.work.backup import backup_named, backups

RECENTLY = 300.0
"""Seconds after which somebody who wants a backup proves once more who they are."""


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup; `size` in words."""

    name: str
    made_at: datetime
    size: str


@dataclass(frozen=True, slots=True)
class BackupsPage:
    """Those that are there."""

    title: str
    opening: str
    backups: tuple[BackupLine, ...]
    kept: int
    nobody_works: bool


def listed(request: Asking) -> HttpResponse:
    """The backups in ACCEDE_HOME/backups."""
    found = backups()
    opening = (
        gettext("The last backup was made on %(instant)s.") % {"instant": wording.instant(found[0].made_at)}
        if found
        else gettext("There is no backup here yet.")
    )
    page = BackupsPage(
        title=gettext("Backups"),
        opening=opening,
        backups=tuple(BackupLine(one.name, one.made_at, _size(one.bytes)) for one in found),
        kept=settings.ACCEDE_BACKUPS_KEPT,
        nobody_works=not workers_are_there(),
    )
    return shown(request, "backups.html", page)


def download(request: Asking, name: str) -> HttpResponseBase:
    """A backup, to who has just proved who they are: it holds every record, and the hashes of passwords."""
    file = backup_named(name)
    if not _is_proved(request):
        asked = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{asked}")
    details = gettext("backup taken away")
    note(request.actor.name, request.actor.name, Happening.CHANGED, f"{details}: {name}", address=address_of(request))
    response = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _is_proved(request: Asking) -> bool:
    """Whether the person signed in, or confirmed who they are, a short while ago."""
    records = get_authentication_records(request, request.user)
    latest: float = max((record["at"] for record in records), default=0.0)
    return time.time() - latest < RECENTLY


def _size(number: int) -> str:
    kilobytes = max(1, round(number / 1000))
    if kilobytes < 1000:
        return gettext("%(number)s kB") % {"number": wording.in_thousands(kilobytes)}
    megabytes = round(kilobytes / 1000)
    return ngettext("%(number)s MB", "%(number)s MB", megabytes) % {"number": wording.in_thousands(megabytes)}
