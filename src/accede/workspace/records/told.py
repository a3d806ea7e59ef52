"""What a record says, in words: what it is called, its fields with their labels, and in which fields two versions differ."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_noop

from accede.activities.values import Activity
from accede.evidence.values import (
    Attendance,
    Check,
    Code,
    Confirmation,
    Practice,
    Report,
    RollCall,
    Statement,
)
from accede.publishing.codes import code_words
from accede.publishing.told import state_told
from accede.publishing.wording import in_thousands, when
from accede.records.models import MODEL_OF_FACT
from accede.records.reference import model_of
from accede.records.values import Source
from accede.register.values import Occasion, State, StatusClaim, TreatyAction, TreatyText
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.state_names import StateName
from accede.workspace.facts.labels import label_of
from accede.workspace.records.difference import Piece, difference

KINDS: Mapping[type, str] = {
    TreatyAction: gettext_noop("Treaty action"),
    Statement: gettext_noop("Statement"),
    Confirmation: gettext_noop("Confirmation"),
    Check: gettext_noop("Check"),
    Practice: gettext_noop("Claim about mines"),
    RollCall: gettext_noop("Roll call"),
    Attendance: gettext_noop("Attendance"),
    Report: gettext_noop("Transparency report"),
    Activity: gettext_noop("Activity"),
    StatusClaim: gettext_noop("Entry of a list"),
    Occasion: gettext_noop("Meeting"),
    State: gettext_noop("State"),
    StateName: gettext_noop("Name of a State"),
    Source: gettext_noop("Source"),
    TreatyText: gettext_noop("Treaty"),
}
_ISO = frozenset({"state", "about_state", "country", "presidency", "iso3", "claimant", "by", "on_behalf_of"})
"""Fields that hold the key of a State, or a name."""
_FIGURES = frozenset({"session", "place", "m49"})
"""Numbers that count nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a fact: its label and its value in words, a paragraph a line; `language` of what is not ours, else ""."""

    name: str
    label: str
    value: str
    language: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The value, paragraph by paragraph."""
        return tuple(part for part in self.value.split("\n") if part.strip())


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which two facts differ: both values, and the pieces of both."""

    name: str
    label: str
    before: str
    after: str
    language: str
    pieces: tuple[Piece, ...]


def kinds() -> tuple[str, ...]:
    """The kinds of record that have pages here, as events name them; papers have pages of their own."""
    return tuple(model.record_kind() for fact, model in MODEL_OF_FACT.items() if fact in KINDS)


def kind_words(kind: str) -> str:
    """What a kind of record is called. Raises UnknownName, also for what has no page here."""
    fact = model_of(kind).fact
    if fact not in KINDS:
        raise UnknownName(f"records of the kind {kind!r} have no page here", remedy="Look at the papers")
    return gettext(KINDS[fact])


def states_of(fact: Any) -> tuple[str, ...]:
    """The States that a fact is about."""
    if isinstance(fact, Activity):
        return tuple(dict.fromkeys(key for key in (fact.about_state, *fact.towards) if key))
    iso3 = getattr(fact, "state", "") or getattr(fact, "iso3", "")
    return (iso3,) if iso3 else ()


def subject(fact: Any) -> str:
    """Whom or what a fact is about, as a heading: "Armenia", "UNGA plenary, session 72", the title of a source."""
    if isinstance(fact, RollCall):
        return gettext("%(body)s, session %(session)s") % {"body": gettext(fact.body.label), "session": fact.session}
    states = states_of(fact)
    if len(states) == 1:
        return state_told(states[0])
    return str(getattr(fact, "title", "") or getattr(fact, "name", "") or getattr(fact, "symbol", ""))


def gist(fact: Any) -> str:
    """What a fact says, in a line."""
    match fact:
        case Statement() | Confirmation():
            return " · ".join(part for part in (fact.citation, fact.summary or fact.text) if part)[:240]
        case Activity():
            return " · ".join(part for part in (gettext(fact.kind.label), when(fact.on), fact.title) if part)
        case RollCall():
            return " · ".join(part for part in (fact.symbol, when(fact.voted)) if part)
    left_out = {"treaty", "state", "note", "title", "iso3", "language", "kept_sha256", "basis", "duty"}
    told = [field.value for field in fields_of(fact) if field.name not in left_out]
    return " · ".join(told)[:240]


def fields_of(fact: Any) -> tuple[Field, ...]:
    """The fields that say something, in their order."""
    return tuple(field for field in _fields(fact) if field.value)


def differing(before: Any, after: Any) -> tuple[Differing, ...]:
    """The fields in which two facts of one kind differ."""
    pairs = zip(_fields(before), _fields(after), strict=True)
    return tuple(
        Differing(old.name, old.label, old.value, new.value, new.language, difference(old.value, new.value))
        for old, new in pairs
        if old.value != new.value
    )


def _fields(fact: Any) -> Iterator[Field]:
    language = getattr(fact, "language", "") or "en"
    for each in dataclasses.fields(fact):
        value = getattr(fact, each.name)
        own = language if each.name == "text" else "en" if isinstance(value, str) else ""
        yield Field(each.name, gettext(label_of(type(fact), each.name)), _words(each.name, value), own)


def _words(name: str, value: Any) -> str:
    match value:
        case None | "" | ():
            return ""
        case bool():
            return gettext("yes") if value else gettext("no")
        case int():
            return str(value) if name in _FIGURES else in_thousands(value)
        case PartialDate():
            return when(value)
        case Labelled():
            return gettext(value.label)
        case tuple():
            return "\n".join(_part(each) for each in value)
    return state_told(value) if name in _ISO else str(value)


def _part(value: Any) -> str:
    match value:
        case Code():
            return f"{gettext(value.kind.label)}: {code_words(value)}" + (
                f" “{value.trigger}”" if value.trigger else ""
            )
        case (str(state), Labelled() as ballot):
            return f"{state_told(state)}: {gettext(ballot.label)}"
    return state_told(str(value))
