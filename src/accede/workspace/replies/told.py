"""What came in, in words: from whom, what it is called, by what it is matched, to which letter."""

from __future__ import annotations

from django.utils.translation import gettext

from accede.activities.letters import Letter
from accede.outreach.models import Incoming, IncomingKind
from accede.outreach.replies.match import MatchGround
from accede.outreach.rounds.held import letter_held, round_held
from accede.publishing import wording
from accede.publishing.sentences import name
from accede.records.values import Evidence
from accede.vocabulary.errors import UnknownName
from accede.vocabulary.partial_date import PartialDate
from accede.workspace.rounds.listing import title_of


def title(row: Incoming) -> str:
    """What it is called: its subject, else what it is."""
    if row.erased_at:
        return gettext("Erased")
    kind = IncomingKind(row.kind)
    if row.subject or kind is not IncomingKind.DOCUMENT:
        return row.subject or gettext(kind.label)
    return row.file_name


def sender(row: Incoming) -> str:
    """Who it says it is from: name and address, as it was written."""
    if row.sender_name and row.sender:
        return f"{row.sender_name} ({row.sender})"
    return row.sender_name or row.sender


def when(row: Incoming) -> str:
    """The day it says it was sent, else the instant at which it came."""
    return wording.when(PartialDate.on_day(row.sent_on)) if row.sent_on else wording.instant(row.came_at)


def because(row: Incoming) -> str:
    """By what it is matched; "" where it is not."""
    ground, _, who = row.matched_by.partition(" ")
    if not ground:
        return ""
    if ground == MatchGround.PERSON.value and who:
        return gettext("%(name)s said so") % {"name": who}
    if ground == MatchGround.THREAD.value and row.kind == IncomingKind.BOUNCE.value:
        return gettext("it is about the message with this letter")
    return gettext(MatchGround(ground).label)


def matched_told(row: Incoming) -> str:
    """The State that it is matched with, and by what; "" where it is not."""
    if not row.of_state:
        return ""
    return wording.sentence([f"{name(row.of_state)}: {because(row)}"]) if row.matched_by else name(row.of_state)


def letter_told(held: Evidence[Letter]) -> str:
    """A letter: to whom, of which round, how far it is."""
    try:
        about = title_of(round_held(held.fact.round).fact)
    except UnknownName:
        about = held.fact.round
    return f"{name(held.fact.state)}: {about} ({gettext(held.fact.step.label)})"


def letter_of(row: Incoming) -> Evidence[Letter] | None:
    """The letter that it answers; None where it is none, or was left out since."""
    try:
        return letter_held(row.letter) if row.letter else None
    except UnknownName:
        return None
