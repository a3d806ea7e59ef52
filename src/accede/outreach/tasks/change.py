"""Change a task, finish it, open it again, delete it. Nobody overwrites what somebody else wrote meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F

from accede.accounts.actor import Actor
from accede.outreach.models import Task
from accede.outreach.tasks.held import must_work, workers
from accede.outreach.tasks.make import Wanted, sound
from accede.vocabulary.errors import Refused, UnknownName


def change_task(actor: Actor, number: int, wanted: Wanted, *, expected_version: int) -> Task:
    """Change what it says. Raises NotAllowed, UnknownName, Refused as `make_task` does and where somebody else was faster."""
    must_work(actor)
    with transaction.atomic():
        task = _locked(number, expected_version)
        for name, value in sound(wanted, earlier=task.whose).items():
            setattr(task, name, value)
        _keep(task)
    return task


def finish_task(actor: Actor, number: int, *, expected_version: int) -> Task:
    """It is done. Raises NotAllowed, UnknownName, Refused where somebody else was faster."""
    must_work(actor)
    with transaction.atomic():
        task = _locked(number, expected_version)
        if task.done_at is None:
            task.done_by, task.done_at = actor.name, datetime.now(UTC)
            _keep(task)
    return task


def reopen_task(actor: Actor, number: int, *, expected_version: int) -> Task:
    """It is to be done again. Raises NotAllowed, UnknownName, Refused where somebody else was faster."""
    must_work(actor)
    with transaction.atomic():
        task = _locked(number, expected_version)
        if task.done_at is not None:
            task.done_by, task.done_at = "", None
            _keep(task)
    return task


def drop_task(actor: Actor, number: int, *, expected_version: int) -> None:
    """Delete it: it was a mistake. Raises NotAllowed, UnknownName, Refused where somebody else was faster."""
    must_work(actor)
    with transaction.atomic():
        _locked(number, expected_version).delete()


def hand_on(actor: Actor, number: int, whose: str, *, expected_version: int) -> Task:
    """Give it to somebody, or to nobody (""). Raises NotAllowed, UnknownName, Refused as `change_task` does."""
    must_work(actor)
    with transaction.atomic():
        task = _locked(number, expected_version)
        wanted = Wanted(
            what=task.what, whose=whose, until=task.until, state=task.state, about=task.about, note=task.note
        )
        task.whose = str(sound(wanted, earlier=task.whose)["whose"])
        _keep(task)
    return task


def hand_on_all(actor: Actor, treaty: str, whose: str, to: str) -> int:
    """Give all open tasks of one person ("": of nobody) to another, or to nobody; returns how many.

    Raises NotAllowed, Refused where the other does not work on letters and papers.
    """
    must_work(actor)
    if to and to not in workers():
        raise Refused(f"{to} does not work on letters and papers", remedy="Choose somebody who does")
    return Task.objects.filter(treaty=treaty, whose=whose, done_at=None).update(whose=to, version=F("version") + 1)


def _locked(number: int, expected_version: int) -> Task:
    task = Task.objects.select_for_update().filter(pk=number).first()
    if task is None:
        raise UnknownName(
            "no such task is held", where=str(number), remedy="It may have been deleted: look at the list"
        )
    if task.version != expected_version:
        raise Refused("somebody changed the task meanwhile", where=task.what, remedy="Look at it and decide again")
    return task


def _keep(task: Task) -> None:
    task.version += 1
    task.save()
