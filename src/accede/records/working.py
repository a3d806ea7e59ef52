"""A worker: takes jobs one after the other and has each done in a process of its own.

The process of the job tells how far it is; the worker writes that down, keeps the lease, and ends the process where the job
was cancelled. So a job may hold one transaction for minutes, and what it takes of memory is given back.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal

import msgspec
from django.db import DatabaseError, InterfaceError, OperationalError, connections

from accede.records import faults, jobs
from accede.records.damage import damage
from accede.records.jobs import JobKind
from accede.records.models import Job
from accede.records.parent import end_with
from accede.vocabulary.errors import AccedeError

POLL = 1.0
"""Seconds between two looks for work."""
TELL = 1.0
"""Seconds between two notes of how far a job is."""
APPEAR = timedelta(seconds=30)
PATIENCE = 20.0
"""Seconds that a job has to end, when its worker is asked to end or the job was cancelled."""

Kinds = Mapping[str, JobKind[Any, Any]]
Outcome = tuple[Literal["done", "refused", "later", "fault"], str]
Told = Callable[[Job, str], None]

_DAMAGED = "The database is damaged ({said}). See what else with accede verify, and restore the last backup."

_faults = logging.getLogger("django.work")


@dataclass(frozen=True, slots=True)
class _Progress:
    message: str = ""
    done: int = 0
    of: int = 0


class Working:
    """A worker. `run` works until `stop` is called; `once` does one job, and says whether there was one."""

    def __init__(self, kinds: Kinds, *, told: Told = lambda job, what: None, patience: float = PATIENCE) -> None:
        self._kinds = kinds
        self._told = told
        self._patience = patience
        self._is_stopping = False
        self._appeared = datetime.min.replace(tzinfo=UTC)
        self.name = f"{socket.gethostname()[:100]}/{os.getpid()}/{secrets.token_hex(4)}"

    def stop(self) -> None:
        """Take no further job; the one that runs may end, or is given back."""
        self._is_stopping = True

    def run(self, *, is_over: Callable[[], bool] = lambda: False) -> None:
        """Work until `stop` is called or `is_over` says so."""
        try:
            while not self._is_stopping and not is_over():
                try:
                    if self.once():
                        continue
                except (
                    DatabaseError,
                    InterfaceError,
                ):  # the database is away, or is just being restored: it comes back
                    _faults.exception("no work for the moment")
                    connections.close_all()
                time.sleep(POLL)
        finally:
            self.leave()

    def leave(self) -> None:
        """Be counted among those that work no more."""
        with contextlib.suppress(DatabaseError, InterfaceError):
            jobs.disappear(self.name)

    def once(self) -> bool:
        """Do one job, if there is one."""
        now = datetime.now(UTC)
        if now - self._appeared > APPEAR:
            jobs.appear(self.name, now)
            jobs.ask_daily(tuple(self._kinds.values()), now)
            jobs.ask_again_and_again(tuple(self._kinds.values()), now)
            self._appeared = now
        job = jobs.claim(self.name, tuple(self._kinds), now)
        if job is None:
            return False
        faults.begin(f"job {job.pk}, {job.kind}")  # its process goes on under the same number
        self._told(job, "begun")
        with contextlib.suppress(jobs.LeaseLostError):
            self._do(job)
        faults.begin("accede work")
        return True

    def _do(self, job: Job) -> None:
        ours, theirs = get_context("fork").Pipe(duplex=False)
        connections.close_all()  # each process opens its own
        process = get_context("fork").Process(
            target=_work, args=(theirs, self._kinds[job.kind], job.arguments, os.getpid())
        )
        process.start()
        with contextlib.suppress(OSError):
            os.setpgid(_pid(process), _pid(process))  # it does so itself, too: whoever comes first
        theirs.close()
        try:
            outcome = self._watch(job, ours, process)
            if outcome is None:
                _send(process, signal.SIGTERM)
        except BaseException:
            _send(process, signal.SIGTERM)
            raise
        finally:
            _see_out(process, self._patience)
            ours.close()
        self._note(job, outcome)

    def _watch(self, job: Job, pipe: Connection, process: BaseProcess) -> Outcome | None:
        """Keep the job while its process works on it. None: it was to be given back, or is not wanted any more."""
        progress, noted, deadline = _Progress(), 0.0, None
        while True:
            if pipe.poll(POLL):
                try:
                    said = pipe.recv()
                except EOFError:
                    process.join(self._patience)
                    return "later", f"Its process was ended from outside (exit status {process.exitcode})."
                if not isinstance(said, _Progress):
                    return said  # type: ignore[no-any-return]  # what `_work` sends at its end
                progress = said
            if time.monotonic() - noted >= TELL:
                is_wanted = jobs.renew(
                    job, datetime.now(UTC), message=progress.message, done=progress.done, of=progress.of
                )
                noted = time.monotonic()
                if not is_wanted:
                    return None
            if self._is_stopping:
                deadline = deadline or time.monotonic() + self._patience
                if time.monotonic() > deadline:
                    return None

    def _note(self, job: Job, outcome: Outcome | None) -> None:
        now = datetime.now(UTC)
        match outcome:
            case None if Job.objects.filter(pk=job.pk, is_unwanted=True).exists():
                jobs.end_unwanted(job, now)
                self._told(job, "cancelled")
            case None:
                jobs.give_back(job)
                self._told(job, "given back")
            case "done", result:
                jobs.finish(job, now, result)
                self._told(job, "done")
            case "later", error:
                jobs.try_again(job, now, error)
                self._told(job, f"not done: {error}")
            case _, error:
                jobs.fail(job, now, error)
                self._told(job, f"failed: {error}")


def _work(pipe: Connection, kind: JobKind[Any, Any], arguments: str, worker: int) -> None:
    """What the process of a job does: the work, and at the end one word about what became of it."""
    end_with(worker)  # its job will be taken again
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)  # ended together with what it starts
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the worker decides
    pipe.send(outcome_of(kind, arguments, lambda message, done, of: pipe.send(_Progress(message, done, of))))


def outcome_of(kind: JobKind[Any, Any], arguments: str, doing: jobs.Doing) -> Outcome:
    """What becomes of a job when it is done here and now."""
    try:
        result = kind.run(msgspec.json.decode(arguments, type=kind.arguments), doing)
        return "done", msgspec.json.encode(result).decode()
    except BrokenPipeError:
        raise  # the worker has gone
    except AccedeError as error:
        return "refused", str(error)
    except msgspec.MsgspecError as error:
        return "refused", f"What was asked for cannot be read: {error}."
    except OSError as error:
        return "later", f"{error.filename or kind.key}: {error.strerror or error}."
    except (OperationalError, InterfaceError) as error:
        if said := damage(error):
            return "refused", _DAMAGED.format(said=said)
        return "later", f"The database did not answer: {error}."
    except Exception as error:
        if said := damage(error):
            return "refused", _DAMAGED.format(said=said)
        _faults.exception("it could not be done")
        return (
            "fault",
            f"Accede has a fault here ({type(error).__name__}, number {faults.number()}). Please report it with what "
            "logs/faults.log says under that number.",
        )


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)  # what was begun is cleared away on the way out


def _see_out(process: BaseProcess, patience: float) -> None:
    """Wait until the process has ended, and no longer than that; nothing that it started stays."""
    process.join(patience)
    _send(process, signal.SIGKILL)
    process.join()


def _send(process: BaseProcess, number: signal.Signals) -> None:
    """Send a signal to the process and to those that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(_pid(process), number)


def _pid(process: BaseProcess) -> int:
    assert process.pid is not None  # it was started
    return process.pid
