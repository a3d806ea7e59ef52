"""Rounds of letters for tests: a drafter, two of the President's office, and letters of 2019, of which the register holds none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Role
from accede.activities.letters import Round
from accede.outreach.rounds.clear import clear
from accede.outreach.rounds.composed import composed_all
from accede.outreach.rounds.held import letters_of, round_held
from accede.outreach.rounds.plan import plan_round
from accede.outreach.rounds.steps import Move, move_all
from accede.overview.load import load
from accede.overview.standings import among, standings
from accede.records.values import View
from accede.vocabulary.letters import Addressees, LetterForm, LetterStep
from accede.vocabulary.partial_date import PartialDate

DRAFTER = Actor("drafter", frozenset({Role.DRAFTER}))
CLEARER = Actor("clearer", frozenset({Role.CLEARER}))
REVIEWER = Actor("reviewer", frozenset({Role.REVIEWER}))
DAY = PartialDate.parse("2019-03-26")

ROUND = Round(
    treaty="apmbc",
    title="Letters to States not party",
    presidency="NOR",
    on=DAY,
    as_of=DAY,
    form=LetterForm.LETTER,
    addressees=Addressees.OUTSIDE,
    activity="",
    due=PartialDate.parse("2019-05-31"),
    invites=("IM2019", "4RC"),
    number_prefix="PRES/2019/",
)


def outside(on: PartialDate = DAY) -> tuple[str, ...]:
    """The States not party on a day."""
    view = View(as_of=on.counts_from, known_on=datetime.now(UTC))
    return among(standings(load(view, "apmbc", "actions")), "outside")


def planned(*states: str, language: str = "en", **changed: object) -> str:
    """A round to these States, in one language."""
    return plan_round(DRAFTER, replace(ROUND, **changed), dict.fromkeys(states, language))  # type: ignore[arg-type]


def cleared(key: str, *states: str, actor: Actor = CLEARER) -> None:
    """The letters of a round (to these States) are read and cleared."""
    held = letters_of(key)
    wanted = [held[iso3] for iso3 in states or held]
    made = composed_all(round_held(key), wanted)
    clear(actor, key, {letter: each.content for letter, each in made.items()})


def stepped(
    key: str, step: LetterStep, *states: str, on: PartialDate | None = DAY, note: str = "", actor: Actor = DRAFTER
) -> None:
    """The letters of a round (to these States) take a step."""
    held = letters_of(key)
    move_all(
        actor,
        [
            Move(letter=each.key, step=step, on=on, note=note, expected_version=each.version)
            for each in (held[iso3] for iso3 in states or held)
        ],
    )


def seen_on(day: date, **fold: bool) -> View:
    """The view of a fold on a day."""
    return View(as_of=day, known_on=datetime.now(UTC), **fold)
