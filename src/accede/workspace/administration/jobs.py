"""Work in the background: asked for, how far it is, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from accede.publishing import wording
from accede.records import jobs as asked
from accede.records.models import Job, JobState
from accede.vocabulary.errors import UnknownName
from accede.workspace.administration.frame import MOST, back_to, shown
from accede.workspace.asking import Asking
from accede.workspace.work import kind_named

ASKED_HERE = ("backup", "verify", "digest")
"""What can be asked for without saying more."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job: `done` of `of` for a bar (`of` is 0 where nobody knows), `told` what came of it or why it failed."""

    id: int
    kind: str
    state: str
    is_open: bool
    is_running: bool
    is_unwanted: bool
    by: str
    asked_at: datetime
    ended_at: datetime | None
    attempts: int
    done: int
    of: int
    message: str
    told: str
    can_again: bool


@dataclass(frozen=True, slots=True)
class AskLine:
    """A kind of work that can be asked for."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class JobsPage:
    """All jobs that the person may see. `warning` where nobody works; `is_moving` while one waits or runs."""

    title: str
    opening: str
    warning: str
    is_moving: bool
    jobs: tuple[JobLine, ...]
    asks: tuple[AskLine, ...]


@dataclass(frozen=True, slots=True)
class JobPage:
    """One job."""

    title: str
    job: JobLine
    warning: str


def jobs(request: Asking) -> HttpResponse:
    """What runs, waits and has ended, the newest first."""
    found = asked.jobs_for(request.actor)
    open_now = found.filter(state__in=[state.value for state in JobState if state.is_open]).count()
    opening = (
        ngettext("%(number)s job waits or runs.", "%(number)s jobs wait or run.", open_now) % {"number": open_now}
        if open_now
        else gettext("Nothing waits or runs.")
    )
    page = JobsPage(
        title=gettext("Jobs"),
        opening=opening,
        warning=_warning(),
        is_moving=bool(open_now),
        jobs=tuple(_line(job) for job in found[:MOST]),
        asks=tuple(AskLine(key, gettext(kind_named(key).label)) for key in ASKED_HERE),
    )
    template = "jobs_list.html" if "HX-Request" in request.headers else "jobs.html"
    return shown(request, template, page)


def job(request: Asking, number: int) -> HttpResponse:
    """One job, to who asked for it and to administrators."""
    line = _line(asked.job_for(request.actor, number))
    page = JobPage(title=line.kind, job=line, warning=_warning() if line.is_open else "")
    return shown(request, "job_state.html" if "HX-Request" in request.headers else "job.html", page)


def ask(request: Asking, key: str) -> HttpResponse:
    """Ask for a piece of work."""
    if key not in ASKED_HERE:
        raise UnknownName("this cannot be asked for here", where=key, remedy="Use the page of it")
    kind = kind_named(key)
    made = asked.ask(request.actor, kind, kind.arguments())
    return to_job(made)


def cancel(request: Asking, number: int) -> HttpResponse:
    """Cancel a job."""
    cancelled = asked.cancel(request.actor, number)
    said = gettext("It is cancelled.") if cancelled.ended_at else gettext("It is being stopped.")
    messages.success(request, said)
    return to_job(cancelled)


def again(request: Asking, number: int) -> HttpResponse:
    """Ask for the same once more."""
    held = asked.job_for(request.actor, number)
    return to_job(asked.again(request.actor, kind_named(held.kind), number))


def to_job(job: Job) -> HttpResponse:
    """The page of a job, after it was asked for."""
    return back_to("job", job.pk)


def workers_are_there() -> bool:
    """Whether anybody works."""
    return bool(asked.workers(datetime.now(UTC)))


def _warning() -> str:
    if workers_are_there():
        return ""
    return gettext("Nobody works: start `accede serve` without --no-work, or `accede work`. What is asked for waits.")


def _line(job: Job) -> JobLine:
    kind, state = kind_named(job.kind), JobState(job.state)
    result = kind.result_of(job)
    return JobLine(
        id=job.pk,
        kind=gettext(kind.label),
        state=gettext(state.label),
        is_open=state.is_open,
        is_running=state is JobState.RUNNING,
        is_unwanted=job.is_unwanted,
        by=job.asked_by,
        asked_at=job.asked_at,
        ended_at=job.ended_at,
        attempts=job.attempts,
        done=job.done,
        of=job.of,
        message=_message(job) if state is JobState.RUNNING else "",
        told=kind.tells(result) if result is not None else job.error,
        can_again=not state.is_open and job.kind in ASKED_HERE,
    )


def _message(job: Job) -> str:
    if not job.message:
        return gettext("begun")
    so_far = wording.in_thousands(job.done)
    if job.of:
        return gettext("%(what)s: %(done)s of %(of)s") % {
            "what": gettext(job.message),
            "done": so_far,
            "of": wording.in_thousands(job.of),
        }
    return gettext("%(what)s: %(done)s") % {"what": gettext(job.message), "done": so_far}
