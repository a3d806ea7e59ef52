"""What was done, in a line."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.activities.values import Activity
from accede.publishing import sentences, wording
from accede.publishing.told import state_told
from accede.records.values import Evidence
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.punctuation import marks

LONGEST = 5
"""States that a line names."""


def line_of(held: Evidence[Activity]) -> str:
    """A date, a kind, with whom: "8 June 2026: bilateral meeting, Kyrgyzstan"."""
    fact = held.fact
    told = [part for part in (gettext(fact.kind.label), about(fact)) if part]
    return wording.headed(wording.when(fact.on), marks(wording.language()).comma.join(told))


def about(fact: Activity) -> str:
    """With whom or about what."""
    if fact.kind is ActivityKind.REPLY:
        return state_told(fact.by)
    states = tuple(dict.fromkeys(key for key in (*fact.towards, fact.about_state) if key))
    if fact.towards_all_outside:
        return gettext("to all States outside")
    if states:
        return wording.listed([state_told(iso3) for iso3 in states[:LONGEST]]) + (" …" if len(states) > LONGEST else "")
    return wording.held(fact.title or fact.forum)


def actor_told(name: str) -> str:
    """A member, a promiser, an organization: a State by its name."""
    return sentences.capital(sentences.who(name))
