"""Which tasks are held, and who can be given one."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db.models import F

from accede.accounts.actor import Actor
from accede.accounts.models import User
from accede.accounts.policy import Verb
from accede.accounts.terms import actor_of
from accede.outreach.models import Task
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.sources import Classification

IN_WORK = Classification.PRESIDENCY
"""Tasks are for those who work on letters and papers."""


def must_work(actor: Actor) -> None:
    """Raises NotAllowed for whoever does not work on letters and papers."""
    actor.must(Verb.RECORD, IN_WORK, where="tasks")


def works(actor: Actor) -> bool:
    """Whether somebody works on letters and papers, and so has tasks and a calendar."""
    return actor.may(Verb.RECORD, IN_WORK)


def tasks(actor: Actor, treaty: str, *, is_open: bool = True, whose: str | None = None) -> tuple[Task, ...]:
    """The tasks of a treaty, the next due first and those without a day last; of those that are done the last done first.

    `whose` are those of one person ("": of nobody). Who does not work on letters gets none.
    """
    if not works(actor):
        return ()
    found = Task.objects.filter(treaty=treaty, done_at__isnull=is_open)
    if whose is not None:
        found = found.filter(whose=whose)
    order = (F("until").asc(nulls_last=True), "pk") if is_open else ("-done_at", "-pk")
    return tuple(found.order_by(*order))


def task_held(actor: Actor, number: int) -> Task:
    """One task. Raises NotAllowed, UnknownName where it is not held, or not any more."""
    must_work(actor)
    found = Task.objects.filter(pk=number).first()
    if found is None:
        raise UnknownName(
            "no such task is held", where=str(number), remedy="It may have been deleted: look at the list"
        )
    return found


def workers(today: date | None = None) -> tuple[str, ...]:
    """Who can be given a task on a day (default: today): the usernames of those who work on letters and papers."""
    day = today or datetime.now(UTC).date()
    found = User.objects.filter(is_active=True).prefetch_related("terms").order_by("username")
    return tuple(user.username for user in found if works(actor_of(user, day)))
