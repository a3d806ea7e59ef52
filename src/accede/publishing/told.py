"""Any record in a sentence, whether it is public or not: what it is called, the State it is about, what it says. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_noop

from accede.activities.values import Activity
from accede.evidence.values import Attendance, Check, Confirmation, Practice, Report, RollCall, Statement
from accede.overview.items import (
    action_item,
    activity_item,
    attendance_item,
    other_treaty,
    practice_item,
    report_item,
)
from accede.publishing import sentences
from accede.publishing.pages.citing import cited
from accede.publishing.wording import headed, held, listed, name, sentence, when
from accede.records.values import Evidence, Source
from accede.register.values import Occasion, State, StatusClaim, TreatyAction, TreatyText
from accede.reporting.values import Edition
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.state_names import shipped_names

KINDS: dict[str, str] = {
    "source": gettext_noop("source"),
    "treaty": gettext_noop("treaty"),
    "state": gettext_noop("State"),
    "name": gettext_noop("name of a State"),
    "occasion": gettext_noop("meeting"),
    "treatyaction": gettext_noop("treaty action"),
    "statusclaim": gettext_noop("entry of a list"),
    "statement": gettext_noop("statement"),
    "confirmation": gettext_noop("confirmation"),
    "check": gettext_noop("check"),
    "practice": gettext_noop("claim about mines"),
    "rollcall": gettext_noop("roll call"),
    "attendance": gettext_noop("attendance"),
    "report": gettext_noop("transparency report"),
    "activity": gettext_noop("activity"),
    "edition": gettext_noop("edition of a paper"),
}
"""What a kind of record is called, by how events name it."""


def kind_told(kind: str) -> str:
    """A kind of record in words; a kind of others by its name."""
    return gettext(KINDS[kind]) if kind in KINDS else kind


def state_of(fact: Any) -> str:
    """The key of the State that a fact is about, "" for none."""
    return str(getattr(fact, "state", "") or getattr(fact, "iso3", ""))


def state_told(iso3: str) -> str:
    """A State as a table names it; a key that is no State's as it is."""
    try:
        shipped_names().short(iso3)
    except UnknownName:
        return iso3
    return name(iso3)


def told(record: Evidence[Any]) -> str:
    """What a record says, without its State: a sentence of ours, or the words of the source in quotation marks."""
    way = _WAYS.get(type(record.fact))
    return way(record) if way else _of_fields(record.fact)


def _statement(record: Evidence[Statement]) -> str:
    return _said(record.fact.citation, record.fact.text, record.fact.summary)


def _confirmation(record: Evidence[Confirmation]) -> str:
    fact = record.fact
    citation = gettext("%(citation)s: it said that nothing has changed") % {"citation": held(fact.citation)}
    return _said(citation, fact.text, fact.summary)


def _check(record: Evidence[Check]) -> str:
    return gettext("Looked on %(day)s: nothing new was found.") % {"day": when(record.fact.checked)}


def _roll_call(record: Evidence[RollCall]) -> str:
    fact = record.fact
    body = gettext("%(body)s, session %(session)s") % {"body": gettext(fact.body.label), "session": fact.session}
    return sentence([part for part in (body, fact.symbol or held(fact.draft), when(fact.voted)) if part])


def _occasion(record: Evidence[Occasion]) -> str:
    fact = record.fact
    days = [when(day) for day in (fact.starts, fact.ends) if day]
    return sentence([part for part in (held(fact.name), held(fact.title), *days) if part])


def _edition(record: Evidence[Edition]) -> str:
    day = gettext("information as of %(day)s") % {"day": when(record.fact.as_of)}
    return sentence([held(record.fact.title), day])


_WAYS: dict[type, Callable[[Evidence[Any]], str]] = {
    Statement: _statement,
    Confirmation: _confirmation,
    Check: _check,
    RollCall: _roll_call,
    Occasion: _occasion,
    Edition: _edition,
    TreatyAction: lambda record: sentences.action(action_item(record, None, date.max)),
    Practice: lambda record: sentences.practice(practice_item(record)),
    Attendance: lambda record: sentences.attendance(attendance_item(record)),
    Report: lambda record: sentences.report(report_item(record)),
    Activity: lambda record: sentences.activity(activity_item(record)),
    StatusClaim: lambda record: sentences.other_treaty(other_treaty(record), record.fact.treaty.upper()),
    Source: lambda record: cited(record.fact),
    State: lambda record: state_told(record.fact.iso3),
    TreatyText: lambda record: held(record.fact.name),
}


def _said(citation: str, text: str, summary: str) -> str:
    words = f"“{text}”" if text else held(summary)
    return headed(citation, words) if citation and words else citation or words


def _of_fields(fact: Any) -> str:
    """What a fact of another kind holds, in the order of its fields."""
    names = [each for each in getattr(fact, "__slots__", ()) if isinstance(getattr(fact, each, None), str)]
    return sentences.capital(listed([str(getattr(fact, each)) for each in names if getattr(fact, each)]))
