"""What a person has chosen to release or to withdraw: kept in the session until it is decided, under a mark in addresses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext

from accede.records.reference import Reference
from accede.vocabulary.errors import UnknownName, Unreadable
from accede.workspace.asking import Asking

_NAME = "release"
_VALUE = re.compile(r"([a-z]{1,40}) ([1-9]\d{0,8}) (.+)", re.DOTALL)
MOST_KEPT = 8
"""Choices that a session keeps, the newest ones."""
MOST = 20_000
"""Versions that are chosen at once: more than any source has brought."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Versions, and the instant at which an embargo on them is to end; None for at once."""

    references: tuple[Reference, ...]
    at: datetime | None = None

    @property
    def mark(self) -> str:
        """By what addresses name it: the same for the same choice."""
        told = [self.at.isoformat() if self.at else "", *map(value_of, self.references)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def value_of(reference: Reference) -> str:
    """A version as forms name it."""
    return f"{reference.kind} {reference.version} {reference.key}"


def references_in(values: Iterable[str]) -> tuple[Reference, ...]:
    """The versions that a form names, each once. Raises Unreadable."""
    found = []
    for value in values:
        named = _VALUE.fullmatch(value)
        if named is None:
            raise Unreadable("the form does not name a record", remedy="Load the page again")
        found.append(Reference(named[1], named[3], int(named[2])))
    if len(found) > MOST:
        raise Unreadable(f"these are more than {MOST} records", remedy="Choose those of one source")
    return tuple(sorted(set(found)))


def instant_in(text: str) -> datetime:
    """The instant of a field for date and time, in UTC. Raises Unreadable."""
    try:
        given = datetime.fromisoformat(text.strip())
        return (given if given.tzinfo else given.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:  # an instant of another year than those that can be told
        raise Unreadable(
            gettext("“%(text)s” is no date and time.") % {"text": text[:40]},
            remedy="Write it as 2027-03-01T10:00, in UTC",
        ) from error


def keep(request: Asking, chosen: Chosen) -> str:
    """Keep the choice; returns its mark."""
    kept: dict[str, Any] = request.session.get(_NAME, {})
    kept.pop(chosen.mark, None)
    kept[chosen.mark] = {
        "references": [value_of(each) for each in chosen.references],
        "at": chosen.at.isoformat() if chosen.at else "",
    }
    request.session[_NAME] = dict(list(kept.items())[-MOST_KEPT:])
    return chosen.mark


def chosen_of(request: Asking, mark: str) -> Chosen:
    """The choice of a mark. Raises UnknownName for one that this session does not hold."""
    kept = request.session.get(_NAME, {}).get(mark)
    if kept is None:
        raise UnknownName("nothing is chosen under this address any more", remedy="Choose again on the page of release")
    return Chosen(references_in(kept["references"]), datetime.fromisoformat(kept["at"]) if kept["at"] else None)


def forget(request: Asking, mark: str) -> None:
    """Keep the choice no longer: it was decided."""
    kept = request.session.get(_NAME, {})
    if kept.pop(mark, None) is not None:
        request.session[_NAME] = kept
