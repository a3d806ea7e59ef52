"""The kinds of record that are written by hand, and where a passage goes in each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from accede.evidence.values import Attendance, Check, Confirmation, Practice, Report, Statement
from accede.register.values import TreatyAction
from accede.vocabulary.errors import UnknownName


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """A kind as events name it; `day` is the field for the day that a passage tells, `words` that for the passage itself.

    `further` are fields that are seldom wanted: they stand behind a line that opens.
    """

    key: str
    label: str
    fact: type
    day: str = ""
    words: str = ""
    further: tuple[str, ...] = ()


KINDS: tuple[RecordKind, ...] = (
    RecordKind(
        key="statement",
        label=gettext_noop("Statement"),
        fact=Statement,
        day="said",
        words="text",
        further=("treaty", "summary", "translation", "language", "page", "place"),
    ),
    RecordKind(
        key="confirmation",
        label=gettext_noop("Confirmation that nothing changed"),
        fact=Confirmation,
        day="said",
        words="text",
        further=("treaty", "summary", "reply_to", "place"),
    ),
    RecordKind(key="check", label=gettext_noop("Looked, nothing new"), fact=Check, day="checked", further=("treaty",)),
    RecordKind(
        key="practice",
        label=gettext_noop("Claim about a practice"),
        fact=Practice,
        day="claimed",
        words="summary",
        further=("treaty", "actor_name", "acts", "scope", "statement"),
    ),
    RecordKind(
        key="report",
        label=gettext_noop("Transparency report"),
        fact=Report,
        day="submitted",
        further=("treaty",),
    ),
    RecordKind(
        key="attendance", label=gettext_noop("Attendance"), fact=Attendance, further=("treaty", "mode", "capacity")
    ),
    RecordKind(
        key="treatyaction",
        label=gettext_noop("Treaty action"),
        fact=TreatyAction,
        day="deposited",
        further=("about",),
    ),
)


def kind_of(key: str) -> RecordKind:
    """The kind under this key. Raises UnknownName."""
    for one in KINDS:
        if one.key == key:
            return one
    raise UnknownName(f"no record of the kind {key!r} is written by hand", remedy="Choose one of the kinds")
