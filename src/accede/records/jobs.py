"""Work in the background: asked for, held by one worker at a time on a lease, done, failed, cancelled.

A worker that is killed lets its lease run out, and another takes the job again: an interruption is no failed attempt. Only what
goes on being interrupted for longer than a day is taken to be the reason of it, and has its three attempts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.models import Job, JobState, Worker
from accede.vocabulary.errors import Refused, UnknownName

LEASE = timedelta(minutes=5)
"""How long a job is held after its worker was last heard of."""
ATTEMPTS = 3
UNBLAMED = timedelta(days=1)
"""From its first beginning, how long a job may be interrupted (its worker killed, the machine off) without being blamed for it."""
WAIT = timedelta(minutes=1)
"""Before the second attempt where the first met something that may pass; twice that before the third."""
KEPT = timedelta(days=90)
"""How long jobs that ended are listed."""
SEEN = timedelta(minutes=2)
"""A worker that was not seen for so long is taken to be gone."""
OURSELVES = "Accede"
"""Who asks for what is done every day."""

Arguments = TypeVar("Arguments")
Result = TypeVar("Result")
Doing = Callable[[str, int, int], None]
"""Called now and then with what is being done, how many of it are done, and of how many (0: nobody knows)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind(Generic[Arguments, Result]):
    """A kind of work. `arguments` and `results` are frozen dataclasses, kept as JSON; `tells` says a result in a sentence.

    `run` raises an AccedeError where it cannot be done, and an OSError where trying again may help. `daily_at` gives the
    hour (UTC) from which it is done by itself every day on which it `is_wanted`, with `arguments` as they are without being
    told; `every_minutes` so often, where it is done many times a day.
    """

    key: str
    label: str
    verb: Verb
    arguments: type[Arguments]
    results: type[Result]
    run: Callable[[Arguments, Doing], Result]
    tells: Callable[[Result], str]
    daily_at: Callable[[], int] | None = None
    every_minutes: Callable[[], int] | None = None
    is_wanted: Callable[[], bool] = field(default=lambda: True)

    def result_of(self, job: Job) -> Result | None:
        """What came of a job; None where nothing did."""
        return msgspec.json.decode(job.result, type=self.results) if job.result else None


class LeaseLostError(Exception):
    """Somebody else has taken the job meanwhile, or it ended. Never leaves the worker."""


def ask(
    actor: Actor, kind: JobKind[Arguments, Any], arguments: Arguments, *, not_before: datetime | None = None
) -> Job:
    """Ask for a piece of work; where the same is waiting or running already, that is it. Raises NotAllowed."""
    actor.must(kind.verb, where=kind.key)
    told, now = msgspec.json.encode(arguments).decode(), datetime.now(UTC)
    with transaction.atomic():
        same = _open().filter(kind=kind.key, arguments=told, is_unwanted=False).first()
        return same or _made(kind.key, told, actor.name, now, not_before or now)


def ask_daily(kinds: Collection[JobKind[Any, Any]], now: datetime) -> list[Job]:
    """Ask for what is done every day and has not been asked for today, however many workers do so."""
    made: list[Job] = []
    for kind in kinds:
        if kind.daily_at is None or now.hour < kind.daily_at():
            continue
        once = f"{kind.key} {now.date()}"
        if Job.objects.filter(once=once).exists() or not kind.is_wanted():
            continue
        made += _asked_once(kind, once, now)
    return made


def ask_again_and_again(kinds: Collection[JobKind[Any, Any]], now: datetime) -> list[Job]:
    """Ask for what is done every few minutes where none of it is open or was asked for meanwhile, however many workers do so.

    Of those that were done by themselves only the last is listed; those that failed stay.
    """
    made: list[Job] = []
    for kind in kinds:
        if kind.every_minutes is None or not kind.is_wanted():
            continue
        seconds = max(1, kind.every_minutes()) * 60
        if _open().filter(kind=kind.key).exists():
            continue
        if asked := _asked_once(kind, f"{kind.key} {int(now.timestamp()) // seconds}", now):
            done = Job.objects.filter(kind=kind.key, asked_by=OURSELVES, state=JobState.DONE.value)
            if last := done.order_by("-pk").first():
                done.filter(pk__lt=last.pk).delete()
            made += asked
    return made


