"""What a letter waits for: whether it is open, by when an answer was asked for, whether that is overdue. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from accede.activities.letters import Letter, Round
from accede.outreach.rounds.held import went_on
from accede.overview.ahead import ANSWERED_WITHIN, LAPSED
from accede.records.values import Evidence
from accede.vocabulary.letters import LetterStep


def is_open(letter: Letter) -> bool:
    """Whether something is still to be done about it, by us or by the State."""
    return letter.step not in (LetterStep.REPLIED, LetterStep.CLOSED)


def is_waiting(letter: Letter) -> bool:
    """Whether it went and has no answer yet."""
    return letter.step.has_gone and is_open(letter)


def due_on(round_: Round, versions: Iterable[Evidence[Letter]]) -> date | None:
    """By when an answer is due: the day that the round asks for, else sixty days after the letter went; None before it went.

    A letter that went after that day has sixty days too.
    """
    went = went_on(versions)
    if went is None:
        return None
    if round_.due is not None and round_.due.counts_from >= went:
        return round_.due.counts_from
    return went + ANSWERED_WITHIN


def has_lapsed(versions: Iterable[Evidence[Letter]], today: date) -> bool:
    """Whether a letter went so long ago that nobody works on it any more."""
    went = went_on(versions)
    return went is not None and today - went > LAPSED


def is_overdue(round_: Round, versions: tuple[Evidence[Letter], ...], today: date) -> bool:
    """Whether a letter that waits for its answer has waited longer than was asked."""
    due = due_on(round_, versions)
    return is_waiting(versions[-1].fact) and due is not None and due < today
