"""Whether the site lives, and whether it can answer: for the programs that watch over it. No session, no secret, no page."""

from __future__ import annotations

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse

from accede.config.standby import is_too_old
from accede.records.lock import head


def alive(request: HttpRequest) -> HttpResponse:
    """The process answers; whether it should be started anew is asked of nothing else."""
    return _said("alive", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """200 where the database answers and holds a register of this version, else 503 with the reason; a few queries."""
    problem = what_is_missing()
    return _said(problem or "ready", 503 if problem else 200)


def what_is_missing() -> str:
    """Why nothing can be answered; "" where everything is there."""
    try:
        if head() is None:
            return "no register is set up"
        if not _migrations() <= set(MigrationRecorder.Migration.objects.values_list("app", "name")):
            return "the register has not been brought to this version"
        if is_too_old():
            return "the standby has lost its primary"
    except DatabaseError:
        connection.close()
        return "the database does not answer as it should"
    return ""


@cache
def _migrations() -> frozenset[tuple[str, str]]:
    """Those of this version, without those that others stand for."""
    held = MigrationLoader(None).disk_migrations
    return frozenset(key for key, migration in held.items() if not migration.replaces)


def _said(what: str, status: int) -> HttpResponse:
    return HttpResponse(f"{what}\n", status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
