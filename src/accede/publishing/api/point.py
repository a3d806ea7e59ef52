"""From which standpoint a question is answered: now, or an earlier instant that it names."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from accede.publishing.api.days import FIRST
from accede.publishing.api.problems import Unanswerable
from accede.publishing.standpoint import Standpoint, earlier, standpoint


def asked_from(known_on: datetime | None) -> Standpoint:
    """The standpoint of `known_on` (None: now). Raises Unanswerable for an instant ahead, or before anything was public."""
    at = datetime.now(UTC)
    now = standpoint(at)
    if known_on is None or (known_on.date() == at.date() and known_on > at):  # the end of today, which is not over
        found = now
    elif known_on > at:
        raise Unanswerable(
            HTTPStatus.NOT_FOUND,
            f"known_on: {_told(known_on)} is still ahead, and nobody knows what will be public by then. "
            "Give an instant that has passed, or leave known_on out. What holds on a day ahead is asked with as_of.",
        )
    else:
        found = now if known_on >= now.known_on else earlier(known_on, now.today)
    if found.known_on == FIRST:
        raise Unanswerable(
            HTTPStatus.NOT_FOUND,
            "Nothing had been made public by then. Give a later known_on, or leave it out; what held on an earlier day is "
            "asked with as_of."
            if known_on
            else "Nothing has been made public yet. Come back later.",
        )
    return found


def public_by(instant: datetime, now: Standpoint) -> Standpoint | None:
    """The standpoint at an instant; None where nothing was public by then. Raises Unanswerable for one ahead."""
    if instant > datetime.now(UTC) and instant.date() > now.today:
        raise Unanswerable(
            HTTPStatus.NOT_FOUND,
            f"changed_since: {_told(instant)} is still ahead, and nothing can have changed since. Give an instant that has "
            "passed.",
        )
    found = now if instant >= now.known_on else earlier(instant, now.today)
    return None if found.known_on == FIRST else found


def _told(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}" if instant.year >= 1000 else instant.isoformat()
