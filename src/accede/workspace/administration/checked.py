"""When the register was last held against its seals by a job, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from accede.publishing import wording
from accede.records.models import Job, JobState
from accede.workspace.work import kind_named


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """`sentence` says it; `ok` is None where nobody has looked."""

    ok: bool | None
    sentence: str
    at: datetime | None
    job: int


def last_check() -> CheckedLine:
    """What the last check found."""
    kind = kind_named("verify")
    job = Job.objects.filter(kind=kind.key, state=JobState.DONE.value).order_by("-ended_at").first()
    result = kind.result_of(job) if job else None
    if job is None or job.ended_at is None or result is None:
        return CheckedLine(None, gettext("Nobody has checked the chain from here yet."), None, 0)
    when = gettext("Checked on %(instant)s.") % {"instant": wording.instant(job.ended_at)}
    return CheckedLine(result.ok, f"{kind.tells(result)} {when}", job.ended_at, job.pk)
