"""Corrections: every change of a fact that was released, with what was said, what is said now, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, gettext_lazy, ngettext

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Code, Confirmation, Practice, Report, RollCall, Statement
from accede.overview.corrections import Correction, CorrectionKind
from accede.publishing import sentences
from accede.publishing.asked import Asked
from accede.publishing.codes import code_words
from accede.publishing.pages.citing import cited
from accede.publishing.pages.kind import PageKind
from accede.publishing.register import PublicRegister
from accede.publishing.wording import day, in_thousands, listed, when
from accede.records.values import Source
from accede.register.values import Occasion, State, StatusClaim, TreatyAction
from accede.vocabulary.label import Labelled
from accede.vocabulary.partial_date import PartialDate

KINDS: dict[type, Any] = {
    TreatyAction: gettext_lazy("treaty action"),
    Statement: gettext_lazy("statement"),
    Confirmation: gettext_lazy("confirmation"),
    Practice: gettext_lazy("claim about mines"),
    RollCall: gettext_lazy("roll call"),
    Attendance: gettext_lazy("attendance"),
    Report: gettext_lazy("transparency report"),
    Activity: gettext_lazy("activity"),
    StatusClaim: gettext_lazy("entry of a list"),
    Occasion: gettext_lazy("meeting"),
    State: gettext_lazy("State"),
    Source: gettext_lazy("source"),
}
"""The kinds of record whose corrections are shown, and what they are called."""

FIELDS: dict[str, Any] = {
    "kind": gettext_lazy("kind"),
    "announced": gettext_lazy("announced"),
    "decided": gettext_lazy("decided"),
    "deposited": gettext_lazy("deposited"),
    "effective": gettext_lazy("in effect"),
    "about": gettext_lazy("about"),
    "occasion": gettext_lazy("meeting"),
    "said": gettext_lazy("said"),
    "citation": gettext_lazy("citation"),
    "text_kind": gettext_lazy("whose words"),
    "text": gettext_lazy("words"),
    "summary": gettext_lazy("our summary"),
    "language": gettext_lazy("language"),
    "translation": gettext_lazy("unofficial translation"),
    "codes": gettext_lazy("read in it by us"),
    "claim": gettext_lazy("claim"),
    "status": gettext_lazy("status"),
    "claimant": gettext_lazy("claimed by"),
    "claimed": gettext_lazy("claimed"),
    "actor": gettext_lazy("said to have acted"),
    "actor_name": gettext_lazy("name of who is said to have acted"),
    "place": gettext_lazy("where"),
    "weapon": gettext_lazy("weapon"),
    "number": gettext_lazy("number"),
    "since": gettext_lazy("since"),
    "until": gettext_lazy("until"),
    "symbol": gettext_lazy("symbol"),
    "voted": gettext_lazy("day of the vote"),
    "stated_in_favour": gettext_lazy("stated in favour"),
    "stated_against": gettext_lazy("stated against"),
    "stated_abstained": gettext_lazy("stated abstentions"),
    "basis": gettext_lazy("rests on"),
    "spoke": gettext_lazy("took the floor"),
    "report_state": gettext_lazy("report"),
    "duty": gettext_lazy("duty"),
    "submitted": gettext_lazy("submitted"),
    "covers": gettext_lazy("covers"),
    "on": gettext_lazy("day"),
    "title": gettext_lazy("title"),
    "standing": gettext_lazy("standing"),
    "listed": gettext_lazy("as listed"),
    "signed": gettext_lazy("signed"),
    "bound": gettext_lazy("bound"),
    "name": gettext_lazy("name"),
    "starts": gettext_lazy("first day"),
    "ends": gettext_lazy("last day"),
    "city": gettext_lazy("city"),
    "un_member_since": gettext_lazy("Member of the United Nations since"),
    "regional_group": gettext_lazy("regional group"),
    "sub_region": gettext_lazy("sub-region"),
    "publisher": gettext_lazy("publisher"),
    "issued": gettext_lazy("issued"),
    "information_as_of": gettext_lazy("information as of"),
    "url": gettext_lazy("address"),
}
"""The fields of which a change is shown, and no others: notes and what concerns our work stay inside."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A field with what was said and what is said now; "" where nothing was or is."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as the page prints it. `iso3` is the State it is about, "" for none."""

    on: str
    instant: datetime
    what: str
    kind: str
    iso3: str
    name: str
    changed: tuple[Changed, ...]
    is_retracted: bool
    is_merged: bool
    is_withdrawn: bool
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Everything the template prints."""

    title: str
    opening: str
    corrected: tuple[Corrected, ...]


