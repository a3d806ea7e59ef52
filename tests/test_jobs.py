"""Work in the background: held by one worker at a time, taken again when its worker was killed, given back, cancelled."""

from __future__ import annotations

import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from accede.accounts.actor import Actor, operator
from accede.accounts.policy import Role, Verb
from accede.records import jobs
from accede.records.jobs import ATTEMPTS, LEASE, JobKind, LeaseLostError
from accede.records.models import Job, JobState, Worker
from accede.records.working import outcome_of
from accede.vocabulary.errors import NotAllowed, Refused, UnknownName
from forked import Started
from program import Program

pytestmark = pytest.mark.storage

ANA = operator("ana")
NOW = datetime(2099, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    number: int = 0


@dataclass(frozen=True)
class Done:
    number: int


def kind(run=lambda asked, doing: Done(asked.number), **further):
    """A kind of work that tests ask for."""
    about = {"key": "count", "label": "Count", "verb": Verb.ADMINISTER, "tells": lambda done: f"{done.number} counted"}
    return JobKind(**about, arguments=Asked, results=Done, run=run, **further)


COUNT = kind()


@pytest.fixture
def job(db):
    """A job that waits."""
    return jobs.ask(ANA, COUNT, Asked(7))


def claimed(worker="first", now=NOW):
    return jobs.claim(worker, ["count"], now)


def state_of(job):
    job.refresh_from_db()
    return JobState(job.state)


def test_a_job_is_held_by_one_worker_until_its_lease_has_run_out(job):
    assert claimed().pk == job.pk
    assert claimed("second") is None
    assert claimed("second", NOW + LEASE) is None
    later = NOW + LEASE + timedelta(seconds=1)
    assert claimed("second", later).worker == "second"
    assert claimed("third", later) is None


def test_telling_how_far_it_is_holds_it_longer(job):
    held = claimed()
    assert jobs.renew(held, NOW + LEASE, message="rows", done=5, of=9)
    assert claimed("second", NOW + LEASE + timedelta(seconds=1)) is None
    assert state_of(job) is JobState.RUNNING
    assert (job.message, job.done, job.of) == ("rows", 5, 9)


def test_a_worker_that_was_too_slow_changes_nothing_any_more(job):
    held = claimed()
    second = claimed("second", NOW + LEASE * 2)
    for late in (lambda: jobs.renew(held, NOW, message="", done=0, of=0), lambda: jobs.finish(held, NOW, "{}")):
        with pytest.raises(LeaseLostError):
            late()
    jobs.finish(second, NOW, '{"number": 7}')
    assert state_of(job) is JobState.DONE
    assert COUNT.tells(COUNT.result_of(job)) == "7 counted"


def test_a_job_whose_workers_were_killed_has_not_failed(job):
    for number in range(2 * ATTEMPTS):
        assert claimed(now=NOW + number * 2 * LEASE).attempts == 1
    jobs.try_again(Job.objects.get(), NOW, "The mail server does not answer.")
    assert state_of(job) is JobState.WAITING


def test_a_job_over_which_workers_are_killed_for_more_than_a_day_fails(job):
    claimed()
    for number in range(ATTEMPTS - 1):
        assert claimed(now=NOW + timedelta(days=3) + number * 2 * LEASE), "the machine was off for three days"
    assert claimed(now=NOW + timedelta(days=4)) is None
    assert state_of(job) is JobState.FAILED
    assert "again and again" in job.error


def test_what_may_pass_is_tried_again_later_and_three_times_at_most(job):
    now = NOW
    for number in range(1, ATTEMPTS + 1):
        held = claimed(now=now)
        assert held.attempts == number
        jobs.try_again(held, now, "The mail server does not answer.")
        assert claimed(now=now) is None
        now += timedelta(minutes=5)
    assert state_of(job) is JobState.FAILED
    assert job.error == "The mail server does not answer."


def test_what_is_given_back_counts_as_no_attempt(job):
    jobs.give_back(claimed())
    assert claimed("second").attempts == 1


def test_jobs_are_done_in_the_order_they_may_begin(db):
    late = jobs.ask(ANA, COUNT, Asked(1), not_before=NOW + timedelta(minutes=1))
    early = jobs.ask(ANA, COUNT, Asked(2))
    assert [claimed(), claimed()] == [early, None]
    assert claimed(now=NOW + timedelta(minutes=1)) == late


def test_other_kinds_are_left_to_other_workers(job):
    assert jobs.claim("first", ["other"], NOW) is None


def test_the_same_work_is_asked_for_once_while_it_is_open(job):
    assert jobs.ask(operator("ben"), COUNT, Asked(7)) == job
    assert jobs.ask(ANA, COUNT, Asked(8)) != job
    held = claimed()
    jobs.finish(held, NOW, "{}")
    assert jobs.ask(ANA, COUNT, Asked(7)) != job


def test_who_may_not_do_it_may_not_ask_for_it(db):
    with pytest.raises(NotAllowed):
        jobs.ask(Actor("dora", frozenset({Role.DRAFTER})), COUNT, Asked())
    assert not Job.objects.exists()


def test_one_cancels_what_one_asked_for_and_administrators_everything(job):
    drafter, administrator = Actor("dora", frozenset({Role.DRAFTER})), Actor("adam", frozenset({Role.ADMINISTRATOR}))
    for ask in (lambda: jobs.cancel(drafter, job.pk), lambda: jobs.job_for(drafter, job.pk)):
        with pytest.raises(UnknownName):
            ask()
    assert list(jobs.jobs_for(drafter)) == []
    assert jobs.cancel(administrator, job.pk)
    assert state_of(job) is JobState.CANCELLED
    assert claimed() is None
    with pytest.raises(Refused):
        jobs.cancel(ANA, job.pk)


def test_a_job_that_runs_is_told_that_nobody_wants_it(job):
    held = claimed()
    jobs.cancel(ANA, job.pk)
    assert state_of(job) is JobState.RUNNING
    assert not jobs.renew(held, NOW, message="", done=0, of=0)
    jobs.end_unwanted(held, NOW)
    assert state_of(job) is JobState.CANCELLED


def test_a_cancelled_job_of_a_worker_that_was_killed_is_not_begun_again(job):
    claimed()
    jobs.cancel(ANA, job.pk)
    assert claimed("second", NOW + LEASE * 2) is None
    assert state_of(job) is JobState.CANCELLED


def test_what_ended_can_be_asked_for_again(job):
    with pytest.raises(Refused):
        jobs.again(ANA, COUNT, job.pk)
    jobs.fail(claimed(), NOW, "No.")
    asked = jobs.again(ANA, COUNT, job.pk)
    assert (asked.arguments, asked.state) == (job.arguments, "waiting")


def test_daily_work_is_asked_for_once_a_day_from_its_hour_on(db):
    daily, unwanted = kind(daily_at=lambda: 6), kind(daily_at=lambda: 6, is_wanted=lambda: False)
    at = NOW.replace(hour=5)
    assert jobs.ask_daily([daily], at) == []
    assert len(jobs.ask_daily([daily], NOW)) == 1
    assert jobs.ask_daily([daily], NOW + timedelta(hours=3)) == []
    assert jobs.ask_daily([unwanted, COUNT], NOW + timedelta(days=1)) == []
    assert len(jobs.ask_daily([daily], NOW + timedelta(days=1))) == 1


def test_workers_are_seen_while_they_are_there(db):
    jobs.appear("first", NOW)
    assert [worker.name for worker in jobs.workers(NOW)] == ["first"]
    assert jobs.workers(NOW + timedelta(minutes=3)) == ()
    jobs.disappear("first")
    assert not Worker.objects.exists()


def test_jobs_that_ended_long_ago_are_forgotten(job):
    jobs.finish(claimed(), NOW, "{}")
    jobs.appear("first", NOW + timedelta(days=60))
    assert Job.objects.exists()
    jobs.appear("first", NOW + timedelta(days=91))
    assert not Job.objects.exists()


def failing(error):
    def run(asked, doing):
        raise error

    return outcome_of(kind(run), '{"number": 1}', lambda message, done, of: None)


def test_what_became_of_a_job_is_a_sentence():
    assert outcome_of(COUNT, '{"number": 3}', lambda message, done, of: None) == ("done", '{"number":3}')
    assert failing(Refused("it cannot be", remedy="Do another")) == ("refused", "it cannot be. Do another.")
    assert failing(ConnectionRefusedError(111, "Connection refused"))[0] == "later"
    what, sentence = failing(ZeroDivisionError())
    assert what == "fault"
    assert "faults.log" in sentence
    assert outcome_of(COUNT, '{"number": "x"}', lambda message, done, of: None)[0] == "refused"


# Real workers, each in a process, on a register of their own.

WORKING = """
import os, signal, sys, time
from dataclasses import dataclass
from pathlib import Path
from accede.accounts.actor import operator
from accede.accounts.policy import Verb
from accede.records import jobs
from accede.records.jobs import JobKind
from accede.records.models import Job
from accede.records.working import Working

@dataclass(frozen=True)
class Asked:
    number: int = 0

folder = Path({folder!r})

def run(asked, doing):
    doing("begun", 1, 2)
    with (folder / "done").open("a") as done:
        done.write(f"{{asked.number}} {{os.getpid()}}\\n")
    while asked.number < 0 and not (folder / "go").exists():
        time.sleep(0.02)
    return asked

kind = JobKind(key="count", label="Count", verb=Verb.ADMINISTER, arguments=Asked, results=Asked, run=run, tells=str)
def ask(*numbers):
    for number in numbers:
        jobs.ask(operator("ana"), kind, Asked(number))
working = Working({{"count": kind}}, patience={patience})
signal.signal(signal.SIGTERM, lambda number, frame: working.stop())
"""
RUNS = "working.run(is_over=lambda: not Job.objects.filter(state__in=['waiting', 'running']).exists())"
STATES = "print(*Job.objects.order_by('pk').values_list('state', 'attempts'))"


@dataclass(frozen=True)
class Office:
    """A register whose workers note in a file what they do."""

    program: Program
    folder: Path

    def begun(self, patience=20.0):
        return WORKING.format(folder=str(self.folder), patience=patience)

    def start(self, patience=20.0) -> Started:
        return self.program.start_python(self.begun(patience) + RUNS)

    def do(self, code: str) -> str:
        return self.program.python(self.begun() + code)

    def noted(self) -> list[list[int]]:
        """The jobs that were begun, and the process of each."""
        file = self.folder / "done"
        lines = file.read_text().splitlines() if file.exists() else []
        return [[int(part) for part in line.split()] for line in lines]

    def wait_until(self, is_so) -> None:
        """Look again and again; the test fails by its worker having ended."""
        while not is_so():
            time.sleep(0.02)


@pytest.fixture
def office(program, tmp_path):
    folder = tmp_path / "noted"
    folder.mkdir()
    return Office(program, folder)


def test_two_workers_never_do_the_same_job(office):
    office.do("ask(*range(1, 13))")
    workers = [office.start(), office.start()]
    assert [worker.wait() for worker in workers] == [0, 0]
    assert sorted(number for number, _ in office.noted()) == list(range(1, 13))
    assert set(office.do(STATES).replace(") (", ");(").split(";")) == {"('done', 1)"}


def _is_gone(process):
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not end a process with the one that began it")
def test_a_job_whose_worker_was_killed_is_taken_again(office):
    office.do("ask(-1)")
    worker = office.start()
    office.wait_until(lambda: office.noted() or worker.poll() is not None)
    worker.kill()
    worker.wait()
    office.wait_until(lambda: _is_gone(office.noted()[0][1]))
    assert office.do(STATES) == "('running', 1)"
    (office.folder / "go").touch()
    office.do("Job.objects.update(leased_until='2020-01-01T00:00:00Z')")
    assert office.start().wait() == 0
    assert office.do(STATES) == "('done', 1)"
    assert len(office.noted()) == 2


def test_a_worker_that_is_to_end_gives_back_what_takes_too_long(office):
    office.do("ask(-1)")
    worker = office.start(patience=0.1)
    office.wait_until(lambda: office.noted() or worker.poll() is not None)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait() == 0
    assert office.do(STATES) == "('waiting', 0)"


def test_a_worker_that_is_to_end_lets_a_job_end(office):
    office.do("ask(-1, 2)")
    worker = office.start()
    office.wait_until(lambda: office.noted() or worker.poll() is not None)
    worker.send_signal(signal.SIGTERM)
    (office.folder / "go").touch()
    assert worker.wait() == 0
    assert office.do(STATES) == "('done', 1) ('waiting', 0)"


def test_a_job_that_runs_is_stopped_when_it_is_cancelled(office):
    office.do("ask(-1)")
    worker = office.start()
    office.wait_until(lambda: office.noted() or worker.poll() is not None)
    office.do("jobs.cancel(operator('ana'), Job.objects.get().pk)")
    assert worker.wait() == 0
    assert office.do(STATES) == "('cancelled', 1)"
    assert _is_gone(office.noted()[0][1])


def test_a_backup_with_jobs_is_restored_without_beginning_them_anew(office, nowhere, tmp_path):
    office.do("ask(1, 2)\nworking.once()")
    file = tmp_path / "backup.zip"
    assert office.program("backup", file).code == 0
    assert nowhere("restore", file).code == 0
    assert nowhere("verify").code == 0
    assert Office(nowhere, office.folder).do(STATES) == "('done', 1) ('cancelled', 0)"
