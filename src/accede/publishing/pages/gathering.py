"""What the pages about meetings have in common: name, days and place of one, and where its page is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from accede.overview.occasions import days_of, key_of
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.wording import listed, when
from accede.records.values import Evidence
from accede.register.values import Occasion
from accede.vocabulary.occasions import OccasionKind


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting as pages print it. `days`, `city`, `country` and `presidency` are empty where they are not held.

    `title`, `city` and `president` are as the source has them, in English; `address` is empty where it is still to come.
    """

    key: str
    title: str
    days: str
    city: str
    country: str
    presidency: str
    presiding: str
    president: str
    counts: bool
    address: str


def gathering(asked: Asked, held: Evidence[Occasion], *, is_to_come: bool = False) -> Gathering:
    """A meeting of the treaty."""
    fact = held.fact
    return Gathering(
        key=key_of(held),
        title=fact.title or fact.name,
        days=_days(fact),
        city=fact.city,
        country=sentences.name(fact.country) if fact.country else "",
        presidency=sentences.name(fact.presidency) if fact.presidency else "",
        presiding=fact.presidency,
        president=fact.president,
        counts=fact.kind in asked.register.treaty.counted_meetings,
        address="" if is_to_come else asked.to("meeting", {"key": key_of(held)}),
    )


def _days(fact: Occasion) -> str:
    days = days_of(fact)
    if days is not None:
        return when(days)
    if fact.starts is None:
        return ""
    is_day = fact.starts.earliest is not None and fact.starts.earliest == fact.starts.latest
    return gettext("from %(day)s") % {"day": when(fact.starts)} if is_day else when(fact.starts)


def counting(asked: Asked) -> str:
    """Which meetings count for last participation, and that the others do not."""
    counted = asked.register.treaty.counted_meetings
    return gettext("For when a State last took part these count: %(kinds)s. Others are shown and do not count.") % {
        "kinds": listed([gettext(kind.label) for kind in OccasionKind if kind in counted])
    }
