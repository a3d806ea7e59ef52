"""Rounds of letters: planned, moved from step to step, told as an activity that the status paper counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.activities.letters import Round
from accede.activities.models import ActivityVersion
from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.plan import plan_round
from accede.outreach.rounds.steps import Move, move_all
from accede.outreach.rounds.told import tell_round
from accede.overview.load import load
from accede.overview.standings import among, standings
from accede.records.current import current
from accede.records.values import View
from accede.records.write import writing
from accede.vocabulary.letters import Addressees, LetterForm, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

DRAFTER = Actor("drafter", frozenset({Role.DRAFTER}))
CLEARER = Actor("clearer", frozenset({Role.CLEARER}))
DAY = PartialDate.parse("2019-03-26")

pytestmark = pytest.mark.django_db

ROUND = Round(
    treaty="apmbc",
    title="Letters to States not party",
    presidency="NOR",
    on=DAY,
    as_of=DAY,
    form=LetterForm.LETTER,
    addressees=Addressees.OUTSIDE,
    activity="",
    invites=("IM2019", "4RC"),
)


def outside() -> tuple[str, ...]:
    view = View(as_of=DAY.counts_from, known_on=datetime.now(UTC))
    return among(standings(load(view, "apmbc", "actions")), "outside")


def cleared(key: str) -> None:
    """All letters of a round are cleared, as `clear` records it."""
    with writing("clearer", "clear letters") as write:
        for each in letters_of(key).values():
            fact = replace(each.fact, step=LetterStep.CLEARED, content_sha256="0" * 64)
            write.record(each.key, fact, source="", classification=Classification.PRESIDENCY, reason="cleared")


def sent(key: str, *states: str, on: PartialDate = DAY) -> None:
    held = letters_of(key)
    asked = [held[iso3] for iso3 in states] or list(held.values())
    move_all(
        DRAFTER,
        [Move(letter=each.key, step=LetterStep.SENT, on=on, expected_version=each.version) for each in asked],
    )


def test_thirty_three_letters_are_planned_and_told_once_they_went(register: None) -> None:
    key = plan_round(DRAFTER, ROUND, dict.fromkeys(outside(), "en"))
    assert key == "apmbc/round/2019-03-26"
    assert round_held(key).fact.activity == "apmbc/letters/2019"
    assert len(letters_of(key)) == 33
    assert tell_round(DRAFTER, key) == ""
    cleared(key)
    sent(key)
    view = View(as_of=date(2019, 8, 21), known_on=datetime.now(UTC), accepted=True)
    (told,) = current(ActivityVersion, view, key="apmbc/letters/2019")
    assert (told.key, told.fact.towards_count, told.fact.towards_all_outside) == ("apmbc/letters/2019", 33, True)
