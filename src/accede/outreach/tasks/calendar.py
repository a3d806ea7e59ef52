"""The days of a person's work as a calendar that other programs subscribe to (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.utils.translation import gettext

from accede.accounts.actor import Actor
from accede.outreach.tasks.due import Due, DueKind, due
from accede.overview.register import Register
from accede.publishing.data.icalendar import Happening, calendar

MEDIA_TYPE = "text/calendar; charset=utf-8"
WRITTEN = (DueKind.TASK, DueKind.PROMISE)
"""Of these people wrote what stands beside, too."""


def calendar_of(actor: Actor, register: Register, *, tells_words: bool, now: datetime, page: str = "") -> bytes:
    """What is due for somebody: their own tasks and those of nobody, promises, replies, meetings, reports, withdrawals.

    It leaves the house: no person is named in it, and nothing that people wrote unless `tells_words`. `page` is the whole address
    of where it is worked on.
    """
    mine = (each for each in due(actor, register) if each.whose in ("", actor.name))
    return calendar(gettext("Accede: what is due"), _all(tuple(mine), tells_words=tells_words, page=page), now)


def _all(found: tuple[Due, ...], *, tells_words: bool, page: str) -> Iterator[Happening]:
    for each in found:
        if each.on is None:
            continue
        named = f"{each.title}: {each.words}" if tells_words and each.words else each.title
        detail = each.detail if tells_words or each.kind not in WRITTEN else ""
        yield Happening(
            uid=f"{quote(each.key)}@{_host()}",
            first=each.on,
            last=max(each.last or each.on, each.on),
            title=named,
            told=" ".join(
                part for part in (detail, "" if each.is_sure else gettext("The day is not certain.")) if part
            ),
            address=page,
            kind=each.kind.value,
        )


def _host() -> str:
    return urlsplit(settings.ACCEDE_ADDRESS).hostname or "accede.invalid"
