"""Remind those that have not answered: a round of its own, from the silence of another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.activities.letters import Letter, Round
from accede.outreach.rounds.held import letters_of, round_held, steps_of
from accede.outreach.rounds.plan import plan_round
from accede.outreach.rounds.waits import is_overdue, is_waiting
from accede.records.values import Evidence
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import Addressees
from accede.vocabulary.partial_date import PartialDate


def silent(round_key: str, *, overdue_only: bool = False) -> tuple[Evidence[Letter], ...]:
    """The letters of a round that went and have no answer; those alone whose answer is overdue, where this is asked."""
    round_ = round_held(round_key).fact
    waiting = [each for each in letters_of(round_key).values() if is_waiting(each.fact)]
    if not overdue_only:
        return tuple(waiting)
    steps, today = steps_of(each.key for each in waiting), datetime.now(UTC).date()
    return tuple(each for each in waiting if is_overdue(round_, steps[each.key], today))


def reminder_of(round_key: str, *, on: date, due: date | None = None, title: str = "") -> Round:
    """The plan of a reminder: as the round itself, of another day. Its title is English, as the records of the register are."""
    held = round_held(round_key)
    return replace(
        held.fact,
        title=title or f"Reminder: {held.fact.title}",
        on=PartialDate.on_day(on),
        as_of=PartialDate.on_day(on),
        due=PartialDate.on_day(due) if due else None,
        addressees=Addressees.UNANSWERED,
        activity="",
        reminds=round_key,
        is_entered_afterwards=False,
        takes_over="",
        note="",
    )


def remind(actor: Actor, round_: Round, states: Collection[str] = ()) -> str:
    """Plan a reminder to those that have not answered the round that it `reminds` (of them to `states`, where any is named).

    Each is written to in the language of the letter before. Returns the key of the round; raises as `plan_round` does, and
    Refused where all have answered.
    """
    languages = {each.fact.state: each.fact.language for each in silent(round_.reminds)}
    wanted = {iso3: language for iso3, language in languages.items() if not states or iso3 in states}
    if not wanted:
        raise Refused("all have answered", where=round_.reminds, remedy="There is nobody to remind")
    return plan_round(actor, round_, wanted)


__all__ = ["remind", "reminder_of", "silent"]
