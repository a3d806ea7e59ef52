"""What is wrong with a fact as a whole: what one field asks of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from accede.evidence.values import Attendance, Statement
from accede.register.values import Occasion, TreatyAction
from accede.vocabulary.occasions import ParticipationClaim
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.statements import TextKind


def wrong_with(fact: Any) -> Iterator[tuple[str, str]]:
    """The field and what is wrong, a sentence; nothing for a sound fact."""
    match fact:
        case Statement():
            yield from _statement(fact)
        case Attendance(claim=ParticipationClaim.NEVER):
            if fact.occasion:
                yield "occasion", gettext("A State that never took part has no occasion: leave it empty.")
        case Attendance():
            if not fact.occasion:
                yield "occasion", gettext("Say which occasion.")
        case TreatyAction():
            if not any((fact.announced, fact.decided, fact.deposited, fact.effective)):
                yield "deposited", gettext("Give at least one day.")
        case Occasion():
            if _is_after(fact.starts, fact.ends):
                yield "ends", gettext("It ends before it begins.")


def _statement(fact: Statement) -> Iterator[tuple[str, str]]:
    if fact.text_kind is TextKind.SUMMARY:
        if not fact.summary:
            yield "summary", gettext("Write the summary, or say that the words are the source's.")
    elif not fact.text:
        yield "text", gettext("Take the passage from the source, or record a summary.")


def _is_after(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and one.earliest and other.latest and other.latest < one.earliest)
