"""Make a task."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.outreach.models import Task
from accede.outreach.tasks.held import must_work, workers
from accede.paper.sound import UNPRINTABLE
from accede.vocabulary.errors import Refused
from accede.vocabulary.state_names import shipped_names

TURNED = re.compile("[\\u202a-\\u202e]")
"""Signs that turn the text after them around."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be done: `whose` is a username ("": nobody's yet), `state` an ISO alpha-3 key ("": about none), `about` the key
    of a promise, a letter or an activity that it follows from.
    """

    what: str
    whose: str = ""
    until: date | None = None
    state: str = ""
    about: str = ""
    note: str = ""


def make_task(actor: Actor, treaty: str, wanted: Wanted) -> Task:
    """Make it; returns the row. Raises NotAllowed, UnknownName for a State that is none, Refused where it says nothing or is given
    to somebody who does not work on letters and papers.
    """
    must_work(actor)
    return Task.objects.create(
        treaty=treaty, made_by=actor.name, made_at=datetime.now(UTC), **sound(wanted, earlier="")
    )


def sound(wanted: Wanted, *, earlier: str) -> dict[str, object]:
    """The columns of a task, checked; whose it was (`earlier`) it may stay. Raises as `make_task` does."""
    what = " ".join(wanted.what.split())
    if not what:
        raise Refused("it is not said what is to be done", remedy="Say it in a few words")
    if found := UNPRINTABLE.search(what) or TURNED.search(what):
        raise Refused(
            f"it has the unprintable character U+{ord(found[0]):04X} in it", remedy="Take it out: papers print the task"
        )
    if wanted.state:
        shipped_names().short(wanted.state)
    if wanted.whose and wanted.whose != earlier and wanted.whose not in workers():
        raise Refused(f"{wanted.whose} does not work on letters and papers", remedy="Choose somebody who does")
    return {
        "what": what,
        "whose": wanted.whose,
        "until": wanted.until,
        "state": wanted.state,
        "about": wanted.about,
        "note": wanted.note.strip(),
    }
