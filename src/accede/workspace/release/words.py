"""Instants of release in words: always with their UTC, and how far off they are."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.translation import gettext, ngettext

from accede.publishing.wording import instant

MINUTE, HOUR, DAY = 60, 3600, 86400


def until_told(at: datetime, now: datetime) -> str:
    """When an embargo ends: "25 November 2026, 10:00 UTC, in 2 days"."""
    told = instant(at.astimezone(UTC))
    if at.second:
        told = told.replace(f"{at:%H:%M}", f"{at:%H:%M:%S}")
    return gettext("%(instant)s, %(ahead)s") % {"instant": told, "ahead": ahead(at, now)}


def ahead(at: datetime, now: datetime) -> str:
    """How long it is until then, in the largest unit of which there are two, else in the next: "in 26 hours"."""
    seconds = (at - now).total_seconds()
    if seconds >= 2 * DAY:
        number = round(seconds / DAY)
        return ngettext("in %(number)s day", "in %(number)s days", number) % {"number": number}
    if seconds >= 2 * HOUR:
        number = round(seconds / HOUR)
        return ngettext("in %(number)s hour", "in %(number)s hours", number) % {"number": number}
    if seconds >= MINUTE:
        number = int(seconds // MINUTE)
        return ngettext("in %(number)s minute", "in %(number)s minutes", number) % {"number": number}
    return gettext("in less than a minute")
