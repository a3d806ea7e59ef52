"""The register that answers are folded from: a fold that many answers share is worked out once."""

from dataclasses import replace
from datetime import date

import pytest

from accede.overview.standings import standing_of, standings
from recipe_cast import on, shipped

pytestmark = pytest.mark.usefixtures("register")


def test_what_was_asked_once_is_not_worked_out_again():
    register, worked = replace(shipped()), []
    assert [register.once("question", lambda: worked.append(1) or len(worked)) for _ in range(3)] == [1, 1, 1]
    assert worked == [1]


def test_a_register_does_not_keep_an_answer_for_each_of_many_days():
    register, worked = replace(shipped()), []
    for day in range(1000):
        register.once(("day", day), lambda day=day: worked.append(day) or day)
    assert register.once(("day", 999), lambda: -1) == 999
    assert register.once(("day", 0), lambda: -1) == -1


def test_another_register_begins_anew():
    register = on("2018-08-21")
    assert len(standings(register)) == 197
    few = replace(register, actions=tuple(each for each in register.actions if each.fact.state != "FRA"))
    assert standings(register)["FRA"].standing.has_joined
    assert not standings(few)["FRA"].standing.has_joined
    later = replace(register, view=replace(register.view, as_of=date(1998, 1, 1)))
    assert not standings(later)["FRA"].standing.has_joined


def test_the_standings_cannot_be_changed_by_who_asks():
    with pytest.raises(TypeError):
        standings(on("2018-08-21"))["FRA"] = None


@pytest.mark.parametrize("day", ["1998-01-01", "2011-07-08", "2018-08-21", "2026-11-22"])
def test_a_state_alone_stands_as_among_all(day):
    register = on(day)
    assert {iso3: standing_of(register, iso3) for iso3 in standings(register)} == standings(register)
    assert [each.fact.iso3 for each in register.states if standing_of(register, each.fact.iso3) is None] == [
        each.fact.iso3 for each in register.states if each.fact.iso3 not in standings(register)
    ]
