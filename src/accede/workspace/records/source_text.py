"""The text of the source of a record, as far as the person may read it and a copy is kept, with the passage marked."""

from __future__ import annotations

from typing import Any

from accede.accounts.actor import Actor
from accede.evidence.values import Confirmation, Statement
from accede.intake.copies import Copy, copy_of
from accede.intake.places import text_of_places
from accede.records.models import SourceVersion
from accede.records.values import Evidence
from accede.vocabulary.errors import Damaged, Refused, UnknownName, Unreadable
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import shipped_names
from accede.workspace.records.passage import Anchor, Passage, passage
from accede.workspace.records.readable import history_of
from accede.workspace.records.told import states_of


def text_of_source(actor: Actor, key: str) -> str | None:
    """The text in which a quotation must stand; None where no copy is kept, or it cannot be read."""
    copy = _copy(actor, key)
    return copy.text if copy else None


def passage_of(actor: Actor, evidence: Evidence[Any], *, whole: bool = False) -> Passage | None:
    """The passage of a record in its source; None where no copy is kept, or it cannot be read."""
    copy = _copy(actor, evidence.source)
    return passage(text_of_places(copy.places), anchor_of(evidence.fact), whole=whole) if copy else None


def anchor_of(fact: Any) -> Anchor:
    """By what the passage of a fact is found: its words, else the names and days that it holds."""
    names = [shipped_names().in_table(iso3) for iso3 in states_of(fact)]
    names += [_named(getattr(fact, name, "")) for name in ("occasion", "symbol", "citation", "title", "name")]
    days = (
        getattr(fact, name, None) for name in ("said", "deposited", "voted", "on", "claimed", "submitted", "starts")
    )
    names += [day.wording() for day in days if isinstance(day, PartialDate)]
    match fact:
        case Statement():
            return Anchor(fact.text, fact.anchor_prefix, fact.anchor_suffix, tuple(filter(None, names)))
        case Confirmation():
            return Anchor(fact.text, names=tuple(filter(None, names)))
    return Anchor(names=tuple(filter(None, names)))


def _copy(actor: Actor, key: str) -> Copy | None:
    if not key:
        return None
    try:
        return copy_of(history_of(actor, SourceVersion.record_kind(), key).fact)
    except (UnknownName, Refused, Unreadable, Damaged):
        return None


def _named(value: object) -> str:
    return value if isinstance(value, str) else ""
