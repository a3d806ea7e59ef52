"""Evidence of nearness in words: what it says, of which day, from which source, how old, and where its record is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.activities.threads import Promise
from accede.outreach.nearness.rules import Rung, Trace
from accede.overview.register import Register
from accede.publishing.told import told
from accede.publishing.wording import headed, held, parted, when
from accede.records.models import MODEL_OF_FACT
from accede.records.values import Evidence
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.capital import capital


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A record as evidence: what it says, its day, source and key, and the page of it."""

    words: str
    detail: str
    key: str
    address: str


class Told:
    """Tells evidence of a register, and promises, by their keys."""

    def __init__(self, register: Register, promises: Iterable[Evidence[Promise]] = ()) -> None:
        self.register = register
        of_kinds: tuple[Iterable[Evidence[Any]], ...] = (
            register.actions,
            register.statements,
            register.practices,
            register.roll_calls,
            register.attendance,
            register.reports,
            register.activities,
            promises,
        )
        self.held: Mapping[str, Evidence[Any]] = {each.key: each for kind in of_kinds for each in kind}

    def trace(self, trace: Trace) -> EvidenceLine:
        """A trace; of a roll call how the State voted in it."""
        line = self.line(trace.key, trace.on)
        _, _, ballot = trace.sign.partition("vote/")
        words = headed(capital(gettext(Ballot(ballot).label)), line.words) if ballot else line.words
        detail = line.detail
        if trace.until is not None:
            detail = parted([detail, gettext("day given: %(day)s") % {"day": when(trace.until)}])
        return EvidenceLine(words, detail, line.key, line.address)

    def line(self, key: str, on: Any = None) -> EvidenceLine:
        """A record by its key; one that is not held here by its key alone."""
        found = self.held.get(key)
        if found is None:
            return EvidenceLine(key, when(on) if on else "", key, "")
        source = self.register.sources.get(found.source)
        parts = [when(on) if on else "", held(source.symbol or source.title) if source else found.source]
        kind = MODEL_OF_FACT[type(found.fact)].record_kind()
        if isinstance(found.fact, Promise):
            return EvidenceLine(found.fact.what, parted([part for part in parts if part]), key, "")
        return EvidenceLine(
            told(found), parted([part for part in parts if part]), key, reverse("workspace:record", args=[kind, key])
        )


def rung_told(rung: Rung) -> str:
    """A rung as the beginning of a sentence or a line."""
    return capital(gettext(rung.label))


def age_told(years: float | None) -> str:
    """How old evidence is."""
    if years is None:
        return ""
    whole = int(years)
    if whole < 1:
        return gettext("less than a year old")
    return ngettext("%(number)s year old", "%(number)s years old", whole) % {"number": whole}


def score_told(score: int, of: int) -> str:
    """On how many rungs a State stands."""
    return ngettext("%(number)s of %(of)s rung", "%(number)s of %(of)s rungs", of) % {"number": score, "of": of}


def days_told(days: int) -> str:
    """How many days are left."""
    return ngettext("in %(number)s day", "in %(number)s days", days) % {"number": days}


def day_or_today(on: date | None, register: Register) -> str:
    """The day of a page, as its form has it."""
    return (on or register.view.as_of).isoformat()