def _asked_once(kind: JobKind[Any, Any], once: str, now: datetime) -> list[Job]:
    """The job, where nobody has asked for it under that name before."""
    defaults = {
        "kind": kind.key,
        "arguments": msgspec.json.encode(kind.arguments()).decode(),
        "asked_by": OURSELVES,
        "asked_at": now,
        "not_before": now,
        "state": JobState.WAITING.value,
    }
    job, is_new = Job.objects.get_or_create(once=once, defaults=defaults)
    return [job] if is_new else []


def claim(worker: str, kinds: Collection[str], now: datetime) -> Job | None:
    """Take the job of these kinds that has waited longest, or whose worker was not heard of for the time of a lease.

    Nobody else gets it until the lease has run out. A job that was interrupted goes on where it was in its attempts; one that is
    still being interrupted after a day fails after three more.
    """
    due = Q(state=JobState.WAITING.value, not_before__lte=now) | Q(state=JobState.RUNNING.value, leased_until__lt=now)
    if not Job.objects.filter(due, kind__in=kinds).exists():
        return None  # without the lock that a transaction takes on SQLite
    with transaction.atomic():
        waiting = Job.objects.select_for_update(skip_locked=True).filter(due, kind__in=kinds)
        for job in waiting.order_by("not_before", "pk"):
            if job.is_unwanted:
                _end(job, JobState.CANCELLED, now)
                continue
            job.started_at = job.started_at or now
            was_interrupted = job.state == JobState.RUNNING.value
            is_unblamed = was_interrupted and now - job.started_at <= UNBLAMED
            if job.attempts >= ATTEMPTS and not is_unblamed:
                _end(job, JobState.FAILED, now, error=job.error or "Its worker was ended again and again, for a day.")
            else:
                job.state, job.worker, job.leased_until = JobState.RUNNING.value, worker, now + LEASE
                job.attempts += not is_unblamed
                job.done, job.of, job.message = 0, 0, ""
                job.save()
                return job
    return None


def renew(job: Job, now: datetime, *, message: str, done: int, of: int) -> bool:
    """Say how far it is, and hold it for another lease; whether it is still wanted. Raises LeaseLostError."""
    _held(job, leased_until=now + LEASE, message=message, done=done, of=of)
    return not Job.objects.filter(pk=job.pk, is_unwanted=True).exists()


def finish(job: Job, now: datetime, result: str) -> None:
    """It is done; `result` is JSON. Raises LeaseLostError."""
    _held(job, state=JobState.DONE.value, ended_at=now, leased_until=None, result=result, error="")


def fail(job: Job, now: datetime, error: str) -> None:
    """It cannot be done: `error` says why in a sentence. Raises LeaseLostError."""
    _held(job, state=JobState.FAILED.value, ended_at=now, leased_until=None, error=error)


def try_again(job: Job, now: datetime, error: str) -> None:
    """Something kept it from being done that may pass: do it later, unless it was the last attempt. Raises LeaseLostError."""
    if job.attempts >= ATTEMPTS:
        fail(job, now, error)
        return
    later = now + WAIT * job.attempts
    _held(job, state=JobState.WAITING.value, leased_until=None, not_before=later, error=error)


def give_back(job: Job) -> None:
    """Let somebody else do it from the beginning: its worker is ending. It counts as no attempt. Raises LeaseLostError."""
    _held(job, state=JobState.WAITING.value, leased_until=None, attempts=job.attempts - 1, message="", done=0, of=0)


def end_unwanted(job: Job, now: datetime) -> None:
    """It was cancelled, and has been stopped. Raises LeaseLostError."""
    _held(job, state=JobState.CANCELLED.value, ended_at=now, leased_until=None)