def make(asked: Asked) -> CorrectionsPage:
    """All corrections, the newest first; they are the same on every day."""
    register = asked.register
    told = tuple(corrected(each, register) for each in register.corrections)
    number = len(told)
    opening = (
        ngettext(
            "%(number)s released fact has been corrected or taken back, by %(day)s.",
            "%(number)s released facts have been corrected or taken back, by %(day)s.",
            number,
        )
        if number
        else gettext("No released fact has been corrected or taken back, by %(day)s.")
    )
    said = {"number": in_thousands(number), "day": day(asked.today)}
    return CorrectionsPage(title=gettext("Corrections"), opening=opening % said, corrected=told)


def corrected(found: Correction, register: PublicRegister) -> Corrected:
    """A correction in the language that is written in; sources are named as the register holds them."""
    told = found.before or found.after
    fact = told.fact if told else None
    iso3 = _state(fact)
    return Corrected(
        on=day(found.at.date()),
        instant=found.at,
        what=str(KINDS.get(type(fact), gettext("record"))),
        kind=gettext(found.kind.label),
        iso3=iso3,
        name=sentences.name(iso3) if iso3 else _named(fact),
        changed=tuple(_changed(found, register)),
        is_retracted=found.kind in _ENDED and found.after is None,
        is_merged=found.kind is CorrectionKind.MERGED,
        is_withdrawn=found.before is None,
        reason=found.reason,
    )


_ENDED = (CorrectionKind.RETRACTED, CorrectionKind.MERGED)


def _state(fact: Any) -> str:
    """The State that a fact is about, if it is about one."""
    return str(getattr(fact, "state", "") or getattr(fact, "iso3", ""))


def _named(fact: Any) -> str:
    """What a fact is called that is about no State."""
    if isinstance(fact, RollCall):
        return gettext("%(body)s, session %(session)s") % {"body": gettext(fact.body.label), "session": fact.session}
    return str(getattr(fact, "title", "") or getattr(fact, "name", ""))


def _changed(found: Correction, register: PublicRegister) -> Iterator[Changed]:
    """What is different; of what was retracted, what it said."""
    if found.before is None or type(found.before.fact) not in KINDS:
        return
    old = found.before.fact
    new = found.after.fact if found.after else None
    for name, label in FIELDS.items():
        before, after = _words(_value(old, name)), _words(_value(new, name))
        if before != after and (new is not None or name not in _OF_THE_WORDS):
            yield Changed(str(label), before, after)
    if isinstance(old, RollCall) and isinstance(new, RollCall):
        yield from _ballots(old, new)
    if found.after is not None and found.before.source != found.after.source:
        yield Changed(
            gettext("source"),
            cited(register.sources.get(found.before.source)),
            cited(register.sources.get(found.after.source)),
        )


_OF_THE_WORDS = frozenset({"text_kind", "language", "codes"})
"""What says how words are held: told where it changes, and not of what was taken back as a whole."""


def _value(fact: Any, name: str) -> Any:
    """A field of a fact. The place of a statement is its order in a paper, which is nobody's matter."""
    value = getattr(fact, name, None)
    return None if name == "place" and isinstance(value, int) else value


def _ballots(old: RollCall, new: RollCall) -> Iterator[Changed]:
    before, after = dict(old.ballots), dict(new.ballots)
    for iso3 in sorted({*before, *after}):
        was, now = before.get(iso3), after.get(iso3)
        if was is not now:
            yield Changed(sentences.name(iso3), _words(was), _words(now))


def _words(value: Any) -> str:
    """A value as people read it; "" for what is not told."""
    match value:
        case None | "" | ():
            return ""
        case bool():
            return gettext("yes") if value else gettext("no")
        case int():
            return in_thousands(value)
        case PartialDate():
            return when(value)
        case Labelled():
            return gettext(value.label)
        case tuple():
            return listed([_code(each) for each in value])
    return str(value)


def _code(value: Any) -> str:
    return code_words(value) if isinstance(value, Code) else str(value)


PAGE = PageKind(name="corrections", route="corrections/", make=make, has_days=False)
