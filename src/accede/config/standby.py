"""The public site on a standby of PostgreSQL: how old what it reads may be, and that nothing older is shown.

A page shows the register of the head of the audit chain that it read, and says so; what it cannot know is whether the primary
has gone on. While the standby hears from its primary and has applied what it heard, a page is as new as the last write that
anybody was told of (`synchronous_commit = remote_apply`). When it hears nothing, nothing newer may exist (the primary is down,
and nobody writes) or may (it was cut off). So pages are answered for a while, long enough to promote the standby, and then
refused: what was withdrawn in the meantime must not be shown for ever.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

LOOKS_EVERY = 5.0
"""Seconds between two looks of a process."""

_LOOK = """
SELECT pg_is_in_recovery(),
       EXISTS (SELECT FROM pg_stat_wal_receiver),
       pg_last_wal_receive_lsn() IS NOT DISTINCT FROM pg_last_wal_replay_lsn(),
       coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()), 0)::float8
"""


class Hearing:
    """For how long this process's database may be behind: 0.0 on a primary, and on a standby that hears and keeps up."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._looked_at = float("-inf")
        self._silent_since: float | None = None
        self._behind = 0.0

    def behind(self) -> float:
        """Seconds. Raises the database's own error where it cannot be asked."""
        if connection.vendor != "postgresql":
            return 0.0
        now = time.monotonic()
        with self._lock:
            if now - self._looked_at < LOOKS_EVERY:
                return self._behind
            self._looked_at = now
        found = self._looked(now)
        with self._lock:
            self._behind = found
        return found

    def _looked(self, now: float) -> float:
        with connection.cursor() as cursor:
            cursor.execute(_LOOK)
            is_standby, hears, has_applied, since_last = cursor.fetchone()
        if not is_standby or hears:
            self._silent_since = None
            return since_last if is_standby and not has_applied else 0.0
        if self._silent_since is None:
            self._silent_since = now
        return max(now - self._silent_since, LOOKS_EVERY)


hearing = Hearing()


def is_too_old() -> bool:
    """Whether what is read here may be older than anybody should be shown."""
    return hearing.behind() > settings.ACCEDE_STANDBY_MINUTES * 60


class NothingOld:
    """Middleware that refuses pages of a standby which has not heard from its primary for too long.

    503, so that a proxy asks the next server; who watches is told by `/readyz`.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in ("/healthz", "/readyz") and is_too_old():
            return HttpResponse(
                "This copy of the register has lost touch with the register itself. Please try again in a minute.\n",
                status=503,
                content_type="text/plain; charset=utf-8",
                headers={"Retry-After": "60", "Cache-Control": "no-store"},
            )
        return self.answer(request)