def cancel(actor: Actor, job_id: int) -> Job:
    """Cancel a job, one's own or as an administrator; one that runs is stopped by its worker within seconds.

    Raises NotAllowed, UnknownName; Refused where it has ended.
    """
    with transaction.atomic():
        job = _seen_by(actor, job_id, Job.objects.select_for_update())
        if not JobState(job.state).is_open:
            raise Refused(f"it is {JobState(job.state).label} already", where=str(job_id))
        job.is_unwanted = True
        if job.state == JobState.WAITING.value:
            _end(job, JobState.CANCELLED, datetime.now(UTC))
        else:
            job.save(update_fields=["is_unwanted"])
    return job


def again(actor: Actor, kind: JobKind[Any, Any], job_id: int) -> Job:
    """Ask for the same work once more. Raises NotAllowed, UnknownName; Refused where it has not ended."""
    job = _seen_by(actor, job_id, Job.objects.all())
    actor.must(kind.verb, where=kind.key)
    if JobState(job.state).is_open:
        raise Refused(f"it is {JobState(job.state).label}", where=str(job_id), remedy="Wait until it has ended")
    return ask(actor, kind, msgspec.json.decode(job.arguments, type=kind.arguments))


def job_for(actor: Actor, job_id: int) -> Job:
    """A job, to who asked for it and to administrators. Raises NotAllowed, UnknownName."""
    return _seen_by(actor, job_id, Job.objects.all())


def jobs_for(actor: Actor) -> QuerySet[Job]:
    """The jobs that somebody may see, the newest first: their own, and all for administrators."""
    return Job.objects.all() if actor.may(Verb.ADMINISTER) else Job.objects.filter(asked_by=actor.name)


def close_open(reason: str) -> int:
    """Cancel everything that has not ended, as when a backup takes the place of the register; returns how many."""
    now = datetime.now(UTC)
    return _open().update(state=JobState.CANCELLED.value, ended_at=now, leased_until=None, error=reason)


def appear(worker: str, now: datetime) -> None:
    """Note that a worker is there, and forget those that went, and jobs that ended long ago."""
    Worker.objects.update_or_create(
        name=worker, defaults={"seen_at": now}, create_defaults={"started_at": now, "seen_at": now}
    )
    Worker.objects.filter(seen_at__lt=now - SEEN * 10).delete()
    Job.objects.filter(ended_at__lt=now - KEPT).delete()


def disappear(worker: str) -> None:
    """Note that a worker has ended."""
    Worker.objects.filter(name=worker).delete()


def workers(now: datetime) -> tuple[Worker, ...]:
    """Those that work now."""
    return tuple(Worker.objects.filter(seen_at__gte=now - SEEN))


def _open() -> QuerySet[Job]:
    return Job.objects.filter(state__in=[state.value for state in JobState if state.is_open])


def _made(kind: str, arguments: str, asked_by: str, now: datetime, not_before: datetime) -> Job:
    return Job.objects.create(
        kind=kind,
        arguments=arguments,
        asked_by=asked_by,
        asked_at=now,
        not_before=not_before,
        state=JobState.WAITING.value,
    )


def _held(job: Job, **changed: Any) -> None:
    """Change a job that is still held as it was claimed."""
    held = Job.objects.filter(pk=job.pk, state=JobState.RUNNING.value, worker=job.worker, attempts=job.attempts)
    if not held.update(**changed):
        raise LeaseLostError(job.pk)


def _end(job: Job, state: JobState, now: datetime, *, error: str = "") -> None:
    job.state, job.ended_at, job.leased_until, job.error = state.value, now, None, error
    job.save()


def _seen_by(actor: Actor, job_id: int, jobs: QuerySet[Job]) -> Job:
    job = jobs.filter(pk=job_id).first()
    if job is None or (job.asked_by != actor.name and not actor.may(Verb.ADMINISTER)):
        raise UnknownName("there is no such job of yours", where=str(job_id), remedy="Look at the list of jobs")
    return job
