"""Whether the machine is well, and how it is set up: which settings are set, and no secret."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.accounts.letters import can_send
from accede.publishing import wording
from accede.records import guard, jobs
from accede.records.lock import head
from accede.records.models import Job, JobState
from accede.workspace.administration.checked import last_check
from accede.workspace.administration.frame import shown
from accede.workspace.asking import Asking
from accede.workspace.work.backup import backups

LITTLE = 1_000_000_000
"""Bytes left on the disk under which somebody should look."""
OLD = timedelta(days=7)

SETTINGS = (
    ("ACCEDE_HOME", False),
    ("DATABASE_URL", True),
    ("ACCEDE_ADDRESS", False),
    ("ACCEDE_HOSTS", False),
    ("ACCEDE_TREATY", False),
    ("ACCEDE_PROXIES", False),
    ("ACCEDE_SECOND_FACTOR", False),
    ("ACCEDE_SMTP", True),
    ("ACCEDE_MAIL_FROM", False),
    ("ACCEDE_SECRET_KEY", True),
    ("ACCEDE_PUBLISH_DIR", False),
    ("ACCEDE_BACKUPS_KEPT", False),
    ("ACCEDE_DIGEST_HOUR", False),
    ("ACCEDE_OIDC_ISSUER", False),
    ("ACCEDE_OIDC_CLIENT", True),
    ("ACCEDE_OIDC_SECRET", True),
    ("ACCEDE_LOG", False),
    ("ACCEDE_SLOW_QUERY_MS", False),
    ("ACCEDE_METRICS_TOKEN", True),
)
"""What is set from outside, and whether its value is never shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, and what is to be done where not."""

    what: str
    is_well: bool
    said: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the environment; `value` is "" where it is secret or not set."""

    name: str
    is_set: bool
    value: str


@dataclass(frozen=True, slots=True)
class HealthPage:
    """What the page of health shows."""

    title: str
    opening: str
    findings: tuple[Finding, ...]
    settings: tuple[Setting, ...]


def health(request: Asking) -> HttpResponse:
    """What is well and what is not."""
    found = tuple(findings())
    page = HealthPage(
        title=gettext("Health"),
        opening=opening(found),
        findings=found,
        settings=tuple(_setting(name, is_secret) for name, is_secret in SETTINGS),
    )
    return shown(request, "health.html", page)


def opening(found: tuple[Finding, ...]) -> str:
    """The sentence of all findings."""
    unwell = sum(not each.is_well for each in found)
    if not unwell:
        return gettext("Everything that was looked at is well.")
    return ngettext("%(number)s thing needs attention.", "%(number)s things need attention.", unwell) % {
        "number": unwell
    }


def findings() -> Iterator[Finding]:
    """Everything that is looked at; cheap, so what takes long is told as it was last found."""
    now = datetime.now(UTC)
    yield from _register()
    checked = last_check()
    fresh = checked.at is not None and now - checked.at < OLD
    more = "" if fresh else gettext("Check it now.")
    yield Finding(gettext("Check of the register"), bool(checked.ok) and fresh, f"{checked.sentence} {more}".strip())
    yield _backup(now)
    yield _work(now)
    yield _disk()
    yield _mail()
    yield _second_factor()
    yield Finding(gettext("Version"), True, _version())


def _register() -> Iterator[Finding]:
    newest = head()
    told = (
        gettext("%(database)s; audit entry %(number)s of %(instant)s.")
        % {
            "database": "PostgreSQL" if connection.vendor == "postgresql" else "SQLite",
            "number": wording.in_thousands(newest.number),
            "instant": wording.instant(newest.at),
        }
        if newest
        else gettext("There is no register.")
    )
    yield Finding(gettext("Database"), newest is not None, told)
    lacking = [*guard.missing(), *guard.foreign()]
    told = (
        gettext("Triggers are missing, changed or foreign (%(names)s): run the check.")
        % {"names": wording.listed(lacking[:5])}
        if lacking
        else gettext("Recorded rows cannot be changed or deleted.")
    )
    yield Finding(gettext("Guards of the tables"), not lacking, told)


def _backup(now: datetime) -> Finding:
    held = backups()
    if not held:
        return Finding(
            gettext("Last backup"), False, gettext("None was made here. Make one, or set up a timer for it.")
        )
    told = gettext("Made on %(instant)s.") % {"instant": wording.instant(held[0].made_at)}
    return Finding(gettext("Last backup"), now - held[0].made_at < OLD, told)


def _work(now: datetime) -> Finding:
    working = jobs.workers(now)
    failed = Job.objects.filter(state=JobState.FAILED.value, ended_at__gt=now - timedelta(days=1)).count()
    told = (
        ngettext("%(number)s worker is there.", "%(number)s workers are there.", len(working))
        % {"number": len(working)}
        if working
        else gettext("Nobody works: start `accede serve` without --no-work, or `accede work`. What is asked for waits.")
    )
    if failed:
        more = ngettext("%(number)s job failed in the last day.", "%(number)s jobs failed in the last day.", failed)
        told = f"{told} {more % {'number': failed}}"
    return Finding(gettext("Work in the background"), bool(working) and not failed, told)


def _disk() -> Finding:
    left = shutil.disk_usage(Path(settings.ACCEDE_HOME)).free
    told = gettext("%(number)s GB are free where the register lives.") % {"number": wording.in_thousands(left // 10**9)}
    return Finding(gettext("Disk"), left > LITTLE, told)


def _mail() -> Finding:
    if can_send():
        return Finding(gettext("Mail"), True, gettext("A mail server is set."))
    return Finding(
        gettext("Mail"),
        True,
        gettext("No mail server is set: links of invitations are passed on by hand, and there is no daily mail."),
    )


def _second_factor() -> Finding:
    optional = bool(settings.ACCEDE_SECOND_FACTOR_OPTIONAL)
    told = (
        gettext("Accounts may do without one: right for a machine of one's own only.")
        if optional
        else gettext("Every account needs one.")
    )
    return Finding(gettext("Second factor"), not optional, told)


def _version() -> str:
    try:
        accede = metadata.version("accede")
    except metadata.PackageNotFoundError:
        accede = gettext("not installed")
    return f"Accede {accede}, Django {django.get_version()}, Python {sys.version.partition(' ')[0]}"


def _setting(name: str, is_secret: bool) -> Setting:
    value = os.environ.get(name, "")
    return Setting(name, bool(value or os.environ.get(f"{name}_FILE")), "" if is_secret else value)
