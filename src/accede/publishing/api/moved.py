"""Under which key a record goes on: keys are stable, and one that was merged into another leads there."""

from __future__ import annotations

from accede.publishing.addresses import slug
from accede.records.models import Event, EventKind

RECORDS = {
    "activities": "activity",
    "attendance": "attendance",
    "confirmations": "confirmation",
    "meetings": "occasion",
    "other_treaties": "statusclaim",
    "papers": "edition",
    "practices": "practice",
    "reports": "report",
    "roll_calls": "rollcall",
    "sources": "source",
    "statements": "statement",
    "states": "state",
    "status": "state",
    "treaties": "treaty",
    "treaty_actions": "treatyaction",
}
"""The kind of record that a table's rows are; rows of other tables are made of several."""

FORMER_CODES = {
    "BUR": "MMR",
    "BYS": "BLR",
    "DHY": "BEN",
    "HVO": "BFA",
    "NHB": "VUT",
    "RHO": "ZWE",
    "ROM": "ROU",
    "TMP": "TLS",
    "ZAR": "COD",
}
"""Alpha-3 codes of ISO 3166 that were replaced when the State took another name (ISO 3166-3; ROM until 2002)."""


def moved(table: str, key: str) -> str | None:
    """The key, as addresses have it, under which a record goes on; None where nothing is known of that.

    Only a record that was released at some time leads anywhere: nobody learns of one that never was public.
    """
    if RECORDS.get(table) == "state" and key.upper() in FORMER_CODES:
        return FORMER_CODES[key.upper()]
    steps = _merges(RECORDS.get(table, ""))
    seen, at = set(), key.casefold()
    while at in steps and at not in seen:
        seen.add(at)
        key = steps[at]
        at = key.casefold()
    return key if seen else None


def _merges(record: str) -> dict[str, str]:
    """Key to the key it was merged into, both as addresses have them, the first in small letters."""
    released = Event.objects.filter(happening=EventKind.RELEASE, record=record).values("key")
    events = Event.objects.filter(happening=EventKind.MERGE, record=record, key__in=released).order_by("id")
    return {slug(key).casefold(): slug(other) for key, other in events.values_list("key", "other")}
