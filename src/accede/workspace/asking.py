"""What a page of the workspace is asked, and by whom."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, date, datetime
from threading import Lock

from django.conf import settings
from django.db.models import F, Max
from django.http import HttpRequest

from accede.accounts.actor import Actor
from accede.accounts.models import User
from accede.accounts.policy import Verb
from accede.overview.load import EVERY_KIND, load, on_day
from accede.overview.register import Register
from accede.records.lock import head
from accede.records.models import Event
from accede.records.values import View

MOST_HELD = 6
"""Registers in memory: a few readers' classes at the newest instant, and what somebody looks up as known earlier."""


class Asking(HttpRequest):
    """A request that has passed the door: a person who is signed in, with the roles of today.

    `is_htmx`: a script asks for a part of the page.
    """

    user: User
    actor: Actor
    language: str
    is_htmx: bool


def number_in(text: str) -> int:
    """A number that a form carries, of nine digits at most; 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def view_of(
    actor: Actor, *, as_of: date | None = None, known_on: datetime | None = None, accepted: bool = False
) -> View:
    """What this person may read: classes by the policy; for members and administrators only what is released to them.

    `accepted` leaves out what nobody has accepted yet.
    """
    classes = actor.classes(Verb.READ)
    now = datetime.now(UTC)
    return View(
        as_of=as_of or now.date(),
        known_on=known_on or now,
        classes=classes,
        public=not actor.reads_unreleased,
        readers=classes,
        accepted=accepted,
    )


_held: OrderedDict[tuple[object, ...], Register] = OrderedDict()
_loading = Lock()


def register_of(actor: Actor, *, treaty: str = "", as_of: date | None = None, accepted: bool = False) -> Register:
    """The register of a treaty (default: the site's) as this person may read it now, loaded once after each write.

    Raises UnknownName for a treaty that is not held, Refused for a day before it.
    """
    view = view_of(actor, as_of=as_of, accepted=accepted)
    newest = head()
    asked = treaty or settings.ACCEDE_TREATY
    # What was under embargo appears without a write: whoever reads only what is released gets another register from then on.
    clock = _last_embargo(view.known_on) if view.public else None
    key = (asked, newest.hash if newest else "", view.classes, view.public, accepted, clock)
    with _loading:
        held = _held.get(key)
        if held is None:
            held = load(view, asked, *EVERY_KIND)
            _held[key] = held
            while len(_held) > MOST_HELD:
                _held.popitem(last=False)
        _held.move_to_end(key)
    return held if held.view.as_of == view.as_of else on_day(held, view.as_of)


def _last_embargo(now: datetime) -> datetime | None:
    """When the last embargo ended."""
    ended = Event.objects.filter(effective_at__gt=F("recorded_at"), effective_at__lte=now)
    last: datetime | None = ended.aggregate(last=Max("effective_at"))["last"]
    return last


def forget() -> None:
    """Load again at the next call, for tests that undo what they wrote."""
    _held.clear()
