"""Hand a presidency over in one step: terms end, tasks go on, calendars close, and what stood open is noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from accede.accounts.actor import Actor
from accede.accounts.end_term import end_presidency
from accede.accounts.entries import note
from accede.accounts.models import Happening, Term
from accede.outreach.models import CalendarAddress, Task
from accede.outreach.tasks.held import workers
from accede.outreach.tasks.threads import open_threads
from accede.vocabulary.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The terms that ended, how many tasks went to whom ("": nobody yet), how many calendars were closed."""

    terms: tuple[Term, ...]
    tasks: int
    to: str
    calendars: int


def hand_over(
    actor: Actor,
    presidency: str,
    *,
    treaty: str,
    why: str,
    to: str = "",
    seen: str | None = None,
    address: str | None = None,
) -> HandedOver:
    """End every term of the presidency; open tasks of those who then work on letters no more go to `to`, or to nobody yet.

    `seen` is `mark(treaty)` as the person read it. All of it happens or nothing. Raises as `end_presidency` does, and Refused
    where what stands open has changed since, or where `to` does not work on letters afterwards.
    """
    with transaction.atomic():
        if seen is not None and seen != mark(treaty):
            raise Refused("what stands open changed while you read it", where=presidency, remedy="Look at it again")
        ended = end_presidency(actor, presidency, why=why, address=address)
        left = workers()
        if to and to not in left:
            raise Refused(
                f"{to} does not work on letters when the presidency has ended",
                where=presidency,
                remedy="Choose somebody whose term goes on, or nobody yet",
            )
        gone = {term.user.username for term in ended} - set(left)
        moved = 0
        for task in Task.objects.select_for_update().filter(whose__in=gone, done_at=None):
            task.whose, task.version = to, task.version + 1
            task.save(update_fields=["whose", "version"])
            moved += 1
        calendars, _ = CalendarAddress.objects.filter(username__in=gone).delete()
        note(actor.name, presidency, Happening.ENDED, _noted(treaty, moved, to), address=address)
    return HandedOver(terms=tuple(ended), tasks=moved, to=to, calendars=calendars)


def mark(treaty: str) -> str:
    """What stands open, in short: it differs when anything was added, done or answered."""
    return ".".join(str(number) for number in open_threads(treaty).counts.values())


def _noted(treaty: str, moved: int, to: str) -> str:
    """For the log of accounts, in English: what stood open, in numbers."""
    counts = open_threads(treaty, on=datetime.now(UTC).date()).counts
    held = ", ".join(f"{number} {thread.label}" for thread, number in counts.items() if number) or "nothing"
    return f"handed over open: {held}; {moved} tasks went to {to or 'nobody yet'}"
